"""The words of organisations side by side that name days."""

from datetime import date

from app.figures.programme.tables import change_cell
from app.maturity.programme.side_by_side import side_by_side
from app.maturity.programme.submission import SCORES
from app.report.programme.day_words import change_note, progress_days_table
from app.translations import translator
from app.translations.wording import Wording
from tests.build import answers
from tests.maturity.programme.build import QUESTIONNAIRE, a_programme, a_submission, an_organisation

ENGLISH, FRENCH = (Wording(each, translator(each), QUESTIONNAIRE) for each in ("en", "fr"))


def test_a_change_says_what_it_is_computed_from() -> None:
    comparison = side_by_side(
        a_programme(
            an_organisation("B", a_submission(answers(C1="not_applicable")), a_submission(number=2)),
            an_organisation("C", a_submission(depth=SCORES), a_submission(number=2)),
        ),
        QUESTIONNAIRE,
    )
    changes = [each.change for each in comparison.submitted]

    assert [change_note(each, ENGLISH) for each in changes if each] == [
        "Since the round of 1 November 2026, compared on 7 of 8 practices: those that applied both times.",
        "Since the round of 1 November 2026: the difference between the scores shown, because the answers"
        " were not submitted for both rounds.",
    ]
    assert change_cell(None) == "–"


def test_progress_is_told_by_day() -> None:
    programme = a_programme(
        an_organisation("A", day=date(2026, 9, 1)),
        an_organisation("B", a_submission(), day=date(2026, 10, 2)),
    )

    table = progress_days_table(side_by_side(programme, QUESTIONNAIRE).progress, FRENCH)

    assert table.rows == (
        ("1er septembre 2026", "1", "0", "0", "0", "0"),
        ("2 octobre 2026", "0", "0", "0", "1", "0"),
    )
