"""An ODT is read as LibreOffice shows it: headings, lists and notes in their order, no hidden text."""

import pytest

from app.exchange.policy import odt_text
from app.exchange.policy.refusal import Refusal, UnreadablePolicyError
from app.exchange.policy.zip_parts import ZipParts
from tests.exchange.policy.build import ODT_TYPE, read_odt, zipped

HIDDEN = (
    '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/>'
    "</style:style>"
    '<style:style style:name="T2" style:family="text" style:parent-style-name="T1"/>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Chapter"/>'
    '<style:style style:name="P3" style:family="paragraph"><style:text-properties text:display="none"/>'
    "</style:style>"
)
STYLES = '<style:style style:name="Chapter" style:family="paragraph" style:default-outline-level="1"/>'


@pytest.mark.parametrize(
    ("element", "kind"),
    [
        ('<text:h text:outline-level="2">Official accounts</text:h>', "heading"),
        ('<text:p text:style-name="P1">Official accounts</text:p>', "heading"),
        ('<text:p text:style-name="P2">Official accounts</text:p>', "heading"),
        ('<text:p text:style-name="Title">Official accounts</text:p>', "heading"),
        ("<text:p>Official accounts</text:p>", "paragraph"),
        (
            "<text:list><text:list-item><text:p>Official accounts</text:p></text:list-item></text:list>",
            "item",
        ),
        (
            "<text:list><text:list-item><text:h>Official accounts</text:h></text:list-item></text:list>",
            "heading",
        ),
        (
            "<text:list><text:list-header><text:p>Official accounts</text:p></text:list-header></text:list>",
            "paragraph",
        ),
    ],
)
def test_a_paragraph_is_what_its_element_and_its_styles_make_it(element: str, kind: str) -> None:
    assert read_odt(element, HIDDEN, STYLES) == [(kind, "Official accounts")]


def test_only_the_first_paragraph_of_an_item_is_the_item() -> None:
    body = (
        "<text:list><text:list-item><text:p>Name</text:p><text:p>More.</text:p></text:list-item></text:list>"
        "<text:p>After.</text:p>"
    )

    assert read_odt(body) == [("item", "Name"), ("paragraph", "More."), ("paragraph", "After.")]


def test_a_note_follows_the_paragraph_that_holds_it_and_its_number_is_no_text() -> None:
    body = (
        "<text:p>Accounts are registered<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Every quarter.</text:p></text:note-body></text:note> in writing.</text:p>"
        "<text:p>Next.</text:p>"
    )

    assert [text for _, text in read_odt(body)] == [
        "Accounts are registered in writing.",
        "Every quarter.",
        "Next.",
    ]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ('<text:span text:style-name="T2">never </text:span>', "Post often."),
        ("<text:span>not </text:span>", "Post not often."),
        ("<office:annotation><text:p>Why?</text:p></office:annotation>", "Post often."),
        ('<text:hidden-text text:is-hidden="true">never </text:hidden-text>', "Post often."),
        ("<text:bookmark-ref>not </text:bookmark-ref>", "Post not often."),
        ('not<text:s text:c="3"/>', "Post not often."),
        ("not<text:line-break/>", "Post not often."),
        (
            "<text:ruby><text:ruby-base>not </text:ruby-base><text:ruby-text>no</text:ruby-text></text:ruby>",
            "Post not often.",
        ),
    ],
    ids=["hidden", "shown", "comment", "field", "reference", "spaces", "break", "ruby"],
)
def test_text_is_what_is_in_force_and_shown(inner: str, text: str) -> None:
    assert read_odt(f"<text:p>Post {inner}often.</text:p>", HIDDEN) == [("paragraph", text)]


@pytest.mark.parametrize(
    "element",
    [
        "<text:tracked-changes><text:p>Old.</text:p></text:tracked-changes>",
        '<text:section text:display="none"><text:p>Old.</text:p></text:section>',
        "<text:table-of-content><text:p>Old. 3</text:p></text:table-of-content>",
        '<text:p text:style-name="P3">Old.</text:p>',
        '<text:p><text:hidden-paragraph text:is-hidden="true"/>Old.</text:p>',
        '<table:table><table:table-row table:visibility="collapse"><table:table-cell><text:p>Old.</text:p>'
        "</table:table-cell></table:table-row></table:table>",
    ],
    ids=["deleted", "section", "contents", "style", "paragraph", "row"],
)
def test_what_is_deleted_hidden_or_listed_twice_is_left_out(element: str) -> None:
    assert read_odt(f"{element}<text:p>Text.</text:p>", HIDDEN) == [("paragraph", "Text.")]


def test_cells_are_read_in_their_place_row_by_row() -> None:
    cells = [
        f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in ("LinkedIn", "Training")
    ]
    table = f"<table:table><table:table-row>{''.join(cells)}</table:table-row></table:table>"

    assert [text for _, text in read_odt(f"<text:p>A.</text:p>{table}<text:p>B.</text:p>")] == [
        "A.",
        "LinkedIn",
        "Training",
        "B.",
    ]


def test_a_document_under_a_password_is_refused_as_such() -> None:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    locked = zipped({"mimetype": ODT_TYPE, "content.xml": b"\x8f\x02", "META-INF/manifest.xml": manifest})

    with pytest.raises(UnreadablePolicyError) as refused:
        odt_text.read(ZipParts(locked))

    assert refused.value.refusal == Refusal.PASSWORD
