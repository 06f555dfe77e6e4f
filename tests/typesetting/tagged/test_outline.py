from app.typesetting.tagged.outline import Bookmark, outline_objects


def test_bookmarks_refer_to_their_neighbours_their_page_and_their_children() -> None:
    bookmarks = [
        Bookmark(1, "A", 0, 700),
        Bookmark(2, "B", 0, 500.5),
        Bookmark(3, "C", 1, 9),
        Bookmark(1, "D", 1, 8),
    ]

    top, a, b, c, d = outline_objects(bookmarks, [5, 6], 10)

    assert top == b"<</Type/Outlines/First 11 0 R/Last 14 0 R/Count 3>>"
    assert (
        a
        == b"<</Title(A)/Parent 10 0 R/Next 14 0 R/Dest[5 0 R/XYZ 0 700 0]/First 12 0 R/Last 12 0 R/Count 1>>"
    )
    assert b == b"<</Title(B)/Parent 11 0 R/Dest[5 0 R/XYZ 0 501 0]/First 13 0 R/Last 13 0 R/Count -1>>"
    assert c == b"<</Title(C)/Parent 12 0 R/Dest[6 0 R/XYZ 0 9 0]>>"
    assert d == b"<</Title(D)/Parent 10 0 R/Prev 11 0 R/Dest[6 0 R/XYZ 0 8 0]>>"
