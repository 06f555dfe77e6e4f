"""A DOCX is read as Word shows it: headings, lists, tables and notes in their order, and nothing hidden."""

import pytest

from app.exchange.policy import docx_text
from app.exchange.policy.zip_parts import ZipParts
from tests.exchange.policy.build import docx, facts, paragraph, read_docx, word, zipped

FRENCH_STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/>
<w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Chapitre"><w:name w:val="Chapitre maison"/>
<w:basedOn w:val="Titre1"/></w:style>
<w:style w:type="paragraph" w:styleId="Niveau"><w:name w:val="Niveau"/>
<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Corps"><w:name w:val="Corps"/><w:basedOn w:val="Titre1"/>
<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Puce"><w:name w:val="List Bullet"/>
<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TM1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Note"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Masque"><w:name w:val="Masqué"/><w:rPr><w:vanish/></w:rPr></w:style>
"""


def styled(text: str, style: str, more: str = "") -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>{more}')


@pytest.mark.parametrize(
    ("style", "more", "kind"),
    [
        ("Titre1", "", "heading"),
        ("Chapitre", "", "heading"),
        ("Niveau", "", "heading"),
        ("Corps", "", "paragraph"),
        ("Titre1", '<w:outlineLvl w:val="9"/>', "paragraph"),
        ("Normal", '<w:outlineLvl w:val="0"/>', "heading"),
        ("Puce", "", "item"),
        ("Puce", '<w:numPr><w:numId w:val="0"/></w:numPr>', "paragraph"),
        ("Normal", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', "item"),
        ("Normal", '<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>', "paragraph"),
        ("Unknown", "", "paragraph"),
    ],
)
def test_a_paragraph_is_what_its_style_and_the_styles_below_make_it(style: str, more: str, kind: str) -> None:
    assert read_docx(styled("Comptes officiels", style, more), styles=FRENCH_STYLES) == [
        (kind, "Comptes officiels")
    ]


def test_the_table_of_contents_is_not_read_a_second_time() -> None:
    body = styled("Comptes officiels 3", "TM1") + styled("Comptes officiels", "Titre1")

    assert read_docx(body, styles=FRENCH_STYLES) == [("heading", "Comptes officiels")]


def test_cells_are_read_in_their_place_row_by_row() -> None:
    rows = [("LinkedIn", "Communications"), ("YouTube", "Training")]
    table = "".join(
        f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows
    )

    read = read_docx(paragraph("Before.") + f"<w:tbl>{table}</w:tbl>" + paragraph("After."))

    assert [text for _, text in read] == [
        "Before.",
        "LinkedIn",
        "Communications",
        "YouTube",
        "Training",
        "After.",
    ]


def test_a_note_follows_the_paragraph_that_refers_to_it() -> None:
    body = (
        '<w:p><w:r><w:t>Accounts are registered</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        "<w:r><w:t> in writing.</w:t></w:r></w:p>" + paragraph("Next.")
    )
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{paragraph("line")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("Every quarter.")}</w:footnote>'
        f'<w:footnote w:id="3">{paragraph("Referred to by nothing.")}</w:footnote>'
    )

    assert [text for _, text in read_docx(body, footnotes=notes)] == [
        "Accounts are registered in writing.",
        "Every quarter.",
        "Next.",
    ]


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("<w:del><w:r><w:delText>never </w:delText><w:t>never </w:t></w:r></w:del>", "Post often."),
        ("<w:moveFrom><w:r><w:t>moved </w:t></w:r></w:moveFrom>", "Post often."),
        ("<w:ins><w:r><w:t>not </w:t></w:r></w:ins>", "Post not often."),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden </w:t></w:r>", "Post often."),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>not </w:t></w:r>', "Post not often."),
        ('<w:r><w:rPr><w:rStyle w:val="Masque"/></w:rPr><w:t>hidden </w:t></w:r>', "Post often."),
        ("<w:r><w:instrText> REF a </w:instrText></w:r>", "Post often."),
        ("<w:r><w:t>self</w:t><w:noBreakHyphen/><w:t>made</w:t><w:tab/></w:r>", "Post self-made often."),
        ("<w:r><w:t>some</w:t><w:softHyphen/><w:t>times\u00a0</w:t></w:r>", "Post sometimes often."),
        ('<w:commentRangeStart w:id="1"/>', "Post often."),
    ],
    ids=["deleted", "moved", "inserted", "hidden", "shown", "style", "field", "hyphen", "soft", "comment"],
)
def test_text_is_what_is_in_force_and_shown(runs: str, text: str) -> None:
    body = f"<w:p><w:r><w:t>Post </w:t></w:r>{runs}<w:r><w:t>often.</w:t></w:r></w:p>"

    assert read_docx(body, styles=FRENCH_STYLES) == [("paragraph", text)]


def test_paragraphs_of_a_hidden_style_are_left_out() -> None:
    assert read_docx(styled("Draft.", "Note") + paragraph("Text."), styles=FRENCH_STYLES) == [
        ("paragraph", "Text.")
    ]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next_one() -> None:
    body = paragraph("Nobody may open ", "<w:rPr><w:del/></w:rPr>") + paragraph("an account alone.")

    assert read_docx(body) == [("paragraph", "Nobody may open an account alone.")]


def test_a_deleted_row_is_left_out() -> None:
    rows = (
        f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('Old')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{paragraph('New')}</w:tc></w:tr>"
    )

    assert read_docx(f"<w:tbl>{rows}</w:tbl>" + paragraph("After.")) == [
        ("paragraph", "New"),
        ("paragraph", "After."),
    ]


def test_a_text_box_is_read_once_and_after_the_paragraph_around_it() -> None:
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    either = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<mc:AlternateContent>{either}</mc:AlternateContent>"
    body = f"<w:p><w:r><w:t>Around </w:t>{both}</w:r><w:r><w:t>it.</w:t></w:r></w:p>"

    assert [text for _, text in read_docx(body)] == ["Around it.", "In the box."]


def test_a_heading_style_around_a_whole_rule_makes_no_heading() -> None:
    rule = "Nobody may open an account in the name of the Institute without a written decision."

    assert read_docx(styled(rule, "Titre1"), styles=FRENCH_STYLES) == [("paragraph", rule)]


def test_the_main_part_may_have_another_name() -> None:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
        ' Target="/word/document2.xml"/></Relationships>'
    )
    document = word("document", f"<w:body>{paragraph('Here.')}</w:body>")
    parts = {"[Content_Types].xml": "<Types/>", "_rels/.rels": relation, "word/document2.xml": document}

    assert facts(docx_text.read(ZipParts(zipped(parts)))) == [("paragraph", "Here.")]


def test_pages_are_not_known() -> None:
    assert [block.page for block in docx_text.read(ZipParts(docx(paragraph("Text."))))] == [None]
