from datetime import date
from fractions import Fraction

import pytest

from app.maturity.level import Level
from app.maturity.rounds.round import (
    PrintedDomain,
    close_round,
    printed_scores,
    round_answers,
    rounds_of,
)
from app.maturity.score import Score
from tests.build import answers
from tests.maturity.rounds.build import NEW, a_card, a_round, every


def test_a_round_keeps_what_its_scorecard_printed() -> None:
    # G 12 of 12 = 100, C 8 of 8 = 100, E 4 + 4 + 1 of 12 = 75: 275/3 overall, Proven and capped by E3.
    given = {**every(4), **answers(E3=1)}

    closed = close_round(a_card(given, on=date(2026, 5, 2)), 3, "before the audit")

    assert (closed.number, closed.label, closed.completed_on) == (3, "before the audit", date(2026, 5, 2))
    assert (closed.questionnaire_id, closed.version, closed.variant) == ("readiness", "1.0", "full")
    assert closed.scores.overall == Score(Fraction(275, 3))
    assert (closed.scores.level, closed.scores.uncapped_level) == (Level.DEFINED, Level.PROVEN)
    assert closed.scores.failing_gates == ("E3",)
    assert list(closed.scores.domains) == ["G", "C", "E"]
    assert closed.scores.domains["E"] == PrintedDomain(Score(Fraction(75)), Level.APPLIED, 3, 3)


def test_a_domain_without_an_applicable_answer_has_neither_score_nor_level() -> None:
    given = {**every(2), **answers(C1="not_applicable", C2="not_applicable")}

    assert printed_scores(a_card(given)).domains["C"] == PrintedDomain(None, None, 0, 2)


def test_an_interim_result_closes_no_round() -> None:
    with pytest.raises(ValueError, match="interim"):
        close_round(a_card(answers(G1=1)), 1, "")


def test_the_answers_of_a_round_come_with_its_questionnaire_and_scores() -> None:
    card = a_card(every(3, NEW), NEW)

    behind = round_answers(card)

    assert behind.questionnaire is NEW
    assert behind.assessment is card.assessment
    assert behind.scores == printed_scores(card)


def test_rounds_of_a_variant_are_in_the_order_of_their_numbers() -> None:
    quick = every(2, variant="quick")
    rounds = [
        a_round(10, every(2)),
        a_round(4, quick, variant="quick"),
        a_round(2, every(1)),
        a_round(9, every(1)),
    ]

    assert [each.number for each in rounds_of(rounds, "full")] == [2, 9, 10]
    assert [each.number for each in rounds_of(rounds, "quick")] == [4]
