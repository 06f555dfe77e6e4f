"""The words for organisations side by side that name days."""

from app.figures.chart import DataTable
from app.maturity.programme.change import ChangeSince
from app.maturity.programme.programme import STATES
from app.maturity.programme.progress import ProgrammeProgress
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
                "Since the round of %(day)s: the difference between the scores shown, because not both rounds"
                " were submitted with levels."
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
