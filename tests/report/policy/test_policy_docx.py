import io
import re
import zipfile

from app.maturity.text import LANGUAGES, Language
from app.report.policy.draft import draft_policy
from app.report.policy.policy_docx import write_docx
from tests.report.policy.build import a_content
from tests.report.policy.parts import W, docx_paragraphs, part

DRAFT = write_docx(draft_policy(a_content(filled={"organisation": "Capella & <sons>"})))
BOTH = write_docx(draft_policy(a_content(LANGUAGES)))


def values(content: bytes, path: str, name: str = "word/document.xml") -> list[str]:
    """Return the values of the elements at a path."""
    return [each.attrib[f"{W}val"] for each in part(content, name).iterfind(path.replace("w:", W))]


def raw(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return file.read(name).decode()


def test_headings_have_the_styles_that_word_navigates_by() -> None:
    found = [words for style, words in docx_paragraphs(DRAFT) if style.startswith("Heading")]

    assert found[:3] == ["Domain G", "Title G1-1", "Title G1-2"]
    for level in (1, 2):
        style = f".//w:style[@w:styleId='Heading{level}']".replace("w:", W)
        (heading,) = part(DRAFT, "word/styles.xml").iterfind(style)
        name, outline = heading.find(f"{W}name"), heading.find(f"{W}pPr/{W}outlineLvl")
        assert name is not None
        assert outline is not None
        # Word knows its own headings by this name, in every language of its menus.
        assert name.attrib[f"{W}val"] == f"heading {level}"
        assert outline.attrib[f"{W}val"] == str(level - 1)


def test_every_run_says_its_language() -> None:
    for name in ("word/document.xml", "word/footer1.xml"):
        runs = list(part(BOTH, name).iter(f"{W}r"))
        languages = values(BOTH, ".//w:r/w:rPr/w:lang", name)
        assert len(languages) == len(runs) > 0
        assert set(languages) == {"en-GB", "fr-FR"}


def test_the_language_of_a_run_is_that_of_its_words() -> None:
    french = "La liste de "
    runs = [run for run in part(BOTH, "word/document.xml").iter(f"{W}r") if run.findtext(f"{W}t") == french]

    assert {run.find(f"{W}rPr/{W}lang").attrib[f"{W}val"] for run in runs} == {"fr-FR"}  # type: ignore[union-attr]  # each has one


def test_paragraphs_are_numbered_by_word_and_on_through_the_document() -> None:
    assert values(DRAFT, ".//w:numPr/w:numId") == ["1"] * 6
    # A list of its own for each language, so that the columns count alike.
    assert values(BOTH, ".//w:numPr/w:numId") == ["1", "2"] * 6
    numbering = part(DRAFT, "word/numbering.xml")
    lists = {each.attrib[f"{W}numId"]: each.find(f"{W}abstractNumId") for each in numbering.iter(f"{W}num")}
    assert lists["1"] is not None
    assert lists["2"] is not None
    assert lists["1"].attrib != lists["2"].attrib


def test_a_placeholder_is_bold_and_shaded_and_keeps_its_brackets() -> None:
    assert "Placeholder" in values(DRAFT, ".//w:r/w:rPr/w:rStyle")
    (style,) = part(DRAFT, "word/styles.xml").iterfind(f".//{W}style[@{W}styleId='Placeholder']")
    assert style.find(f"{W}rPr/{W}b") is not None
    assert style.find(f"{W}rPr/{W}shd") is not None
    assert "[Keeper] must read it every [12] months." in [words for _, words in docx_paragraphs(DRAFT)]


def test_a_table_has_a_heading_row_that_is_repeated_and_a_name() -> None:
    document = part(BOTH, "word/document.xml")

    for table in document.iter(f"{W}tbl"):
        first, *others = table.iter(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in others)
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None
        assert table.find(f"{W}tblPr/{W}tblLook").attrib[f"{W}firstRow"] == "1"  # type: ignore[union-attr]  # each has one
    # Word refuses a document that ends with a table.
    body = document.find(f"{W}body")
    assert body is not None
    assert [each.tag for each in body][-2:] == [f"{W}p", f"{W}sectPr"]


def test_rows_side_by_side_may_break_over_pages_because_libreoffice_loses_some_otherwise() -> None:
    for table in part(BOTH, "word/document.xml").iter(f"{W}tbl"):
        _head, *rows = table.iter(f"{W}tr")
        assert not any(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_a_page_is_a4_and_says_its_number_and_how_many_there_are() -> None:
    (size,) = part(DRAFT, "word/document.xml").iter(f"{W}pgSz")
    footer = raw(DRAFT, "word/footer1.xml")

    assert (size.attrib[f"{W}w"], size.attrib[f"{W}h"]) == ("11906", "16838")
    assert re.findall(r"<w:instrText[^>]*> (\w+) <", footer) == ["PAGE", "NUMPAGES"]


def test_the_properties_are_title_and_language_and_neither_author_nor_date() -> None:
    core = raw(DRAFT, "docProps/core.xml")

    assert re.findall(r"<([a-z]+:\w+)>", core) == ["dc:title", "dc:language"]
    assert "<dc:title>Draft social media policy – Capella &amp; &lt;sons&gt;</dc:title>" in core
    assert "<dc:language>en-GB</dc:language>" in core
    french: tuple[Language, ...] = ("fr",)
    content = write_docx(draft_policy(a_content(french)))
    assert "<dc:language>fr-FR</dc:language>" in raw(content, "docProps/core.xml")
    assert 'w:lang w:val="fr-FR"' in raw(content, "word/styles.xml")


def test_every_style_that_is_used_is_defined() -> None:
    styles = {each.attrib[f"{W}styleId"] for each in part(BOTH, "word/styles.xml").iter(f"{W}style")}
    used = re.findall(r'<w:(?:pStyle|rStyle|tblStyle) w:val="(\w+)"', raw(BOTH, "word/document.xml"))

    assert set(used) <= styles
    assert len(set(used)) > 10
