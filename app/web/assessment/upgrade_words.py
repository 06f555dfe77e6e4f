"""What a newer version of the questionnaire changes, in sentences."""

from collections.abc import Callable, Iterator

from app.maturity.questionnaire import Question, Questionnaire
from app.maturity.survey import Finding
from app.maturity.text import Language
from app.maturity.versions.comparison import TextChange, VersionComparison
from app.translations import N_

Translate = Callable[[str], str]

_PARTS = {
    "name": N_("Name"),
    "text": N_("Question"),
    "help": N_("Help"),
    "not_applicable": N_("Not applicable"),
}


def wording_name(wording: TextChange, asked: Questionnaire, language: Language, _: Translate) -> str:
    """Name the text that differs: a level statement by its number and name."""
    if wording.part in _PARTS:
        return _(_PARTS[wording.part])
    number = wording.part.removeprefix("level ")
    return f"{number} {asked.levels[int(number)].in_(language)}"


def scoring_changes(changes: VersionComparison, language: Language, _: Translate) -> list[str]:
    """Say what makes the same answers come out otherwise: gates, effort, the survey's weights, domains."""
    return [
        *_gates(changes, language, _),
        *_efforts(changes, language, _),
        *_findings(changes, language, _),
        *_shares(changes, language, _),
        *_domains(changes, language, _),
    ]


def _gates(changes: VersionComparison, language: Language, _: Translate) -> Iterator[str]:
    for each in changes.gate_changed:
        sentence = (
            _("%(question)s becomes a gate.") if each.after.gate else _("%(question)s is no gate any more.")
        )
        yield sentence % {"question": _named(each.after, language)}


def _efforts(changes: VersionComparison, language: Language, _: Translate) -> Iterator[str]:
    for each in changes.effort_changed:
        yield _("%(question)s: the effort is put at “%(after)s”, before at “%(before)s”.") % {
            "question": _named(each.after, language),
            "before": changes.before.efforts[each.before.effort].in_(language),
            "after": changes.after.efforts[each.after.effort].in_(language),
        }


def _findings(changes: VersionComparison, language: Language, _: Translate) -> Iterator[str]:
    def listed(asked: Questionnaire, names: tuple[str, ...]) -> str:
        found = (each.label.in_(language) for each in asked.survey.findings if each.name in names)
        return _("; ").join(found) or _("none")

    for each in changes.findings_changed:
        yield _("%(question)s answers to these findings of the survey: %(after)s; before: %(before)s.") % {
            "question": _named(each.after, language),
            "before": listed(changes.before, each.before.findings),
            "after": listed(changes.after, each.after.findings),
        }


def _shares(changes: VersionComparison, language: Language, _: Translate) -> Iterator[str]:
    def weight(finding: Finding | None) -> str:
        return _("%(share)s of 100") % {"share": finding.share} if finding else _("not there")

    for before, after in changes.share_changes:
        finding = after or before
        if finding is not None:
            yield _("The survey’s finding “%(finding)s” weighs: %(after)s; before: %(before)s.") % {
                "finding": finding.label.in_(language),
                "before": weight(before),
                "after": weight(after),
            }


def _domains(changes: VersionComparison, language: Language, _: Translate) -> Iterator[str]:
    sentences = (
        (changes.added_domains, _("%(domain)s is a new domain, and weighs as much as each of the others.")),
        (changes.removed_domains, _("%(domain)s is no domain any more.")),
    )
    for domains, sentence in sentences:
        for domain in domains:
            yield sentence % {"domain": f"{domain.letter} {domain.name.in_(language)}"}


def _named(question: Question, language: Language) -> str:
    return f"{question.id} {question.name.in_(language)}"
