"""The kinds of structure element (ISO 32000-1, 14.8.4), and the properties of an element.

All are standard types, so no document needs a role map (ISO 14289-1, 7.1).
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from app.typesetting.tagged.syntax import array, name, number, text

Scope = Literal["Row", "Column", "Both"]
Box = tuple[float, float, float, float]

_GROUPS = ("Document", "Part", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI")
_BLOCKS = ("H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody")
_INLINES = ("Span", "Quote", "Note", "Reference", "Link", "Figure")
_STANDARD = frozenset((*_GROUPS, *_BLOCKS, *_INLINES))


@dataclass(frozen=True)
class Tag:
    """A kind of element with its properties.

    ``alternative`` is read out for a figure (ISO 14289-1, 7.3), and ``box`` is its rectangle on the page:
    left, bottom, right and top in points from the lower left corner. ``actual_text`` is the text that glyphs
    stand for where they do not spell it. ``language`` is the language tag of a part in another language than
    the document’s (7.2). ``scope`` states whether a table header heads a row or a column (7.5). ``id``
    belongs to a note, and to no other element (7.9). ``numbering`` belongs to a list: ``Decimal`` or
    ``Disc``.

    Raises ValueError for a kind that is not a standard one, and if a property is missing that the kind
    requires.
    """

    kind: str
    alternative: str | None = None
    actual_text: str | None = None
    language: str | None = None
    scope: Scope | None = None
    box: Box | None = None
    id: str | None = None
    numbering: str | None = None

    def __post_init__(self) -> None:
        if self.kind not in _STANDARD:
            raise ValueError(f"{self.kind} is no standard structure type")
        needed = {
            "Figure": self.alternative and self.box,
            "TH": self.scope,
            "Note": self.id,
        }
        if not needed.get(self.kind, True):
            raise ValueError(f"{self.kind} lacks what it must say of itself")

    @cached_property
    def is_bare(self) -> bool:
        """Return whether elements with this tag have about the same length."""
        own = (self.alternative, self.actual_text, self.box, self.numbering)
        return own.count(None) == len(own)

    @cached_property
    def properties(self) -> bytes:
        """Return the entries of an element’s dictionary besides its kind."""
        texts = {
            "Alt": self.alternative,
            "ActualText": self.actual_text,
            "Lang": self.language,
            "ID": self.id,
        }
        written = b"".join(name(key) + text(words) for key, words in texts.items() if words is not None)
        if self.scope:
            # Padded, so that it has the same length for rows and columns.
            written += b"/A<</O/Table/Scope%s>>" % name(self.scope).ljust(7)
        if self.numbering:
            written += b"/A<</O/List/ListNumbering%s>>" % name(self.numbering)
        if self.box:
            corners = array([number(each) for each in self.box])
            written += b"/A<</O/Layout/Placement/Block/BBox%s>>" % corners
        return written


DOCUMENT = Tag("Document")
SECTION = Tag("Sect")
PARAGRAPH = Tag("P")
HEADINGS = {level: Tag(f"H{level}") for level in (1, 2, 3)}
LIST = Tag("L")
ITEM = Tag("LI")
LABEL = Tag("Lbl")
BODY = Tag("LBody")
# An item without a label, in a new or reopened list.
LISTED = (LIST, ITEM, BODY)
TABLE = Tag("Table")
ROW = Tag("TR")
COLUMN_HEADER = Tag("TH", scope="Column")
ROW_HEADER = Tag("TH", scope="Row")
CELL = Tag("TD")
CAPTION = Tag("Caption")
CONTENTS = Tag("TOC")
CONTENTS_ITEM = Tag("TOCI")
REFERENCE = Tag("Reference")
LINK = Tag("Link")
