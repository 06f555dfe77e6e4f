"""workbook.xlsx, read by calamine and by the parts of the file."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from app.exchange.workbook import workbook_xlsx
from app.exchange.workbook.workbook_xlsx import WorkbookContent
from app.figures.domains import domain_finding
from app.maturity.rounds.round import Round, close_round
from app.maturity.scorecard import Scorecard, build
from app.maturity.text import LANGUAGES, Language
from tests.build import a_questionnaire, an_answer, an_assessment, answers, bellatrix
from tests.exchange.plan_files.build import HOSTILE, MADE_ON, PLAN
from tests.exchange.plan_files.sheets import Row, read_part, read_rows
from tests.figures.cast import card, wording_in

QUESTIONNAIRE = a_questionnaire()
FINDING = "Up 12 points"


def a_card(**changes: object) -> Scorecard:
    """Return the scorecard of Bellatrix on the small questionnaire, with texts that look like formulas."""
    assessment = bellatrix(QUESTIONNAIRE)
    typed = an_answer(2, comment=HOSTILE, evidence="-1", evidence_date=date(2026, 9, 30))
    assessment = replace(
        assessment,
        profile=replace(assessment.profile, organisation="=Bellatrix"),
        answers={**assessment.answers, "G1": typed},
        **changes,  # type: ignore[arg-type]  # any field of an assessment
    )
    return build(QUESTIONNAIRE, assessment, completed=True)


def rounds(*kinds: str) -> tuple[Round, ...]:
    """Return closed rounds of the variants, a year apart."""
    closed = close_round(a_card(), 1, "+Label")
    return tuple(
        replace(closed, number=number, variant=kind, completed_on=date(2020 + number, 1, 31))
        for number, kind in enumerate(kinds, start=1)
    )


def written(language: Language = "en", **changes: object) -> bytes:
    """Return the workbook of Bellatrix with four actions and three rounds."""
    given: dict[str, object] = {
        "card": a_card(),
        "made_on": MADE_ON,
        "plan": PLAN,
        "rounds": rounds("full", "quick", "full"),
        "trend_finding": FINDING,
    }
    content = WorkbookContent(**(given | changes))  # type: ignore[arg-type]  # the fields of the content
    return workbook_xlsx.write(content, wording_in(language, QUESTIONNAIRE))


def sheet_names(content: bytes) -> list[str]:
    return re.findall(r'<sheet name="([^"]+)"', read_part(content, "xl/workbook.xml"))


def row_with(content: bytes, sheet: str, first: object) -> Row:
    """Return the row of a sheet that begins with a value, or has it second."""
    return next(row for row in read_rows(content, sheet) if first in row[:2])


def test_the_sheets_in_both_languages() -> None:
    assert sheet_names(written()) == [
        *("First page", "Plan", "Lists", "Recommendations", "Domains", "Answers", "Trend", "Method")
    ]
    assert sheet_names(written("fr")) == [
        *("Première page", "Plan", "Listes", "Recommandations", "Domaines", "Réponses", "Évolution"),
        "Méthode",
    ]


def test_the_first_page_says_whose_it_is_the_result_and_how_far_the_plan_is() -> None:
    found = {row[0]: row[1] for row in read_rows(written(), "First page")}

    assert found["Organisation"] == "=Bellatrix"
    assert found["Completed on"] == date(2026, 11, 1)
    assert found["Overall readiness, of 100"] == a_card().overall.score.rounded  # type: ignore[union-attr]  # it has one
    assert found["Progress"] == "1 of 3 actions done; one dropped"
    assert (found["To do"], found["Doing"], found["Dropped"]) == (1, 1, 1)
    assert "Interim result" not in found


def test_an_interim_result_says_so_and_names_days_in_place_of_dates() -> None:
    interim = build(QUESTIONNAIRE, an_assessment(answers(G1=1)), completed=False)
    content = written(card=interim, plan=())

    found = {row[0]: row[1] for row in read_rows(content, "First page")}
    assert found["Interim result"] == "1 of 8 practices answered"
    assert found["Actions"] == "There are none yet."
    head, first = read_rows(content, "Recommendations")[:2]
    assert (head[9], first[9]) == ("Time in days", 90)


def test_a_recommendation_has_its_steps_its_day_and_its_gain() -> None:
    each = a_card().recommendations[0]

    found = read_rows(written(), "Recommendations")[1]

    assert found[0] == 1
    assert found[1] == f"{each.question.id} {each.question.name.en}"
    assert str(found[5]).startswith(f"1. {each.actions[0].en}")
    assert found[9] == date(2026, 12, 1)
    assert found[10] == pytest.approx(float(each.gain), abs=0.05)


def test_a_domain_has_whole_points_and_its_chart_the_message_above_it() -> None:
    content = written()

    score = a_card().domains[0]
    assert row_with(content, "Domains", "G Domain G")[:5] == [
        "G Domain G",
        score.score.rounded,  # type: ignore[union-attr]  # it has one
        "Defined",
        "Applied",
        75,
    ]
    finding = domain_finding(a_card(), wording_in("en", QUESTIONNAIRE))
    assert read_rows(content, "Domains")[5][0] == f"{finding}."
    assert f'descr="{finding}"' in read_part(content, "xl/drawings/drawing1.xml")


def test_an_answer_has_its_statement_and_its_texts_as_they_were_typed() -> None:
    assert row_with(written(), "Answers", "G1 Practice G1") == [
        *("G", "G1 Practice G1", "", "2 Defined", "We stand at level 2 of G1."),
        *(HOSTILE, "-1", date(2026, 9, 30), ""),
    ]


def test_a_comment_that_is_higher_than_a_row_goes_on_in_the_next() -> None:
    comment = "\n".join(f"line {number}" for number in range(40))
    long = replace(a_card().assessment, answers={"G1": an_answer(2, comment=comment, evidence="Minutes")})
    content = written(card=build(QUESTIONNAIRE, long, completed=True))

    first, second = (row for row in read_rows(content, "Answers") if row[1] == "G1 Practice G1")
    assert f"{first[5]}\n{second[5]}" == comment
    assert (first[6], second[6]) == ("Minutes", "")


def test_a_carried_answer_and_old_evidence_are_pointed_out() -> None:
    given = {
        "G1": an_answer(3, carried=True),
        "G2": an_answer(4, evidence="Test", evidence_date=date(2020, 1, 1)),
    }
    shown = build(QUESTIONNAIRE, replace(a_card().assessment, answers=given), completed=True)
    content = written(card=shown)

    assert row_with(content, "Answers", "G1 Practice G1")[8] == "From the last round, not yet confirmed"
    assert row_with(content, "Answers", "G2 Practice G2")[8] == "Evidence older than 12 months"


def test_a_link_for_results_only_gets_no_answers() -> None:
    content = written(shows_answers=False)

    assert "Answers" not in sheet_names(content)
    assert "Answers" not in [row[0] for row in read_rows(content, "First page")]


def test_the_chart_of_the_trend_joins_rounds_of_one_variant_alone() -> None:
    content = written()

    listed = read_rows(content, "Trend")
    assert [row[0] for row in listed[1:4]] == [1, 3, 2]
    assert listed[1][1:3] == ["+Label", date(2021, 1, 31)]
    message = "Overall readiness as shown at the time: 38 in round 1, 38 in round 3. Up 12 points."
    assert message in [row[0] for row in listed]
    chart = read_part(content, "xl/charts/chart2.xml")
    assert "<c:f>Trend!$F$2:$F$3</c:f>" in chart


def test_one_round_of_the_variant_has_no_chart_yet() -> None:
    content = written(rounds=rounds("full", "quick"), trend_finding="")

    assert "A chart appears once this assessment has two rounds of the same kind: Full assessment." in [
        row[0] for row in read_rows(content, "Trend")
    ]
    with pytest.raises(KeyError):
        read_part(content, "xl/charts/chart2.xml")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cell_of_any_sheet_holds_a_formula_or_a_link(language: Language) -> None:
    content = written(language)

    for number in range(1, 9):
        sheet = read_part(content, f"xl/worksheets/sheet{number}.xml")
        assert "<f>" not in sheet
        assert "hyperlink" not in sheet


def test_each_sheet_fits_the_width_of_a_page_and_tables_repeat_their_heads() -> None:
    content = written()

    for number in (1, 2, 4, 5, 6, 7, 8):
        sheet = read_part(content, f"xl/worksheets/sheet{number}.xml")
        assert 'fitToHeight="0"' in sheet
        assert ('state="frozen"' in sheet) == (number not in (1, 8))
    titles = re.findall(r'Print_Titles" localSheetId="(\d)"', read_part(content, "xl/workbook.xml"))
    assert sorted(titles) == ["1", "2", "3", "4", "5", "6"]
    for number in range(1, 6):
        assert "<autoFilter" in read_part(content, f"xl/tables/table{number}.xml")


def test_an_assessment_without_answers_has_every_sheet() -> None:
    content = workbook_xlsx.write(WorkbookContent(card("nothing"), MADE_ON), wording_in("fr"))

    assert len(read_rows(content, "Réponses")) == len(card("nothing").questionnaire.ids) + 1
    with pytest.raises(KeyError):
        read_part(content, "xl/charts/chart1.xml")


def test_the_first_file_of_a_process_has_the_bytes_of_the_second() -> None:
    # XlsxWriter writes into the settings that it is given.
    script = (
        "from tests.exchange.workbook.test_workbook import written\n"
        "raise SystemExit(written() != written() or written('fr') != written('fr'))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0  # noqa: S603  # our own script
