import io
import re
import zipfile

from app.maturity.text import LANGUAGES, Language
from app.report.policy.draft import draft_policy
from app.report.policy.policy_odt import write_odt
from tests.report.policy.build import a_content
from tests.report.policy.parts import FO, STYLE, TABLE, TEXT, XML, odt_paragraphs, part

DRAFT = write_odt(draft_policy(a_content(filled={"organisation": "Capella & <sons>"})))
BOTH = write_odt(draft_policy(a_content(LANGUAGES)))


def raw(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return file.read(name).decode()


def test_headings_have_their_levels() -> None:
    headings = part(DRAFT, "content.xml").iter(f"{TEXT}h")

    found = [(each.attrib[f"{TEXT}outline-level"], "".join(each.itertext())) for each in headings]
    assert found[:3] == [("1", "Domain G"), ("2", "Title G1-1"), ("2", "Title G1-2")]


def test_every_word_is_in_a_span_of_its_language() -> None:
    for name in ("content.xml", "styles.xml"):
        tree = part(BOTH, name)
        languages = {
            each.attrib[f"{STYLE}name"]: properties.attrib.get(f"{FO}language")
            for each in tree.iter(f"{STYLE}style")
            for properties in each.iter(f"{STYLE}text-properties")
        }
        spans = [each.attrib[f"{TEXT}style-name"] for each in tree.iter(f"{TEXT}span")]
        assert {languages[style] for style in spans} == {"en", "fr"}
        assert all(style.endswith(languages[style] or "none") for style in spans)
        for paragraph in (*tree.iter(f"{TEXT}p"), *tree.iter(f"{TEXT}h")):
            assert not paragraph.text
            assert not any(each.tail for each in paragraph)


def test_paragraphs_are_numbered_on_through_the_document() -> None:
    lists = list(part(BOTH, "content.xml").iter(f"{TEXT}list"))
    for language in LANGUAGES:
        own = [each for each in lists if each.attrib[f"{TEXT}style-name"] == f"Clauses_{language}"]
        ids = [each.attrib[f"{XML}id"] for each in own]
        assert len(ids) == 6
        assert [each.get(f"{TEXT}continue-list") for each in own] == [None, *ids[:-1]]


def test_items_that_follow_each_other_are_one_list() -> None:
    lists = part(DRAFT, "content.xml").iter(f"{TEXT}list")

    numbered = [each for each in lists if each.attrib[f"{TEXT}style-name"] == "Clauses_en"]
    assert [len(each) for each in numbered] == [2, 2, 2]


def test_a_placeholder_is_bold_and_shaded_and_keeps_its_brackets() -> None:
    (style,) = part(DRAFT, "styles.xml").iterfind(f".//{STYLE}style[@{STYLE}name='Placeholder']")
    (look,) = style.iter(f"{STYLE}text-properties")

    assert look.attrib[f"{FO}font-weight"] == "bold"
    assert look.attrib[f"{FO}background-color"] != "transparent"
    assert "[Keeper] must read it every [12] months." in [words for _, words in odt_paragraphs(DRAFT)]


def test_a_table_has_a_heading_row_that_is_repeated() -> None:
    tables = list(part(BOTH, "content.xml").iter(f"{TABLE}table"))

    assert len({each.attrib[f"{TABLE}name"] for each in tables}) == len(tables) > 3
    assert all(len(list(each.iter(f"{TABLE}table-header-rows"))) == 1 for each in tables)


def test_a_page_is_a4_and_says_its_number_and_how_many_there_are() -> None:
    styles = raw(DRAFT, "styles.xml")

    assert 'fo:page-width="210mm" fo:page-height="297mm"' in styles
    assert re.findall(r"<text:(page-\w+)", styles) == ["page-number", "page-count"]


def test_the_properties_are_title_and_language_and_neither_author_nor_date() -> None:
    meta = raw(DRAFT, "meta.xml")

    assert re.findall(r"<((?:dc|meta):[\w-]+)>", meta) == ["meta:generator", "dc:title", "dc:language"]
    assert "<dc:title>Draft social media policy – Capella &amp; &lt;sons&gt;</dc:title>" in meta
    assert "<dc:language>en-GB</dc:language>" in meta
    french: tuple[Language, ...] = ("fr",)
    content = write_odt(draft_policy(a_content(french)))
    assert "<dc:language>fr-FR</dc:language>" in raw(content, "meta.xml")
    assert 'fo:language="fr" fo:country="FR" fo:hyphenate' in raw(content, "styles.xml")


def test_the_file_begins_with_its_type_uncompressed_and_lists_its_parts() -> None:
    with zipfile.ZipFile(io.BytesIO(DRAFT)) as file:
        first, *others = file.infolist()
    listed = re.findall(r'full-path="([\w.]+)"', raw(DRAFT, "META-INF/manifest.xml"))

    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert DRAFT[38:77] == b"application/vnd.oasis.opendocument.text"
    assert {each.filename for each in others} - {"META-INF/manifest.xml"} == set(listed)


def test_every_style_that_is_used_is_defined() -> None:
    defined = {
        each.attrib[f"{STYLE}name"]
        for name in ("content.xml", "styles.xml")
        for each in part(BOTH, name).iter()
        if f"{STYLE}name" in each.attrib
    }
    used = set(re.findall(r'(?:text|table):style-name="([^"]+)"', raw(BOTH, "content.xml")))

    assert used <= defined
    assert len(used) > 15
