from app.typesetting.tagged import tags
from app.typesetting.tagged.elements import AnnotationReference, Element, MarkedContent
from app.typesetting.tagged.object_streams import SerializedObject
from app.typesetting.tagged.tags import Tag
from app.typesetting.tagged.tree import StructureTree


def unpadded(written: SerializedObject) -> bytes:
    """Return an object without its padding."""
    return b" ".join(written.content.split())


def test_an_element_on_one_page_names_the_page_and_its_marks() -> None:
    root = Element(tags.DOCUMENT)
    Element(tags.PARAGRAPH, root).kids += [MarkedContent(0, 0), MarkedContent(0, 1)]

    _, _, paragraph, document = StructureTree(root, [], [], [5]).objects(10)

    assert unpadded(document) == b"<</S/Document/P 10 0 R/K 12 0 R>>"
    assert unpadded(paragraph) == b"<</S/P /P 13 0 R/Pg 5 0 R/K[ 0 1]>>"


def test_an_element_over_two_pages_names_the_page_of_each_mark() -> None:
    root = Element(tags.DOCUMENT)
    Element(tags.PARAGRAPH, root).kids += [MarkedContent(0, 3), MarkedContent(1, 0)]

    _, _, paragraph, _ = StructureTree(root, [], [], [5, 6]).objects(10)

    assert unpadded(paragraph) == b"<</S/P /P 13 0 R/Pg 5 0 R/K[ 3 <</Type/MCR/Pg 6 0 R/MCID 0>>]>>"


def test_the_parent_tree_leads_from_pages_and_annotations_to_elements() -> None:
    root = Element(tags.DOCUMENT)
    link = Element(tags.LINK, root)
    link.kids += [MarkedContent(0, 0), AnnotationReference(0, 7)]

    top, pages, links, written, _ = StructureTree(root, [[link], []], [link], [5, 6]).objects(10)

    assert b"/ParentTree<</Kids[11 0 R 12 0 R]>>/ParentTreeNextKey 3" in unpadded(top)
    assert unpadded(pages) == b"<</Limits [0 1] /Nums[ 0[ 13 0 R] 1[] ]>>"
    assert unpadded(links) == b"<</Limits[2 2] /Nums[ 2 13 0 R]>>"
    assert b"<</Type/OBJR/Obj 7 0 R>>" in unpadded(written)


def test_an_annotation_on_another_page_than_its_text_names_that_page() -> None:
    root = Element(tags.DOCUMENT)
    Element(tags.LINK, root).kids += [MarkedContent(0, 0), AnnotationReference(1, 7)]

    _, _, written, _ = StructureTree(root, [], [], [5, 6]).objects(10)

    assert b"<</Type/OBJR/Pg 6 0 R/Obj 7 0 R>>" in unpadded(written)


def test_the_properties_of_an_element_are_written() -> None:
    root = Element(tags.DOCUMENT)
    Element(Tag("Figure", alternative="A dot", box=(0, 1.5, 2, 3)), root)
    Element(tags.COLUMN_HEADER, root)
    Element(Tag("Span", language="fr", actual_text="oui"), root)
    Element(Tag("L", numbering="Decimal"), root)

    found = {each.content[4:8]: unpadded(each) for each in StructureTree(root, [], [], []).objects(1)[2:]}

    assert found[b"/Fig"].endswith(b"/Alt(A dot)/A<</O/Layout/Placement/Block/BBox[0 1.5 2 3]>>>>")
    assert found[b"/TH "].endswith(b"/A<</O/Table/Scope/Column>>>>")
    assert found[b"/Spa"].endswith(b"/ActualText(oui)/Lang(fr)>>")
    assert found[b"/L  "].endswith(b"/A<</O/List/ListNumbering/Decimal>>>>")


def test_notes_are_listed_by_their_identifiers_in_order() -> None:
    root = Element(tags.DOCUMENT)
    Element(Tag("Note", id="b"), root)
    Element(Tag("Note", id="a"), root)

    top, *_ = StructureTree(root, [], [], []).objects(1)

    assert b"/IDTree<</Names[(a) 4 0 R (b) 3 0 R]>>" in top.content


def test_elements_of_one_shape_have_one_length_and_consecutive_numbers() -> None:
    root = Element(tags.DOCUMENT)
    for _ in range(3):
        Element(tags.CELL, Element(tags.ROW, root)).kids.append(MarkedContent(0, 1))
        Element(tags.ROW_HEADER, root).kids.append(MarkedContent(0, 1))
        Element(tags.COLUMN_HEADER, root).kids.append(MarkedContent(0, 1))

    found = [(each.columns, each.content[4:8]) for each in StructureTree(root, [], [], [5]).objects(1)[2:-1]]

    assert [kind for _, kind in found] == [b"/TR "] * 3 + [b"/TD ", b"/TH ", b"/TH "] * 3
    assert {columns for columns, _ in found} == {75}
