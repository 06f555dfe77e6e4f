import io
import re
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange.plan_files import plan_ods
from app.maturity.plan.action import Action
from app.maturity.text import LANGUAGES, Language
from tests.exchange.plan_files.build import MADE_ON, PLAN, wording
from tests.exchange.plan_files.sheets import fields_as_cells, read_fields, read_part, read_rows
from tests.maturity.plan.build import an_action, plans


def written(plan: tuple[Action, ...] = PLAN, language: Language = "en") -> bytes:
    return plan_ods.write(plan, wording(language), MADE_ON)


def test_spaces_and_lines_come_back_as_they_were_typed() -> None:
    action = an_action(title="a  b   <c> & d", note="One\n  two   \n\nfour\ufffe")

    assert read_rows(written((action,)))[1][1:7:5] == ["a  b   <c> & d", "One\n  two   \n\nfour"]


def test_runs_of_spaces_and_lines_are_elements_because_xml_takes_them_for_one_space() -> None:
    content = read_part(written((an_action(title="a  b c", note="One\n   two \n\nfour"),)), "content.xml")

    assert '<text:p>a<text:s text:c="2"/>b c</text:p>' in content
    lines = ("One", '<text:s text:c="3"/>two<text:s text:c="1"/>', "", "four")
    assert "".join(f"<text:p>{line}</text:p>" for line in lines) in content


def test_no_cell_holds_a_formula() -> None:
    assert "table:formula" not in read_part(written(), "content.xml")


def test_a_state_is_chosen_from_a_range_and_a_due_day_is_a_day_of_our_time() -> None:
    content = read_part(written(language="fr"), "content.xml")

    rules = dict(re.findall(r'content-validation table:name="(\w+)" table:condition="([^"]+)"', content))
    # Spreadsheets count 1 January 2000 as 36526 and 31 December 2199 as 109574.
    assert rules == {
        "state": "of:cell-content-is-in-list([$Listes.$A$1:.$A$4])",
        "due": "of:cell-content-is-date() and cell-content-is-between(36526,109574)",
    }
    assert 'table:number-rows-repeated="196"' in content


def test_a_row_has_the_height_of_its_longest_text() -> None:
    content = read_part(written((an_action("a1"), an_action("a2", note="One\ntwo\nthree"))), "content.xml")

    # 4.6 mm for each line and 1.4 mm more.
    heights = re.findall(
        r'name="(row\d)" .*?row-height="([\d.]+mm)" style:use-optimal-row-height="false"', content
    )
    assert heights == [("row1", "6.0mm"), ("row3", "15.2mm")]
    assert re.findall(r'<table:table-row table:style-name="(row\d)">', content) == ["row1", "row3"]


def test_a_full_plan_leaves_no_row_to_fill_and_an_empty_one_all() -> None:
    full = tuple(an_action(f"a{number}") for number in range(200))

    assert "number-rows-repeated" not in read_part(written(full), "content.xml")
    assert 'number-rows-repeated="200"' in read_part(written(()), "content.xml")
    assert len(read_rows(written(full))) == 201


def test_the_file_names_its_kind_its_language_and_its_format() -> None:
    content = written(language="fr")

    with zipfile.ZipFile(io.BytesIO(content)) as file:
        first = file.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert content[38:84] == b"application/vnd.oasis.opendocument.spreadsheet"
    meta = read_part(content, "meta.xml")
    assert "<dc:language>fr</dc:language>" in meta
    assert "2026-11-01T00:00:00" in meta
    assert 'meta:name="muster-format" meta:value-type="string">muster-plan<' in meta
    assert 'meta:name="muster-format-version" meta:value-type="string">1<' in meta


@settings(max_examples=60)
@given(plans(), st.sampled_from(LANGUAGES))
def test_any_plan_gives_equal_bytes_and_comes_back(plan: tuple[Action, ...], language: Language) -> None:
    content = written(plan, language)

    assert content == written(plan, language)
    assert read_fields(content) == [fields_as_cells(each) for each in plan]
