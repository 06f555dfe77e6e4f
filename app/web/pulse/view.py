"""The results of a pulse as its page shows them."""

from dataclasses import dataclass

from app.figures.chart import DataTable
from app.figures.pulse import group_table, pulse_shares
from app.figures.typography import PHONE_WIDTH
from app.maturity.pulse.counting import MINIMUM_SHOWN
from app.maturity.pulse.results import PulseResult, QuestionResult
from app.maturity.survey import Figure
from app.translations.wording import Wording
from app.web.charts import ChartSvg, draw_chart


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question with its chart, the figures that the chart shows, and its groups, if any may be shown."""

    result: QuestionResult
    svg: ChartSvg
    survey_figures: tuple[Figure, ...]
    groups: DataTable | None


@dataclass(frozen=True, slots=True)
class PulseView:
    """The questions that enough people answered, and those that too few answered."""

    questions: tuple[QuestionView, ...]
    withheld: tuple[QuestionResult, ...]
    grouping: str


def prepare(result: PulseResult, wording: Wording) -> PulseView:
    """Return the results as their page shows them."""
    return PulseView(
        tuple(_question(each, wording) for each in result.shown_questions),
        tuple(each for each in result.questions if each.n is None),
        result.grouping,
    )


def mail_text(address: str, wording: Wording) -> str:
    """Return a text that asks colleagues to answer the pulse at an address."""
    _ = wording._
    count = wording.number_word(len(wording.questionnaire.opinions)).capitalize()
    minimum = wording.number_word(MINIMUM_SHOWN)
    return "\n\n".join(
        (
            _("Subject: two minutes on social media in defence"),
            _("Dear colleagues,"),
            _(
                "we are checking how ready our organisation is to use social media, and would like your own"
                " opinion. %(count)s questions, under two minutes:"
            )
            % {"count": count},
            address,
            _(
                "It is anonymous. Nobody is asked who they are; no network address, date or order of answers"
                " is stored; answers are sealed, only counted, and nothing is shown of fewer than"
                " %(minimum)s people."
            )
            % {"minimum": minimum},
            _("Please answer once, and do not pass the link on outside our organisation."),
            _("Thank you."),
        )
    )


def _question(result: QuestionResult, wording: Wording) -> QuestionView:
    drawn = draw_chart(
        f"chart-pulse-{result.question.id}",
        pulse_shares(result, wording),
        pulse_shares(result, wording, width=PHONE_WIDTH),
    )
    figures = tuple(each.comparison.figure for each in result.options if each.comparison)
    groups = group_table(result, wording) if result.groups else None
    return QuestionView(result, drawn, figures, groups)
