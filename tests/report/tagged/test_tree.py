from app.report.tagged import tags
from app.report.tagged.elements import Annotated, Element, Marked
from app.report.tagged.tags import Tag
from app.report.tagged.tree import Tree


def test_an_element_on_one_page_names_the_page_and_its_marks() -> None:
    root = Element(tags.DOCUMENT)
    Element(tags.PARAGRAPH, root).kids += [Marked(0, 0), Marked(0, 1)]

    _, document, paragraph = Tree(root, [], [5]).objects(10)

    assert document == b"<</S/Document/P 10 0 R/K 12 0 R>>"
    assert paragraph == b"<</S/P/P 11 0 R/Pg 5 0 R/K [0 1]>>"


def test_an_element_over_two_pages_names_the_page_of_each_mark() -> None:
    root = Element(tags.DOCUMENT)
    Element(tags.PARAGRAPH, root).kids += [Marked(0, 3), Marked(1, 0)]

    *_, paragraph = Tree(root, [], [5, 6]).objects(10)

    assert paragraph == b"<</S/P/P 11 0 R/Pg 5 0 R/K [3 <</Type/MCR/Pg 6 0 R/MCID 0>>]>>"


def test_a_page_and_an_annotation_lead_to_their_elements() -> None:
    root = Element(tags.DOCUMENT)
    link = Element(tags.LINK, root)
    link.kids += [Marked(0, 0), Annotated(0, 7)]

    top, _, written = Tree(root, [[link], link], [5]).objects(10)

    assert b"/ParentTree<</Nums[0 [12 0 R] 1 12 0 R]>>/ParentTreeNextKey 2" in top
    assert b"<</Type/OBJR/Pg 5 0 R/Obj 7 0 R>>" in written


def test_what_an_element_says_of_itself_is_written() -> None:
    root = Element(tags.DOCUMENT)
    Element(Tag("Figure", alternative="A dot", box=(0, 1.5, 2, 3)), root)
    Element(tags.COLUMN_HEADER, root)
    Element(Tag("Span", language="fr", actual="oui"), root)
    Element(Tag("L", numbering="Decimal"), root)

    _, _, figure, header, span, items = Tree(root, [], []).objects(1)

    assert figure.endswith(b"/Alt(A dot)/A<</O/Layout/Placement/Block/BBox[0 1.5 2 3]>>>>")
    assert header.endswith(b"/A<</O/Table/Scope/Column>>>>")
    assert span.endswith(b"/ActualText(oui)/Lang(fr)>>")
    assert items.endswith(b"/A<</O/List/ListNumbering/Decimal>>>>")


def test_notes_are_found_by_their_identifiers_in_order() -> None:
    root = Element(tags.DOCUMENT)
    Element(Tag("Note", id="b"), root)
    Element(Tag("Note", id="a"), root)

    top, *_ = Tree(root, [], []).objects(1)

    assert b"/IDTree<</Names[(a) 4 0 R (b) 3 0 R]>>" in top
