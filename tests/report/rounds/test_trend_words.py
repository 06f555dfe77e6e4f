"""What the title of a trend says."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from app.maturity.rounds.change import Change
from app.maturity.rounds.history import NO_HISTORY, RoundHistory
from app.maturity.rounds.trend import Trend, TrendHeadline
from app.maturity.text import Language
from app.report.rounds.trend_words import describe_trend, trend_finding
from tests.figures.cast import questionnaire, wording_in
from tests.figures.cast_rounds import history

DOMAINS = questionnaire().domains


def a_history(
    points: Fraction | int,
    *,
    gained: int = 0,
    lost: int = 0,
    days: tuple[date, date] = (date(2026, 5, 3), date(2026, 11, 30)),
    versions_differ: bool = False,
) -> RoundHistory:
    """Return a history of two rounds with a headline of its own."""
    of = history(2)
    assert of.trend is not None
    overall = tuple(
        replace(point, round=replace(point.round, completed_on=day))
        for point, day in zip(of.trend.overall, days, strict=True)
    )
    trend: Trend = replace(of.trend, overall=overall)
    headline = TrendHeadline(
        trend.first, Change(Fraction(points)), DOMAINS[:gained], DOMAINS[:lost], versions_differ
    )
    return replace(of, trend=trend, headline=headline)


@pytest.mark.parametrize(
    ("shown", "language", "finding"),
    [
        (a_history(12, gained=1), "en", "Up 12 points since May 2026; Mandate and governance gained most"),
        (
            a_history(12, gained=1),
            "fr",
            "Maturité globale en hausse de 12\u00a0points depuis mai 2026"
            "\u202f; plus forte hausse\u00a0: «\u00a0Mandat et gouvernance\u00a0»",
        ),
        (
            a_history(-1, gained=1, lost=2),
            "en",
            "Down 1 point since May 2026; largest falls: “Mandate and governance” and “Information release”",
        ),
        (a_history(12, gained=3), "en", "Up 12 points since May 2026; largest rises: three domains"),
        (a_history(0), "fr", "Maturité globale inchangée depuis mai 2026"),
        # Not half a point, and yet a domain gained more than the others.
        (
            a_history(Fraction(1, 3), gained=1),
            "en",
            "Up less than half a point since May 2026; Mandate and governance gained most",
        ),
        (a_history(Fraction(-1, 3)), "en", "Down less than half a point since May 2026"),
        (
            a_history(2, gained=1, days=(date(2026, 5, 1), date(2026, 5, 30))),
            "fr",
            "Maturité globale en hausse de 2\u00a0points depuis le 1er mai 2026"
            + "\u202f; plus forte hausse\u00a0: «\u00a0Mandat et gouvernance\u00a0»",
        ),
        (
            a_history(3, gained=1, versions_differ=True),
            "en",
            "Up 3 points since May 2026, on the practices that both rounds share; Mandate and"
            " governance gained most",
        ),
    ],
)
def test_the_finding_is_the_change_like_for_like_since_the_first_round(
    shown: RoundHistory, language: Language, finding: str
) -> None:
    assert trend_finding(shown, wording_in(language)) == finding


def test_without_a_practice_in_common_no_change_is_claimed() -> None:
    shown = replace(a_history(1), headline=None)

    assert "no practice in common" in trend_finding(shown, wording_in("en"))


def test_each_round_is_named_by_number_and_day_and_another_version() -> None:
    words = describe_trend(history(3, upgraded=1), wording_in("en"))

    assert words is not None
    assert words.rounds == (
        "Round 1, 2 August 2016 (version 1.0)",
        "Round 2, 1 November 2016",
        "Round 3, 31 January 2017",
    )
    assert (words.first_day, words.last_day) == ("2 August 2016", "31 January 2017")


def test_without_a_trend_there_are_no_words() -> None:
    assert describe_trend(NO_HISTORY, wording_in("en")) is None
