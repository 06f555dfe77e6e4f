"""The pages of forms while the round is closed: what they hold, as text, and how to go on."""

from app.maturity.questionnaire import Domain
from app.storage.sealing.documents import StoredAssessment
from app.translations import N_
from app.web import access
from app.web.access import OpenAssessment
from app.web.forms.profile import LABELS
from app.web.request.language import translate as _
from app.web.request.language import wording

_PROFILE = {
    "organisation_type": N_("Type of organisation"),
    "size_band": N_("Size"),
    "region": N_("Region"),
}


def closed_domain(opened: OpenAssessment, stored: StoredAssessment, domain: Domain) -> str:
    """Return the page of a domain with its answers."""
    return access.render(
        "refused/closed_domain.html",
        opened,
        domain=domain,
        questionnaire=opened.questionnaire,
        assessment=stored.assessment,
    )


def closed_opinions(opened: OpenAssessment, stored: StoredAssessment) -> str:
    """Return the page of the opinion questions with their answers."""
    words = wording(opened.questionnaire)
    rows = []
    for question in opened.questionnaire.opinions:
        given = stored.assessment.opinions.get(question.id, ())
        labels = [words.text(option.label) for option in question.options if option.token in given]
        shown = _("; ").join(labels) or _("Not answered (optional)")
        rows.append((f"{question.id} {words.text(question.name)}", shown))
    return _page(opened, _("Your opinion"), rows)


def closed_profile(opened: OpenAssessment, stored: StoredAssessment) -> str:
    """Return the page of the organisation."""
    profile, words = stored.assessment.profile, wording(opened.questionnaire)
    rows = [
        (_("Assessment"), words.text(opened.questionnaire.variants[profile.variant].name)),
        (_("Name of your organisation"), profile.organisation or _("No name given")),
        *(
            (_(label), _(LABELS[name].get(getattr(profile, name), "")))
            for name, label in _PROFILE.items()
            if getattr(profile, name)
        ),
    ]
    return _page(opened, _("Your organisation"), rows)


def closed_targets(opened: OpenAssessment, stored: StoredAssessment) -> str:
    """Return the page of the target levels."""
    words, levels = wording(opened.questionnaire), opened.questionnaire.levels
    targets = ((each, stored.assessment.target(each.letter)) for each in opened.questionnaire.domains)
    rows = [
        (f"{each.letter} {words.text(each.name)}", f"{level} {words.text(levels[level])}")
        for each, level in targets
    ]
    return _page(opened, _("Target levels"), rows)


def _page(opened: OpenAssessment, title: str, rows: list[tuple[str, str]]) -> str:
    return access.render("refused/closed_form.html", opened, title=title, rows=rows)
