"""workbook.xlsx: the plan, the results and the rounds of an assessment, a sheet for each."""

from dataclasses import dataclass, field
from datetime import date

from app.exchange.plan_files.columns import COLUMNS, WITHOUT_NOTES
from app.exchange.workbook.answer_sheet import add_answer_sheet
from app.exchange.workbook.book import Book
from app.exchange.workbook.domain_sheet import add_domain_sheet
from app.exchange.workbook.first_page import add_first_page
from app.exchange.workbook.method_sheet import add_method_sheet
from app.exchange.workbook.plan_sheet import add_plan_sheets
from app.exchange.workbook.recommendation_sheet import add_recommendation_sheet
from app.exchange.workbook.trend_sheet import add_trend_sheet
from app.maturity.plan.plan import Plan
from app.maturity.rounds.round import Round
from app.maturity.scorecard import Scorecard
from app.maturity.text import N_
from app.translations.wording import Wording

_ANSWERS = N_("Answers")
_SHEETS = {
    N_("Plan"): N_("Your actions. You can filter, sort and change them."),
    N_("Recommendations"): N_(
        "What to do, the most important first, with each step to the target and the evidence to keep."
    ),
    N_("Domains"): N_("The score, the level and the target of each domain, and a chart of them."),
    _ANSWERS: N_("Each answer with its statement, comment and evidence."),
    N_("Trend"): N_("The scores of each round, and a chart of them."),
    N_("Method"): N_("What the levels mean, and how answers become scores."),
}


@dataclass(frozen=True)
class WorkbookContent:
    """What a workbook shows: results, plan and closed rounds.

    ``made_on`` is the day of the file, never that of the download. ``trend_finding`` says what changed from
    the first round of the variant to the last; it is empty for nothing. Without ``shows_answers`` there is no
    sheet of answers, and no column of notes.
    """

    card: Scorecard
    made_on: date
    plan: Plan = field(default=(), repr=False)
    rounds: tuple[Round, ...] = ()
    trend_finding: str = ""
    shows_answers: bool = True


def write(content: WorkbookContent, wording: Wording) -> bytes:
    """Write the workbook in one language; equal content gives equal bytes."""
    _, card = wording._, content.card
    variant = card.assessment.profile.variant
    shown = {_(name): _(text) for name, text in _SHEETS.items() if content.shows_answers or name != _ANSWERS}
    book = Book(wording.text(card.questionnaire.title), wording.language, content.made_on)
    add_first_page(book, card, content.plan, shown, wording)
    add_plan_sheets(book, content.plan, wording, COLUMNS if content.shows_answers else WITHOUT_NOTES)
    add_recommendation_sheet(book, card, wording)
    add_domain_sheet(book, card, wording)
    if content.shows_answers:
        add_answer_sheet(book, card, wording)
    add_trend_sheet(book, content.rounds, variant, content.trend_finding, wording)
    add_method_sheet(book, wording)
    return book.close()
