"""Link annotations (ISO 14289-1, 7.18.5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, floor

from app.typesetting.tagged.document import TaggedDocument
from app.typesetting.tagged.errors import StructureError
from app.typesetting.tagged.object_streams import SerializedObject, padded_row
from app.typesetting.tagged.syntax import text
from app.typesetting.tagged.tags import Box

# Printed with the page, and neither hidden nor out of view (ISO 19005-3, 6.3.2).
_PRINTED = 4


@dataclass(frozen=True, slots=True)
class Address:
    """A place outside the document; whoever draws answers for the address."""

    url: str


@dataclass(frozen=True, slots=True)
class Destination:
    """A place inside the document, by its key; ``said`` is what is read out, if that is not what is drawn."""

    key: str
    spoken_text: str = ""


Target = Address | Destination


@dataclass(frozen=True, slots=True)
class LinkAnnotation:
    """A link over a box; ``contents`` is what is read out."""

    box: Box
    contents: str
    target: Target


class AnnotationWriter:
    """Writes a document’s annotations; what many of them say or lead to is an object that they share.

    So most are as long as each other. ``places`` are written destinations by their keys.
    """

    def __init__(self, document: TaggedDocument, places: Mapping[str, bytes]) -> None:
        self._document, self._places = document, places
        self._numbers: dict[bytes, int] = {}

    def annotation(self, link: LinkAnnotation, parent: int) -> SerializedObject:
        """Write an annotation without a border; ``parent`` leads to its element.

        Raises StructureError for a place that no page has.
        """
        if isinstance(link.target, Address):
            leads = b"/A" + self._shared(b"<</S/URI/URI%s>>" % text(link.target.url))
        elif link.target.key in self._places:
            leads = b"/Dest" + self._shared(self._places[link.target.key])
        else:
            raise StructureError(f"The link to “{link.target.key}” leads nowhere")
        corners = b"".join(b"%4d" % each for each in _around(link.box))
        written = b"<</Type/Annot/Subtype/Link/Border[0 0 0]/F %d/StructParent%5d/Rect[%s]/Contents%s%s>>" % (
            _PRINTED,
            parent,
            corners,
            self._shared(text(link.contents)),
            leads,
        )
        return padded_row(written)

    def _shared(self, content: bytes) -> bytes:
        if content not in self._numbers:
            self._numbers[content] = self._document.add(content)
        return b"%6d 0 R" % self._numbers[content]


def format_destination(page: int, top: float) -> bytes:
    """Write a place: the number of a page’s object, and a height on it in points, to the next whole one."""
    return b"[%d 0 R/XYZ 0 %d 0]" % (page, ceil(top))


def _around(box: Box) -> tuple[int, int, int, int]:
    """Give the least box in whole points around another: a link may be a little larger than its words."""
    left, bottom, right, top = box
    return floor(left), floor(bottom), ceil(right), ceil(top)
