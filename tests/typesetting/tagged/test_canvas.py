from io import BytesIO

import pikepdf
import pytest

from app.typesetting.tagged import tags
from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.tagged.errors import StructureError
from app.typesetting.tagged.links import Address, Destination
from app.typesetting.text.fonts import REGULAR
from tests.typesetting.tagged.sample_document import canvas, sample_document, written
from tests.typesetting.tagged.structure_tree import Node, loose, tree


def drawn(file: BytesIO, page: TaggedCanvas) -> Node:
    page.save()
    return tree(file.getvalue())


def kinds(node: Node) -> list[str]:
    return [each.kind for each in node.walk()]


def test_content_drawn_in_an_element_belongs_to_it() -> None:
    paragraph = next(node for node in tree(sample_document()).all("P") if "that goes on" in node.words)

    assert paragraph.words == "A paragraph that goes on."


def test_content_drawn_outside_every_element_is_an_artifact() -> None:
    file = BytesIO()
    page = canvas(file)
    page.setFont(REGULAR, 12)
    page.drawString(20, 20, "Page 1")
    with page.element(tags.PARAGRAPH):
        written(page, "Body")

    page.save()

    assert loose(file.getvalue()).strip() == "Page 1"
    assert [node.words for node in tree(file.getvalue()).walk()] == ["", "Body"]


def test_a_section_ends_where_the_next_of_its_level_begins() -> None:
    file = BytesIO()
    page = canvas(file)
    for level, title in ((1, "A"), (2, "B"), (1, "C")):
        with page.heading(level, title, 0):
            written(page, title)

    document = drawn(file, page)

    assert kinds(document) == ["Document", "Sect", "H1", "Sect", "H2", "Sect", "H1"]
    assert len(document.kids) == 2


@pytest.mark.parametrize("level", [2, 3])
def test_a_first_heading_below_the_first_level_is_refused(level: int) -> None:
    page = canvas(BytesIO())

    with pytest.raises(StructureError, match="skips a level"), page.heading(level, "Deep", 0):
        pass


def test_a_heading_inside_a_table_is_refused() -> None:
    page = canvas(BytesIO())

    with page.element(tags.TABLE), pytest.raises(StructureError, match="inside"), page.heading(1, "H", 0):
        pass


def test_items_drawn_one_by_one_share_a_list_over_two_pages() -> None:
    file = BytesIO()
    page = canvas(file)
    with page.element(*tags.LISTED):
        written(page, "one")
    page.showPage()
    with page.element(*tags.LISTED):
        written(page, "two")

    assert kinds(drawn(file, page)) == ["Document", "L", "LI", "LBody", "LI", "LBody"]


def test_a_caption_is_the_first_child_of_the_next_table() -> None:
    (table,) = tree(sample_document()).all("Table")

    assert [kid.kind for kid in table.kids] == ["Caption", "TR", "TR"]


def test_a_caption_without_a_table_is_refused() -> None:
    page = canvas(BytesIO())
    with page.element(tags.CAPTION):
        written(page, "Of what?")

    with pytest.raises(StructureError, match="caption"):
        page.save()


def test_marked_content_inside_marked_content_is_refused() -> None:
    page = canvas(BytesIO())

    with page.element(tags.PARAGRAPH), page.marked(), pytest.raises(StructureError, match="inside"):
        written(page, "twice")


def test_an_element_drawn_as_an_artifact_is_not_in_the_tree() -> None:
    file = BytesIO()
    page = canvas(file)
    with page.artifact(), page.element(tags.ROW, tags.CELL):
        written(page, "again")

    assert kinds(drawn(file, page)) == ["Document"]
    assert loose(file.getvalue()).strip() == "again"


def test_a_link_without_contents_is_refused() -> None:
    page = canvas(BytesIO())

    with page.element(tags.LINK) as link, pytest.raises(StructureError, match="contents"):
        page.link(link, (0, 0, 9, 9), "", Address("https://muster.example/"))


def test_a_link_for_a_paragraph_is_refused() -> None:
    page = canvas(BytesIO())

    with page.element(tags.PARAGRAPH) as words, pytest.raises(StructureError, match="needs its element"):
        page.link(words, (0, 0, 9, 9), "there", Address("https://muster.example/"))


def test_an_annotation_by_reportlab_is_refused() -> None:
    page = canvas(BytesIO())

    with pytest.raises(StructureError, match="belongs to no element"):
        page.linkURL("https://muster.example/", (0, 0, 9, 9))


def test_a_form_is_refused() -> None:
    with pytest.raises(StructureError, match="Forms"):
        canvas(BytesIO()).beginForm("form")


def test_a_link_to_an_unknown_destination_is_refused() -> None:
    page = canvas(BytesIO())
    with page.element(tags.PARAGRAPH, tags.LINK) as link:
        written(page, "onwards")
        page.link(link, (20, 90, 60, 110), "onwards", Destination("nowhere"))

    with pytest.raises(StructureError, match="nowhere"):
        page.save()


def test_a_link_leads_to_the_height_of_its_destination() -> None:
    file = BytesIO()
    page = canvas(file)
    page.add_destination("there", 250)
    with page.element(tags.PARAGRAPH, tags.LINK) as link:
        written(page, "onwards")
        page.link(link, (20, 90, 60, 110), "onwards", Destination("there"))
    page.save()

    with pikepdf.open(file) as document:
        (annotation,) = document.pages[0].Annots
        leads, *place = annotation.Dest
        assert leads.objgen == document.pages[0].objgen
        assert [str(each) for each in place] == ["/XYZ", "0", "250", "0"]
