import re

from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange.workbook.book import Book
from app.exchange.workbook.plan_sheet import add_plan_sheets
from app.maturity.plan.action import Action
from app.maturity.text import LANGUAGES, Language
from tests.exchange.plan_files.build import HOSTILE, MADE_ON, PLAN, wording
from tests.exchange.plan_files.sheets import fields_as_cells, read_fields, read_part, read_rows
from tests.maturity.plan.build import an_action, plans

SHEET = "xl/worksheets/sheet1.xml"


def written(plan: tuple[Action, ...] = PLAN, language: Language = "en") -> bytes:
    book = Book("Plan", language, MADE_ON)
    add_plan_sheets(book, plan, wording(language))
    return book.close()


def row_heights(content: bytes) -> list[float]:
    """Return the heights of the rows in points."""
    return [float(height) for height in re.findall(r'<row [^>]*\bht="([\d.]+)"', read_part(content, SHEET))]


def test_no_cell_holds_a_formula_or_a_link() -> None:
    sheet = read_part(written((an_action(title="http://a.example", note=HOSTILE),)), SHEET)

    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


def test_rules_hold_down_to_the_last_row_that_a_plan_can_have() -> None:
    sheet = read_part(written(language="fr"), SHEET)

    rules = re.findall(r'<dataValidation type="(\w+)"[^>]*sqref="([A-Z0-9:]+)"[^>]*>(.*?)</dataV', sheet)
    # Spreadsheets count 1 January 2000 as 36526 and 31 December 2199 as 109574.
    assert sorted(rules) == [
        ("date", "E2:E201", "<formula1>36526</formula1><formula2>109574</formula2>"),
        ("list", "F2:F201", "<formula1>Listes!$A$2:$A$5</formula1>"),
        ("textLength", "B2:B201", "<formula1>500</formula1>"),
        ("textLength", "D2:D201", "<formula1>100</formula1>"),
        ("textLength", "G2:G201", "<formula1>1000</formula1>"),
    ]


def test_the_sheet_is_set_up_for_screen_and_paper() -> None:
    content = written()
    sheet = read_part(content, SHEET)

    assert 'xSplit="2" ySplit="1"' in sheet
    assert 'paperSize="9"' in sheet
    assert 'orientation="landscape"' in sheet
    assert 'fitToHeight="0"' in sheet
    workbook = read_part(content, "xl/workbook.xml")
    assert "Plan!$A$1:$H$5" in workbook
    assert "Plan!$1:$1" in workbook
    assert '<sheet name="Lists" sheetId="2" state="hidden"' in workbook
    assert '<autoFilter ref="A1:J5"/>' in read_part(content, "xl/tables/table1.xml")


def test_a_row_is_as_high_as_its_longest_text_and_no_higher_than_excel_allows() -> None:
    note = "One line of the note that is long enough to be wrapped once\nand another\nand a last"
    plan = (an_action("a1"), an_action("a2", note=note), an_action("a3", note="x\n" * 499 + "x"))

    # 12.75 points for each line and 4.5 more; the first row is the heading.
    assert row_heights(written(plan)) == [17.25, 17.25, 55.5, 408.75]


def test_an_empty_plan_has_its_headings_and_a_row_to_write_in() -> None:
    content = written(())

    assert len(read_rows(content)) == 1
    assert '<autoFilter ref="A1:J2"/>' in read_part(content, "xl/tables/table1.xml")


def test_the_file_names_its_language_its_day_and_its_format() -> None:
    content = written(language="fr")

    core = read_part(content, "docProps/core.xml")
    assert "<dc:language>fr</dc:language>" in core
    assert re.findall(r"W3CDTF\">([^<]+)<", core) == ["2026-11-01T00:00:00Z"] * 2
    custom = read_part(content, "docProps/custom.xml")
    assert 'name="muster-format"><vt:lpwstr>muster-plan<' in custom
    assert 'name="muster-format-version"><vt:lpwstr>1<' in custom


def test_a_code_point_that_is_no_character_does_not_break_the_file() -> None:
    assert read_rows(written((an_action(title="a\uffffb"),)))[1][1] == "ab"


@settings(max_examples=40)
@given(plans(), st.sampled_from(LANGUAGES))
def test_any_plan_gives_equal_bytes_and_comes_back(plan: tuple[Action, ...], language: Language) -> None:
    content = written(plan, language)

    assert content == written(plan, language)
    assert read_fields(content) == [fields_as_cells(each) for each in plan]
