"""The sheet of recommendations: what to do, in the order of rank."""

from app.exchange.workbook.book import Book, Cell
from app.maturity.outlook.next_step import due_day
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.translations.wording import Wording

_WIDTHS = [5, 20, 11, 11, 10, 50, 34, 16, 9, 11, 8]
# The number and the practice stay in sight.
_FROZEN = 2


def add_recommendation_sheet(book: Book, card: Scorecard, wording: Wording) -> None:
    """Add the recommendations with each step to the target; an interim result names days, no dates."""
    _ = wording._
    headings = (
        _("No."),
        _("Practice"),
        _("Kind"),
        _("Level today"),
        _("Target"),
        _("Steps to the target"),
        _("Evidence to keep"),
        _("Owner role"),
        _("Effort"),
        _("Due date") if card.completed_on else _("Time in days"),
        _("Gain in points"),
    )
    sheet = book.add_sheet(_("Recommendations"), _WIDTHS, frozen_columns=_FROZEN)
    rows = (_row(each, card, wording) for each in card.recommendations)
    book.write_table(sheet, "Recommendations", headings, rows, _WIDTHS)


def _row(each: Recommendation, card: Scorecard, wording: Wording) -> tuple[Cell, ...]:
    question = each.question
    return (
        each.rank,
        f"{question.id} {wording.text(question.name)}",
        _kind(each, wording),
        wording._("We don’t know") if each.answer.is_unknown else _level(each.level, wording),
        _level(each.target, wording),
        "\n".join(f"{number}. {wording.text(step)}" for number, step in enumerate(each.actions, start=1)),
        "\n".join(wording.text(evidence) for evidence in question.evidence),
        wording.owner_name(question.owner),
        wording.effort_name(each.effort),
        due_day(each, card, card.completed_on) if card.completed_on else each.horizon_days,
        each.gain,
    )


def _kind(each: Recommendation, wording: Wording) -> str:
    if each.gate:
        return wording._("Must-have")
    return wording._("Foundation") if each.foundation else ""


def _level(level: int, wording: Wording) -> str:
    return f"{level} {wording.level_name(level)}"
