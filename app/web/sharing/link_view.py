"""What the page of a share link and the mail that brings it say: who asks for what, how long, until when."""

from dataclasses import dataclass, replace
from datetime import date

from app.maturity import wizard
from app.maturity.questionnaire import Domain, Questionnaire
from app.storage.assessments import deletion, introduction
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.roles import CONTRIBUTOR, PULSE_VIEWER
from app.translations.wording import Wording
from app.web.request import database
from app.web.request.services import services, versions


@dataclass(frozen=True, slots=True)
class LinkView:
    """What a link is for; a contributor’s has domains, with the number of questions and of minutes.

    ``organisation`` is empty unless the owner lets it be shown. ``due_on`` is the day on which the assessment
    is deleted if nobody changes it before, or None.
    """

    role: str
    organisation: str
    domains: tuple[Domain, ...] = ()
    questions: int = 0
    minutes: int = 0
    scores: bool = False
    due_on: date | None = None


def prepare(key: AccessKey) -> LinkView:
    """Return the view of the link that a key belongs to."""
    found, days = introduction.read_introduction(database.reading(), key), services().config.retention_days
    view = LinkView(
        key.role,
        found.organisation,
        scores=key.grant.scores,
        due_on=deletion.purge_day(database.reading(), key.assessment_id, days) if days else None,
    )
    # Looked up only for a contributor: a page that needs no questionnaire works while its folder is missing.
    if key.role != CONTRIBUTOR:
        return view
    return with_domains(view, key.grant.domains, versions().find(*key.questionnaire), found.variant)


def with_domains(view: LinkView, letters: str, questionnaire: Questionnaire, variant: str) -> LinkView:
    """Return the view of a link with the domains that it may answer."""
    domains = tuple(domain for domain in questionnaire.domains if domain.letter in letters)
    questions = sum(len(questionnaire.questions_in(variant, domain.letter)) for domain in domains)
    minutes = wizard.expected_minutes(questions)
    return replace(view, domains=domains, questions=questions, minutes=minutes)


def mail_text(address: str, view: LinkView, wording: Wording) -> str:
    """Return a text that brings a link to its reader."""
    _ = wording._
    return "\n\n".join(
        (
            *_opening_words(view, wording),
            address,
            _("The page first says what the link is for. Nothing opens until you press the button."),
            _("Please do not pass on the link in this e-mail: anyone who has it can open the same pages."),
            _("Thank you."),
        )
    )


def _opening_words(view: LinkView, wording: Wording) -> tuple[str, ...]:
    if view.role == CONTRIBUTOR:
        return _contributor_words(view, wording)
    return _pulse_words(wording) if view.role == PULSE_VIEWER else _viewer_words(wording)


def _pulse_words(wording: Wording) -> tuple[str, ...]:
    _ = wording._
    return (
        _("Subject: our staff pulse on social media"),
        _("Hello,"),
        _(
            "We are checking how ready our organisation is to use social media, and would like to ask our"
            " colleagues for their opinion, anonymously. The page below is for you alone: on it you find"
            " another link, and a poster, to send to them."
        ),
    )


def _contributor_words(view: LinkView, wording: Wording) -> tuple[str, ...]:
    _ = wording._
    names = "\n".join(f"- {domain.letter} {wording.text(domain.name)}" for domain in view.domains)
    asks = _("We are checking how ready our organisation is to use social media. Please answer these parts:")
    if len(view.domains) == 1:
        asks = _(
            "We are checking how ready our organisation is to use social media. Please answer this part:"
        )
    time = _(
        "This takes about %(minutes)s minutes. You can stop at any time and come back with the same link."
    )
    return (
        _("Subject: your part of our social media assessment"),
        _("Hello,"),
        f"{asks}\n{names}",
        time % {"minutes": view.minutes},
    )


def _viewer_words(wording: Wording) -> tuple[str, ...]:
    _ = wording._
    return (
        _("Subject: the results of our social media assessment"),
        _("Hello,"),
        _("We have checked how ready our organisation is to use social media. Here are the results:"),
    )
