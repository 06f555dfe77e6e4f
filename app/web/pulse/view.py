"""The results of a pulse as its page shows them."""

from dataclasses import dataclass

from app.figures import pulse_words
from app.figures.chart import DataTable
from app.figures.pulse import group_table, pulse_shares
from app.figures.typography import PHONE_WIDTH
from app.maturity.answers import Answer, Assessment
from app.maturity.pulse.counting import MINIMUM_SHOWN
from app.maturity.pulse.results import PulseResult, QuestionResult
from app.maturity.pulse.suggestion import INVITED, Invited
from app.maturity.questionnaire import Question
from app.maturity.survey import Figure
from app.translations.wording import Wording
from app.web.charts import ChartSvg, draw_chart


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question with its chart, the figures that the chart shows, and its groups, if any may be shown.

    A question about the organisation's own policy also has the practice that it belongs to, and the
    organisation's answer to that practice.
    """

    result: QuestionResult
    svg: ChartSvg
    survey_figures: tuple[Figure, ...]
    groups: DataTable | None
    practice: Question | None
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class PulseView:
    """The questions that enough people answered, and those that too few answered."""

    questions: tuple[QuestionView, ...]
    withheld: tuple[QuestionResult, ...]
    grouping: str


def prepare(result: PulseResult, assessment: Assessment | None, wording: Wording) -> PulseView:
    """Return the results as their page shows them; without an assessment, own answers are left out."""
    return PulseView(
        tuple(_question(each, assessment, wording) for each in result.shown_questions),
        tuple(each for each in result.questions if each.n is None),
        result.grouping,
    )


def invited_choices(wording: Wording) -> tuple[tuple[Invited, str, str], ...]:
    """Return the choices of who was invited, as the options of a form."""
    words = pulse_words.invited_names(wording)
    return tuple((each, words[each], "") for each in INVITED)


def mail_text(address: str, wording: Wording, *, asks_policy: bool) -> str:
    """Return a text that asks colleagues to answer the pulse at an address."""
    _ = wording._
    questions = wording.questionnaire.pulse_questions(policy=asks_policy)
    count = wording.number_word(len(questions)).capitalize()
    minimum = wording.number_word(MINIMUM_SHOWN)
    return "\n\n".join(
        (
            _("Subject: a few minutes on social media in defence"),
            _("Dear colleagues,"),
            _(
                "We are checking how ready our organisation is to use social media, and would like your own"
                " opinion. %(count)s questions, a few minutes:"
            )
            % {"count": count},
            address,
            _(
                "It is anonymous. You are not asked who you are; no network address or date is stored with an"
                " answer, nor the order of the answers; answers are encrypted and only counted, and no result"
                " about fewer than %(minimum)s people is shown."
            )
            % {"minimum": minimum},
            _("Please answer once, and do not pass the link on outside our organisation."),
            _("Thank you."),
        )
    )


def _question(result: QuestionResult, assessment: Assessment | None, wording: Wording) -> QuestionView:
    id = result.question.practice
    practice = wording.questionnaire.question(id) if id and assessment else None
    drawn = draw_chart(pulse_shares(result, wording, width=PHONE_WIDTH))
    figures = tuple(each.comparison.figure for each in result.options if each.comparison)
    groups = group_table(result, wording) if result.groups else None
    answer = assessment.answer(practice) if practice and assessment else None
    return QuestionView(result, drawn, figures, groups, practice, answer)
