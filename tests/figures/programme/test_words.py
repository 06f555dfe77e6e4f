"""The words of organisations side by side."""

from datetime import date
from fractions import Fraction

import pytest

from app.figures.programme.tables import (
    below_target_table,
    organisation_table,
    progress_table,
)
from app.figures.programme.words import change_words, ends_words, level_mark, progress_words
from app.maturity.level import Level
from app.maturity.programme.programme import Organisation
from app.maturity.programme.side_by_side import Comparison, side_by_side
from app.maturity.programme.submission import SCORES
from app.maturity.rounds.change import Change
from app.maturity.text import Language
from app.translations import translator
from app.translations.wording import Wording
from tests.build import answers
from tests.maturity.programme.build import QUESTIONNAIRE, a_programme, a_submission, an_organisation


def wording(language: Language = "en") -> Wording:
    return Wording(language, translator(language), QUESTIONNAIRE)


def compared(*organisations: Organisation) -> Comparison:
    return side_by_side(a_programme(*organisations), QUESTIONNAIRE)


def test_a_level_is_told_apart_by_its_mark_alone() -> None:
    marks = [level_mark(level) for level in Level]

    assert marks == ["○○○○", "●○○○", "●●○○", "●●●○", "●●●●"]


@pytest.mark.parametrize(
    ("exact", "words"), [("5/2", "+3"), ("-5/2", "−3"), ("1/3", "0"), ("-1/3", "0"), ("0", "0")]
)
def test_a_change_has_its_sign_and_zero_has_none(exact: str, words: str) -> None:
    assert change_words(Change(Fraction(exact))) == words


def test_the_table_of_organisations_has_scores_marks_and_the_change() -> None:
    comparison = compared(
        an_organisation("B", a_submission(), a_submission(answers(G1=4), number=2)),
        an_organisation("A", a_submission(answers(C1="not_applicable", C2="not_applicable"))),
        an_organisation("C", a_submission(depth=SCORES), a_submission(number=2)),
    )

    table = organisation_table(comparison.submitted, comparison, wording())

    assert table.header == ("Organisation", "Overall readiness", "G", "C", "E", "Difference")
    assert table.rows == (
        ("A", "50 Defined", "50", "–", "50", "–"),
        ("B", "56 Defined", "67", "50", "50", "+6"),
        ("C", "50 Defined", "50", "50", "50", "0*"),
    )


def test_practices_below_target_say_how_many_of_how_many() -> None:
    comparison = compared(
        an_organisation("A", a_submission(answers(G1="unknown", G2=3, G3=3, C1="not_applicable", C2=4))),
        an_organisation("B", a_submission(answers(G1=1, G2=4, G3=4, C2=4))),
    )

    rows = below_target_table(comparison.below_target, wording()).rows

    assert rows[0] == ("G1 Practice G1", "2 of 2", "1")
    assert rows[-1] == ("C1 Practice C1", "1 of 1", "0")


def test_progress_is_said_in_words() -> None:
    comparison = compared(
        an_organisation("A", day=date(2026, 9, 1)),
        an_organisation("B", a_submission(), day=date(2026, 10, 2)),
    )

    assert progress_words(comparison.progress, wording()) == (
        "2 organisations are invited. Not begun: 1; Begun: 0; Completed: 0; Submitted: 1; Left: 0."
    )
    assert progress_table(comparison.progress, wording("fr")).rows[3] == ("Transmise", "1")


def test_the_domains_at_both_ends_are_named() -> None:
    strong, weak = answers(G1=4, G2=4, G3=4), answers(C1=0, C2=0)
    comparison = compared(
        an_organisation("A", a_submission(strong | weak)), an_organisation("B", a_submission(strong | weak))
    )

    assert ends_words(comparison, wording()) == (
        "The highest median of a domain is 100 (Domain G), the lowest is 0 (Domain C)."
    )
    assert ends_words(compared(an_organisation("A", a_submission())), wording()) == ""
