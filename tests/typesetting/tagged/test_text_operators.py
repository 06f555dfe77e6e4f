from io import BytesIO

import pikepdf
import pytest
from reportlab.lib.colors import black, red

from app.typesetting.tagged import tags
from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.tagged.errors import StructureError
from app.typesetting.tagged.links import Address
from app.typesetting.tagged.text_operators import (
    NoFixedCodeError,
    TextKind,
    TextOperators,
    TextWriter,
    format_number,
)
from app.typesetting.text.fonts import REGULAR, STRONG, load_font
from tests.typesetting.tagged.sample_document import canvas


def written(text: str, x: float = 0, y: float = 0) -> TextOperators:
    setting = TextWriter()
    setting.write(text, load_font(REGULAR), 10, black, x, y)
    return setting.finish()


def operators(page: TaggedCanvas, file: BytesIO) -> list[str]:
    page.save()
    with pikepdf.open(BytesIO(file.getvalue())) as document:
        return document.pages[0].Contents.read_bytes().decode("latin-1").split("\n")


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [(0.0, 1, "0"), (-0.04, 1, "0"), (12.0, 1, "12"), (0.25, 2, ".25"), (-0.5, 1, "-.5"), (100, 1, "100")],
)
def test_a_number_is_written_with_as_few_digits_as_possible(value: float, digits: int, expected: str) -> None:
    assert format_number(value, digits) == expected


def test_western_text_has_the_same_operators_in_all_documents() -> None:
    (passage,) = written("L’été (« 5 ≥ 4 »)").passages

    assert passage.code.endswith("\\))Tj")


def test_other_text_is_encoded_by_each_document() -> None:
    with pytest.raises(NoFixedCodeError):
        written("Министерство")

    setting = TextWriter({})
    setting.write("да", load_font(REGULAR), 10, black, 0, 0)

    assert setting.finish().passages[0].code == "(\x01\x02)Tj"


def test_font_and_colour_are_written_once() -> None:
    file = BytesIO()
    page = canvas(file)
    with page.element(tags.PARAGRAPH):
        page.write(written("one"), 20, 100)
        page.write(written("two"), 20, 80)

    lines = operators(page, file)

    assert [line for line in lines if line.strip()] == [
        *("BT", "20 100 Td", "/P<</MCID 0>>BDC", "/F0 10 Tf", "0 0 0 rg", "(one)Tj", "EMC"),
        *("0 -20 Td", "/P<</MCID 1>>BDC", "(two)Tj", "EMC", "ET"),
    ]


def test_font_and_colour_change_within_a_text() -> None:
    setting = TextWriter()
    setting.write("a", load_font(REGULAR), 10, black, 0, 0)
    setting.write("b", load_font(STRONG), 10, red, 5.04, 0)

    (passage,) = setting.finish().passages

    assert passage.code.split("\n") == ["(a)Tj", "5 0 Td", "/F1 10 Tf", "1 0 0 rg", "(b)Tj"]


def test_text_of_another_kind_is_a_passage_of_its_own() -> None:
    setting = TextWriter()
    for kind in (TextKind(), TextKind(target=Address("https://muster.example/")), TextKind(language="fr")):
        setting.begin_kind(kind)
        setting.write("x", load_font(REGULAR), 10, black, 0, 0)

    assert [passage.kind for passage in setting.finish().passages] == [
        TextKind(),
        TextKind(target=Address("https://muster.example/")),
        TextKind(language="fr"),
    ]


def test_font_and_colour_are_written_again_after_a_restored_state() -> None:
    file = BytesIO()
    page = canvas(file)
    page.setStrokeColor(red)
    page.saveState()
    page.restoreState()
    page.setStrokeColor(red)
    page.line(0, 0, 10, 0)

    assert operators(page, file).count("1 0 0 RG") == 2


def test_a_font_that_would_not_be_embedded_is_refused() -> None:
    page = canvas(BytesIO())
    page.setFont("Helvetica", 12)

    with pytest.raises(StructureError, match="embedded"):
        page.drawString(0, 0, "x")


def test_text_objects_of_reportlab_are_refused() -> None:
    with pytest.raises(StructureError, match="write"):
        canvas(BytesIO()).beginText()


def test_content_repeated_on_all_pages_has_nothing_of_the_first_page() -> None:
    file = BytesIO()
    page = canvas(file)
    for height in (100, 50):
        page.rule(0, 10, height, black, 1)
        page.draw_repeated("frame", lambda: page.rule(0, 10, 200, red, 1))
        page.showPage()
    page.save()

    with pikepdf.open(BytesIO(file.getvalue())) as document:
        drawn = [each.Contents.read_bytes() for each in document.pages]
        form, again = (each.Resources.XObject["/frame"] for each in document.pages)
        assert form.objgen == again.objgen
        assert form.read_bytes() == b"1 0 0 RG 1 w\n0 200 m 10 200 l\nS"
        assert [b" 100 m" in each for each in drawn] == [True, False]
        assert [b" 50 m" in each for each in drawn] == [False, True]
