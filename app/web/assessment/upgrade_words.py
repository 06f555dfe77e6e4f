"""What a newer version of the questionnaire changes, in sentences."""

from collections.abc import Iterator

from app.maturity.questionnaire import Question, Questionnaire
from app.maturity.survey import Finding
from app.maturity.versions.comparison import TextChange, VersionComparison
from app.translations import N_
from app.translations.wording import Wording

_PARTS = {
    "name": N_("Name"),
    "text": N_("Question"),
    "help": N_("Help"),
    "not_applicable": N_("Not applicable"),
}


def changed_text_name(change: TextChange, wording: Wording) -> str:
    """Return the name of a text that changed: the number and name of a level for its statement."""
    if change.part in _PARTS:
        return wording._(_PARTS[change.part])
    number = change.part.removeprefix("level ")
    return f"{number} {wording.level_name(int(number))}"


def scoring_changes(changes: VersionComparison, wording: Wording) -> list[str]:
    """Return what changes the scores of the same answers: gates, effort, the survey's weights, domains.

    The wording is that of the newer version.
    """
    return [
        *_gates(changes, wording),
        *_efforts(changes, wording),
        *_findings(changes, wording),
        *_shares(changes, wording),
        *_domains(changes, wording),
    ]


def _gates(changes: VersionComparison, wording: Wording) -> Iterator[str]:
    _ = wording._
    for each in changes.gate_changed:
        sentence = (
            _("%(question)s becomes a must-have.")
            if each.after.gate
            else _("%(question)s is no longer a must-have.")
        )
        yield sentence % {"question": _named(each.after, wording)}


def _efforts(changes: VersionComparison, wording: Wording) -> Iterator[str]:
    _ = wording._
    for each in changes.effort_changed:
        yield _("%(question)s: the effort is “%(after)s”; before: “%(before)s”.") % {
            "question": _named(each.after, wording),
            "before": wording.text(changes.before.efforts[each.before.effort]),
            "after": wording.effort_name(each.after.effort),
        }


def _findings(changes: VersionComparison, wording: Wording) -> Iterator[str]:
    _ = wording._

    def listed(questionnaire: Questionnaire, names: tuple[str, ...]) -> str:
        labels = (wording.text(each.label) for each in questionnaire.survey.findings if each.name in names)
        return _("; ").join(labels) or _("none")

    for each in changes.findings_changed:
        yield _("%(question)s belongs to these findings of the survey: %(after)s; before: %(before)s.") % {
            "question": _named(each.after, wording),
            "before": listed(changes.before, each.before.findings),
            "after": listed(changes.after, each.after.findings),
        }


def _shares(changes: VersionComparison, wording: Wording) -> Iterator[str]:
    _ = wording._

    def weight(finding: Finding | None) -> str:
        return _("%(share)s of 100") % {"share": finding.share} if finding else _("not there")

    for before, after in changes.share_changes:
        finding = after or before
        if finding is not None:
            yield _("The survey’s finding “%(finding)s” weighs: %(after)s; before: %(before)s.") % {
                "finding": wording.text(finding.label),
                "before": weight(before),
                "after": weight(after),
            }


def _domains(changes: VersionComparison, wording: Wording) -> Iterator[str]:
    _ = wording._
    sentences = (
        (changes.added_domains, _("%(domain)s is a new domain, and weighs as much as each of the others.")),
        (changes.removed_domains, _("%(domain)s is no longer a domain.")),
    )
    for domains, sentence in sentences:
        for domain in domains:
            yield sentence % {"domain": f"{domain.letter} {wording.text(domain.name)}"}


def _named(question: Question, wording: Wording) -> str:
    return f"{question.id} {wording.text(question.name)}"
