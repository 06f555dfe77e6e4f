import csv
import io
from typing import Any

import pytest
import yaml

from app.exchange.ciso_assistant import answers_csv, library_yaml
from app.maturity.answers import Answer
from app.maturity.scorecard import Scorecard, build
from app.maturity.text import Language
from tests.build import an_answer, an_assessment
from tests.figures.cast import card, questionnaire, wording_in
from tests.report.sample import sample

RESULTS = {"compliant", "partially_compliant", "non_compliant", "not_applicable"}


def rows(scorecard: Scorecard, language: Language = "en") -> list[dict[str, str]]:
    text = answers_csv.write(scorecard, wording_in(language)).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def row(answer: Answer, language: Language = "en", **changes: Any) -> dict[str, str]:  # noqa: ANN401  # any field
    """Return the row of one answer, to a practice that may be out of use."""
    assessment = an_assessment({"C4": answer}, version=questionnaire().version, **changes)
    (found,) = rows(build(questionnaire(), assessment, completed=True), language)
    return found


@pytest.mark.parametrize(
    ("choice", "target", "result", "score"),
    [
        (4, 3, "compliant", "4"),
        (3, 3, "compliant", "3"),
        (3, 4, "partially_compliant", "3"),
        (1, 2, "partially_compliant", "1"),
        (0, 2, "non_compliant", "0"),
        ("unknown", 3, "non_compliant", "0"),
        ("not_applicable", 3, "not_applicable", ""),
    ],
)
def test_the_result_follows_from_level_and_target(
    choice: int | str, target: int, result: str, score: str
) -> None:
    found = row(an_answer(choice), targets={"C": target})

    assert (found["compliance_result"], found["score"]) == (result, score)


def test_a_row_is_found_by_its_id_and_its_name_in_the_library() -> None:
    library = yaml.safe_load(library_yaml.write(questionnaire()))
    known = {each["ref_id"]: each["urn"] for each in library["objects"]["framework"]["requirement_nodes"]}

    found = rows(card("bellatrix"))

    assert len(found) == 46
    assert all(known[each["ref_id"]] == each["urn"] for each in found)
    # The program passes over a row without it, and says nothing.
    assert {each["assessable"] for each in found} == {"x"}


def test_what_is_not_answered_has_no_row_and_what_is_not_confirmed_is_in_review() -> None:
    assert row(an_answer(2))["requirement_progress"] == "done"
    assert row(an_answer(2, carried=True))["requirement_progress"] == "in_review"


def test_the_answer_in_words_comes_before_what_was_typed() -> None:
    answer = an_answer(3, comment='=HYPERLINK("x"), "é"\nשלום', evidence="-1")

    assert row(answer)["observations"] == '3 Applied\n=HYPERLINK("x"), "é"\nשלום\nEvidence: -1'
    assert row(an_answer("unknown"), "fr")["observations"] == "Nous ne savons pas"
    reason = questionnaire().question("C4").not_applicable
    assert reason
    assert row(an_answer("not_applicable"), "fr")["observations"] == f"Sans objet\n{reason.fr}"


def test_any_assessment_gives_what_the_import_takes_and_no_cell_that_begins_a_formula() -> None:
    for case in sample(96):
        for each in rows(case.scorecard):
            assert each["compliance_result"] in RESULTS
            assert each["score"] in {"", "0", "1", "2", "3", "4"}
            assert (each["score"] == "") == (each["compliance_result"] == "not_applicable")
            assert all(cell[:1].isalnum() for cell in each.values() if cell)
