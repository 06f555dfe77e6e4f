"""Tables of a programme: its organisations, the practices below target, and its progress."""

from collections.abc import Iterable

from app.figures.chart import DataTable
from app.figures.programme.words import below_words, change_words, level_mark, practice_words, score_words
from app.maturity.level import Level
from app.maturity.programme.below_target import BelowTarget
from app.maturity.programme.change import ChangeSince
from app.maturity.programme.programme import STATES
from app.maturity.programme.progress import ProgrammeProgress
from app.maturity.programme.side_by_side import Comparison, SubmittedOrganisation
from app.translations.programme_words import STATE_NAMES
from app.translations.wording import Wording


def organisation_table(
    rows: Iterable[SubmittedOrganisation], comparison: Comparison, wording: Wording
) -> DataTable:
    """Build a table of organisations: overall score and level, the score of each domain, and the change.

    A change that is not like for like has an asterisk.
    """
    _ = wording._
    letters = [each.letter for each in comparison.domains]
    header = (_("Organisation"), _("Overall readiness"), *letters, _("Difference"))
    return DataTable(header, tuple(_organisation(each, letters, wording) for each in rows))


def _organisation(row: SubmittedOrganisation, letters: list[str], wording: Wording) -> tuple[str, ...]:
    scores = row.submission.round.scores
    domains = (scores.domains.get(letter) for letter in letters)
    return (
        row.organisation.label,
        score_words(scores.overall, scores.level, wording),
        *(str(each.score.rounded) if each and each.score else "–" for each in domains),
        change_cell(row.change),
    )


def change_cell(change: ChangeSince | None) -> str:
    """Return an organisation’s change in points, with an asterisk if it is not like for like."""
    if change is None or change.overall is None:
        return "–"
    return f"{change_words(change.overall)}{'' if change.like_for_like else '*'}"


def mark_key(wording: Wording) -> str:
    """Return what the marks of the levels mean."""
    return wording.join_items(f"{level_mark(level)} {wording.level_name(level)}" for level in Level)


def below_target_table(practices: Iterable[BelowTarget], wording: Wording) -> DataTable:
    """Build a table of practices: how many organisations are below target, and how many do not know."""
    _ = wording._
    header = (_("Practice"), _("Below target"), _("Of these, “We don’t know”"))
    rows = (
        (
            practice_words(each.question, wording),
            below_words(each.below, each.of, wording),
            str(each.unknown),
        )
        for each in practices
    )
    return DataTable(header, tuple(rows))


def progress_table(progress: ProgrammeProgress, wording: Wording) -> DataTable:
    """Build a table of how many organisations are in each state."""
    _ = wording._
    rows = ((_(STATE_NAMES[state]), str(progress.counts[state])) for state in STATES)
    return DataTable((_("State"), _("Organisations")), tuple(rows))
