"""Histories of rounds on the real questionnaire, in both of its versions, and their charts."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from random import Random

from app.catalogue import loader
from app.config import ROOT
from app.figures.chart import Chart
from app.figures.rounds.trend import overall_line, trend_chart
from app.figures.typography import FULL_WIDTH, PHONE_WIDTH
from app.maturity.plan.action import Action
from app.maturity.plan.plan import Plan
from app.maturity.questionnaire import Questionnaire
from app.maturity.rounds.history import PastRound, RoundHistory, build_history
from app.maturity.rounds.round import close_round, round_answers
from app.maturity.scorecard import Scorecard, build
from app.maturity.text import Language
from app.report.rounds.trend_words import describe_trend
from tests import build as builders
from tests.figures.cast import LANGUAGES, questionnaire, wording_in

MOST = 40
BEGIN = date(2016, 5, 3)


@cache
def first_version() -> Questionnaire:
    """Return version 1.0 of the real questionnaire."""
    return loader.load(ROOT / "questionnaires" / "readiness-1.0")


@cache
def round_card(number: int, of: int, variant: str = "full", *, upgraded: int = 0) -> Scorecard:
    """Return the complete scorecard of a round: higher from round to round, with some falls.

    Rounds up to ``upgraded`` are answered with version 1.0; quarters lie between two rounds.
    """
    shown = first_version() if number <= upgraded else questionnaire()
    drawn = Random(number)  # noqa: S311  the same answers each time
    answers = {
        each.id: builders.an_answer(min(4, max(0, round(4 * number / of + drawn.uniform(-1.2, 0.9)))))
        for each in shown.questions_in(variant)
    }
    day = BEGIN + timedelta(days=91 * number)
    assessment = builders.an_assessment(answers, variant=variant, version=shown.version, completed_on=day)
    return build(shown, assessment, completed=True)


def done_actions(day: date) -> Plan:
    """Return an action of a practice, done a month before a day, and a free one in French, done on it."""
    return (
        Action("b", "Relire les règles <b>", "fr", state="done", done_on=day),
        Action("a", "Write it down", "en", "G1", state="done", done_on=day - timedelta(days=30)),
    )


@cache
def history(count: int, variant: str = "full", *, upgraded: int = 0) -> RoundHistory:
    """Return the history of the last of some rounds, as its own results show it."""
    past = [
        PastRound(close_round(card, number, ""), round_answers(card))
        for number in range(1, count + 1)
        for card in [round_card(number, count, variant, upgraded=upgraded)]
    ]
    return build_history(
        round_card(count, count, variant, upgraded=upgraded),
        [each.summary for each in past[:-1]],
        compared=past[-2] if count > 1 else None,
        first=past[0] if count > 2 else None,
        own=past[-1].summary,
        plan=done_actions(past[-1].summary.completed_on),
    )


def trend_charts(shown: RoundHistory, language: Language) -> Iterator[Chart]:
    """Build the charts of a history in each of their widths."""
    wording = wording_in(language)
    words = describe_trend(shown, wording)
    if shown.trend and words:
        for width in (PHONE_WIDTH, FULL_WIDTH):
            yield trend_chart(shown.trend, words, wording, width=width)
            yield overall_line(shown.trend, words, wording, width=width)


def every_trend_chart() -> Iterator[Chart]:
    """Build charts of few and many rounds, of one version and of two, in both variants and languages."""
    for language in LANGUAGES:
        for count in (2, 5, MOST):
            for upgraded in (0, count // 2):
                yield from trend_charts(history(count, upgraded=upgraded), language)
        yield from trend_charts(history(3, "quick"), language)
