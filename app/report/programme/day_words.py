"""The words for organisations side by side that name days."""

from app.figures.chart import DataTable
from app.figures.programme.tables import change_cell
from app.figures.programme.words import below_words, change_words
from app.maturity.programme.change import ChangeSince
from app.maturity.programme.programme import STATES
from app.maturity.programme.progress import ProgrammeProgress
from app.maturity.programme.side_by_side import Comparison
from app.translations.dates import format_day
from app.translations.programme_words import STATE_NAMES
from app.translations.wording import Wording


def change_note(change: ChangeSince, wording: Wording) -> str:
    """Return what a change is computed from."""
    _ = wording._
    day = {"day": format_day(change.since.round.completed_on, wording.language)}
    if not change.like_for_like:
        return (
            _(
                "Since the round of %(day)s: the difference between the scores shown, because the answers"
                " were not submitted for both rounds."
            )
            % day
        )
    sentence = _(
        "Since the round of %(day)s, compared on %(n)s of %(m)s practices: those that applied both times."
    )
    return sentence % {**day, "n": change.compared, "m": change.asked}


def progress_days_table(progress: ProgrammeProgress, wording: Wording) -> DataTable:
    """Build a table of the days since which organisations are in their states."""
    _ = wording._
    header = (_("Since"), *(_(STATE_NAMES[state]) for state in STATES))
    rows = (
        (format_day(each.day, wording.language), *(str(each.counts[state]) for state in STATES))
        for each in progress.days
    )
    return DataTable(header, tuple(rows))


def change_table(comparison: Comparison, wording: Wording) -> DataTable:
    """Build a table of the organisations that have submitted twice: what changed, overall and by domain.

    An asterisk marks a difference of scores that is not like for like.
    """
    _ = wording._
    letters = [each.letter for each in comparison.domains]
    header = (_("Organisation"), _("Since"), _("Overall"), *letters, _("Compared"))
    rows = (
        (
            each.organisation.label,
            each.change.since.round.completed_on.isoformat(),
            change_cell(each.change),
            *(change_words(each.change.domains.get(letter)) for letter in letters),
            _compared(each.change, wording),
        )
        for each in comparison.submitted
        if each.change
    )
    return DataTable(header, tuple(rows))


def _compared(change: ChangeSince, wording: Wording) -> str:
    if change.compared is None or change.asked is None:
        return wording._("scores")
    return below_words(change.compared, change.asked, wording)
