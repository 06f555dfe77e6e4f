"""What one organisation submits, in words: the same for its own preview and for the coordinator."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.figures.chart import DataTable
from app.maturity.answers import Assessment
from app.maturity.level import Level
from app.maturity.programme.change import ChangeSince
from app.maturity.programme.submission import Depth, Submission
from app.maturity.questionnaire import Domain, Question
from app.maturity.score import Score
from app.translations import N_
from app.translations.dates import format_day
from app.translations.organisations import REGION_NAMES, SIZE_NAMES, TYPE_NAMES
from app.translations.programme_words import DEPTH_NAMES
from app.translations.wording import Wording
from app.web.programme.side_view import level_mark, signed

_WITH_TEXTS = N_("Scores, levels, comments and evidence")

# A name and its value.
Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class AnsweredDomain:
    """A domain with its asked questions, and its target in words."""

    name: str
    target: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class SubmissionView:
    """Everything of a submission: facts, the table of domains, and the answers if levels were submitted.

    ``change`` says what the changes in the table are measured against; it is empty without any.
    """

    facts: tuple[Fact, ...]
    domains: DataTable
    change: str
    assessment: Assessment | None
    answered: tuple[AnsweredDomain, ...]


def describe_submission(
    submission: Submission, wording: Wording, change: ChangeSince | None = None
) -> SubmissionView:
    """Return a submission in words; its answers may have their comments and their evidence."""
    answers = submission.round_answers(wording.questionnaire)
    return SubmissionView(
        _facts(submission, wording),
        _domain_table(submission, change, wording),
        change_sentence(change, wording) if change else "",
        answers.assessment if answers else None,
        tuple(_answered(submission, wording)),
    )


def _answered(submission: Submission, wording: Wording) -> Iterator[AnsweredDomain]:
    if submission.levels is None:
        return
    for domain in wording.questionnaire.domains:
        questions = wording.questionnaire.questions_in(submission.round.variant, domain.letter)
        if questions:
            target = submission.levels.targets[domain.letter]
            name = f"{domain.letter} {wording.text(domain.name)}"
            yield AnsweredDomain(name, f"{target} {wording.level_name(target)}", tuple(questions))


def _facts(submission: Submission, wording: Wording) -> tuple[Fact, ...]:
    _, printed = wording._, submission.round.scores
    bands = (
        (_("Type of organisation"), TYPE_NAMES.get(submission.organisation_type)),
        (_("Size"), SIZE_NAMES.get(submission.size_band)),
        (_("Region"), REGION_NAMES.get(submission.region)),
    )
    variant = wording.text(wording.questionnaire.variants[submission.round.variant].name)
    version = {"variant": variant, "version": submission.round.version}
    facts = [
        (_("Name of the organisation"), submission.organisation or _("None given")),
        *((name, _(value)) for name, value in bands if value),
        (_("Assessment"), _("%(variant)s, questionnaire version %(version)s") % version),
        (_("Round"), round_name(submission, wording)),
        (_("Day of submission"), format_day(submission.submitted_on, wording.language)),
        (_("What is submitted"), depth_words(submission.depth, wording, texts=submission.has_texts)),
        (_("Overall readiness"), _score_and_level(printed.overall, printed.level, wording)),
    ]
    if printed.uncapped_level != printed.level and printed.uncapped_level is not None:
        facts.append((_("Level without the rule on must-haves"), wording.level_name(printed.uncapped_level)))
    facts.append((_("Missing must-haves"), _gates(submission, wording)))
    return tuple(facts)


def _score_and_level(score: Score | None, level: Level | None, wording: Wording) -> str:
    if score is None or level is None:
        return wording._("No score")
    return f"{score.rounded}, {wording.level_name(level)}"


def depth_words(depth: Depth, wording: Wording, *, texts: bool) -> str:
    """Return how deep a submission is, in a few words."""
    return wording._(_WITH_TEXTS if texts else DEPTH_NAMES[depth])


def round_name(submission: Submission, wording: Wording) -> str:
    """Return the number, the label and the day of a submitted round."""
    _, own = wording._, submission.round
    named = _("Round %(number)s") % {"number": own.number}
    label = f" ({own.label})" if own.label else ""
    return f"{named}{label}, {format_day(own.completed_on, wording.language)}"


def _gates(submission: Submission, wording: Wording) -> str:
    questions = [wording.questionnaire.question(id) for id in submission.round.scores.failing_gates]
    named = [f"{each.id} {wording.text(each.name)}" for each in questions]
    return wording.join_items(named) if named else wording._("None")


def _domain_table(submission: Submission, change: ChangeSince | None, wording: Wording) -> DataTable:
    _ = wording._
    header = (
        _("Domain"),
        _("Score"),
        _("Level"),
        _("Practices that apply"),
        *((_("Change"),) if change else ()),
    )
    letters = submission.round.scores.domains
    domains = [each for each in wording.questionnaire.domains if each.letter in letters]
    return DataTable(header, tuple(_domain_row(each, submission, change, wording) for each in domains))


def _domain_row(
    domain: Domain, submission: Submission, change: ChangeSince | None, wording: Wording
) -> tuple[str, ...]:
    printed = submission.round.scores.domains[domain.letter]
    name = f"{domain.letter} {wording.text(domain.name)}"
    changed = (signed(change.domains.get(domain.letter), wording),) if change else ()
    counted = wording._("%(n)s of %(m)s") % {"n": printed.applicable, "m": printed.asked}
    if printed.score is None or printed.level is None:
        return (name, "–", wording._("No score"), counted, *changed)
    level = f"{level_mark(printed.level)} {wording.level_name(printed.level)}"
    return (name, str(printed.score.rounded), level, counted, *changed)


def change_sentence(change: ChangeSince, wording: Wording) -> str:
    """Return what the change is measured against, and how."""
    _ = wording._
    since = {"round": round_name(change.since, wording)}
    if change.like_for_like:
        counts = {"n": change.compared, "m": change.asked}
        return _(
            "Change since %(round)s: like for like, on %(n)s of %(m)s practices that applied and were"
            " answered both times."
        ) % (since | counts)
    return (
        _("Change since %(round)s: the difference of the printed scores, for one of them holds no levels.")
        % since
    )
