"""What a submission holds, in words: shown before it leaves, kept as a receipt, read by the coordinator."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.figures.programme.words import practice_words
from app.maturity.answers import Answer
from app.maturity.level import Level
from app.maturity.programme.submission import Submission
from app.maturity.rounds.round import PrintedDomain
from app.maturity.score import Score
from app.translations.dates import format_day
from app.translations.organisations import REGION_NAMES, SIZE_NAMES, TYPE_NAMES
from app.translations.programme_words import DEPTH_NAMES
from app.translations.wording import Wording


@dataclass(frozen=True, slots=True)
class PreviewPart:
    """A part of a submission: its heading, and pairs of a name and a value."""

    heading: str
    rows: tuple[tuple[str, str], ...]


def preview(submission: Submission, wording: Wording) -> tuple[PreviewPart, ...]:
    """Return everything that a submission holds; comments and evidence if they were added with texts."""
    _ = wording._
    parts = [
        PreviewPart(_("Your organisation"), tuple(_organisation(submission, wording))),
        PreviewPart(_("The round"), tuple(_round(submission, wording))),
        PreviewPart(_("Scores"), tuple(_scores(submission, wording))),
    ]
    if submission.levels is not None:
        parts.append(PreviewPart(_("Answers"), tuple(_answers(submission, wording))))
        parts.append(PreviewPart(_("Targets"), tuple(_targets(submission, wording))))
    if submission.has_texts:
        parts.append(PreviewPart(_("Comments and evidence"), tuple(_texts(submission, wording))))
    return tuple(parts)


def _organisation(submission: Submission, wording: Wording) -> Iterator[tuple[str, str]]:
    _ = wording._
    not_given = _("Not given")
    yield _("Name"), submission.organisation or not_given
    kinds = (
        (_("Type of organisation"), TYPE_NAMES.get(submission.organisation_type)),
        (_("Number of people"), SIZE_NAMES.get(submission.size_band)),
        (_("Region"), REGION_NAMES.get(submission.region)),
    )
    for name, value in kinds:
        yield name, _(value) if value else not_given


def _round(submission: Submission, wording: Wording) -> Iterator[tuple[str, str]]:
    _, summary = wording._, submission.round
    yield _("Round"), f"{summary.number} {summary.label}".strip()
    yield _("Completed on"), format_day(summary.completed_on, wording.language)
    yield _("Submitted on"), format_day(submission.submitted_on, wording.language)
    variants = wording.questionnaire.variants
    yield _("Questionnaire"), wording.text(variants[summary.variant].name)
    yield _("Version"), summary.version
    yield _("Extent"), _(DEPTH_NAMES[submission.depth])


def _scores(submission: Submission, wording: Wording) -> Iterator[tuple[str, str]]:
    _, scores = wording._, submission.round.scores
    yield _("Overall readiness"), _score(scores.overall, scores.level, wording)
    if scores.uncapped_level != scores.level and scores.uncapped_level is not None:
        yield _("Level without missing must-haves"), wording.level_name(scores.uncapped_level)
    names = [practice_words(wording.questionnaire.question(each), wording) for each in scores.failing_gates]
    yield _("Must-haves still missing"), wording.join_items(names) if names else _("None")
    for letter, each in scores.domains.items():
        if each.asked:
            name = wording.text(wording.questionnaire.domain(letter).name)
            yield f"{letter} {name}", _domain(each, wording)


def _domain(domain: PrintedDomain, wording: Wording) -> str:
    based = wording._("questions counted: %(applicable)s of %(asked)s")
    values = {"applicable": domain.applicable, "asked": domain.asked}
    return wording.join_items((_score(domain.score, domain.level, wording), based % values))


def _score(score: Score | None, level: Level | None, wording: Wording) -> str:
    """Return a score as it is submitted: exact, and the whole points of it."""
    if score is None or level is None:
        return wording._("No score")
    shown = str(score.rounded)
    if score.exact.denominator != 1:
        shown = wording._("%(points)s, exactly %(exact)s") % {"points": shown, "exact": score.exact}
    return wording.join_items((shown, wording.level_name(level)))


def _given(submission: Submission, wording: Wording) -> Iterator[tuple[str, Answer]]:
    if submission.levels is not None:
        for id, answer in submission.levels.answers.items():
            yield practice_words(wording.questionnaire.question(id), wording), answer


def _answers(submission: Submission, wording: Wording) -> Iterator[tuple[str, str]]:
    for name, answer in _given(submission, wording):
        yield name, wording.answer_words(answer)


def _targets(submission: Submission, wording: Wording) -> Iterator[tuple[str, str]]:
    if submission.levels is not None:
        for letter, level in submission.levels.targets.items():
            name = wording.text(wording.questionnaire.domain(letter).name)
            yield f"{letter} {name}", wording.level_name(level)


def _texts(submission: Submission, wording: Wording) -> Iterator[tuple[str, str]]:
    _ = wording._
    for name, answer in _given(submission, wording):
        if answer.comment:
            yield wording.label_value(name, _("Comment")), answer.comment
        if answer.evidence:
            yield wording.label_value(name, _("Evidence")), answer.evidence
        if answer.evidence_date:
            day = format_day(answer.evidence_date, wording.language)
            yield wording.label_value(name, _("Date of the evidence")), day
