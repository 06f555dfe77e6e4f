"""The files of a programme: the same numbers as the comparison, and of the others states and days alone."""

import csv
import io
import json
import re
from datetime import date

import pytest

from app.exchange.programme import comparison_csv, comparison_json, comparison_xlsx
from app.maturity.programme.programme import Organisation
from app.maturity.programme.side_by_side import Comparison, side_by_side
from app.maturity.programme.submission import SCORES
from app.maturity.text import Language
from app.translations import translator
from app.translations.wording import Wording
from tests.build import answers
from tests.exchange.plan_files.sheets import read_part, read_rows
from tests.maturity.programme.build import QUESTIONNAIRE, a_programme, a_submission, an_organisation

AS_OF = date(2026, 11, 30)
FORMULA = '=HYPERLINK("http://x.example")'


def compared(*organisations: Organisation) -> Comparison:
    return side_by_side(a_programme(*organisations), QUESTIONNAIRE)


def example() -> Comparison:
    return compared(
        an_organisation("École", a_submission(answers(G1=4, E3=1), organisation=FORMULA)),
        an_organisation(FORMULA, a_submission(depth=SCORES), a_submission(answers(G1="unknown"), number=2)),
        an_organisation("Capella", state="begun", day=date(2026, 11, 9)),
    )


def workbook(comparison: Comparison, language: Language = "en") -> bytes:
    wording = Wording(language, translator(language), QUESTIONNAIRE)
    return comparison_xlsx.write(comparison, AS_OF, wording)


def test_json_holds_every_number_exact() -> None:
    content = json.loads(comparison_json.write(example()))

    assert content["progress"] == {"not_begun": 0, "begun": 1, "complete": 0, "submitted": 2, "left": 0}
    # (200/3 + 50 + 125/3) / 3 = 475/9 and (100/3 + 50 + 50) / 3 = 400/9.
    assert content["overall"]["median"] == {"exact": "875/18", "rounded": 49}
    assert content["overall"]["levels"]["defined"] == 2
    assert content["domains"]["C"]["mean"] == {"exact": "50", "rounded": 50}
    assert content["below_target"][0] == {"question": "G2", "below": 2, "of": 2, "unknown": 0}
    assert content["below_target"][-1] == {"question": "G1", "below": 1, "of": 2, "unknown": 1}
    labels = [(each["label"], each["state"], len(each["submissions"])) for each in content["organisations"]]
    assert labels == [(FORMULA, "submitted", 2), ("Capella", "begun", 0), ("École", "submitted", 1)]
    assert content["organisations"][0]["change"]["like_for_like"] is False
    assert "answers" not in content["organisations"][0]["submissions"][0]
    assert content["organisations"][0]["submissions"][1]["answers"]["G1"] == "unknown"


def test_of_those_who_have_not_submitted_json_holds_a_state_and_a_day_alone() -> None:
    content = json.loads(comparison_json.write(example()))

    assert content["organisations"][1] == {
        "label": "Capella",
        "state": "begun",
        "since": "2026-11-09",
        "submissions": [],
        "change": None,
    }


def test_equal_comparisons_give_equal_files() -> None:
    wording = Wording("fr", translator("fr"), QUESTIONNAIRE)

    assert comparison_json.write(example()) == comparison_json.write(example())
    assert comparison_csv.write(example()) == comparison_csv.write(example())
    assert comparison_xlsx.write(example(), AS_OF, wording) == comparison_xlsx.write(
        example(), AS_OF, wording
    )


def test_csv_has_a_row_for_each_organisation_and_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(comparison_csv.write(example()).decode("utf-8-sig"))))

    assert [row["label"] for row in rows] == [f"'{FORMULA}", "Capella", "École"]
    assert rows[2]["organisation"] == f"'{FORMULA}"
    assert (rows[2]["overall"], rows[2]["level"], rows[2]["missing_must_haves"]) == ("53", "defined", "E3")
    assert (rows[2]["G"], rows[2]["G_level"], rows[2]["E"], rows[2]["E_level"]) == (
        *("67", "applied"),
        *("42", "defined"),
    )
    assert (rows[0]["round"], rows[0]["depth"], rows[0]["change"], rows[0]["like_for_like"]) == (
        *("2", "levels"),
        *("-6", "no"),
    )
    capella = {key: value for key, value in rows[1].items() if value}
    assert capella == {"label": "Capella", "state": "begun", "since": "2026-11-09"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_workbook_has_a_sheet_for_each_question(language: Language) -> None:
    names = re.findall(r'<sheet name="([^"]+)"', read_part(workbook(example(), language), "xl/workbook.xml"))

    assert (
        names
        == {
            "en": ["Overview", "Organisations", "Domains", "Practices", "Answers", "Changes"],
            "fr": ["Aperçu", "Organisations", "Domaines", "Pratiques", "Réponses", "Évolutions"],
        }[language]
    )


def test_the_workbook_holds_numbers_as_numbers_and_no_formula() -> None:
    content = workbook(example())
    organisations = read_rows(content, "Organisations")

    assert organisations[1][:2] == [FORMULA, "Submitted"]
    assert "<f>" not in "".join(
        read_part(content, f"xl/worksheets/sheet{number}.xml") for number in range(1, 7)
    )
    assert organisations[3][11:16] == [53, "Defined", 67, 50, 42]
    assert organisations[2][:3] == ["Capella", "Begun", date(2026, 11, 9)]
    assert set(organisations[2][3:]) == {""}
    assert read_rows(content, "Answers")[1:] == [
        [FORMULA, "We don’t know", 2, 2, 2, 2, 2, 2, 2],
        ["École", 4, 2, 2, 2, 2, 2, 2, 1],
    ]
    assert read_rows(content, "Changes")[1][:3] == [FORMULA, date(2026, 11, 1), -6]
    assert read_rows(content, "Practices")[1] == ["G2 Practice G2", 2, 2, 0]


def test_a_programme_without_submissions_has_a_workbook() -> None:
    content = workbook(compared(an_organisation("Capella")))

    assert read_rows(content, "Organisations")[1][0] == "Capella"
    assert not [row for row in read_rows(content, "Answers")[1:] if any(row)]


def test_the_workbook_is_told_from_one_that_holds_a_plan() -> None:
    assert "muster-programme" in read_part(workbook(example()), "docProps/custom.xml")


def test_what_cannot_be_read_is_counted_and_not_compared() -> None:
    content = json.loads(
        comparison_json.write(compared(an_organisation("A", state="submitted", unreadable=2)))
    )

    assert (content["unreadable"], content["overall"]["scores"]) == (2, 0)
