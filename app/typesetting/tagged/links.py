"""Link annotations (ISO 14289-1, 7.18.5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, floor

from app.typesetting.tagged.document import TaggedDocument
from app.typesetting.tagged.errors import StructureError
from app.typesetting.tagged.object_streams import SerializedObject, padded_row
from app.typesetting.tagged.syntax import text
from app.typesetting.tagged.tags import Box

# The flag Print, without Hidden or NoView (ISO 19005-3, 6.3.2).
_PRINTED = 4


@dataclass(frozen=True, slots=True)
class Address:
    """A web address; the caller is responsible for where it action."""

    url: str


@dataclass(frozen=True, slots=True)
class Destination:
    """A place inside the document, by its key; ``spoken_text`` is read out in place of the drawn text."""

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
    """Writes the annotations of a document; contents and targets that occur repeatedly are shared objects.

    Most annotations therefore have the same length. ``places`` are written destinations by their keys.
    """

    def __init__(self, document: TaggedDocument, places: Mapping[str, bytes]) -> None:
        self._document, self._places = document, places
        self._numbers: dict[bytes, int] = {}

    def annotation(self, link: LinkAnnotation, parent: int) -> SerializedObject:
        """Return an annotation without a border; ``parent`` is its key in the parent tree.

        Raises StructureError for a destination that no page has.
        """
        if isinstance(link.target, Address):
            action = b"/A" + self._shared(b"<</S/URI/URI%s>>" % text(link.target.url))
        elif link.target.key in self._places:
            action = b"/Dest" + self._shared(self._places[link.target.key])
        else:
            raise StructureError(f"The link to “{link.target.key}” leads nowhere")
        corners = b"".join(b"%4d" % each for each in _rounded_outwards(link.box))
        written = b"<</Type/Annot/Subtype/Link/Border[0 0 0]/F %d/StructParent%5d/Rect[%s]/Contents%s%s>>" % (
            _PRINTED,
            parent,
            corners,
            self._shared(text(link.contents)),
            action,
        )
        return padded_row(written)

    def _shared(self, content: bytes) -> bytes:
        if content not in self._numbers:
            self._numbers[content] = self._document.add(content)
        return b"%6d 0 R" % self._numbers[content]


def format_destination(page: int, top: float) -> bytes:
    """Return a destination: a page’s object number, and a height on it, rounded up to whole points."""
    return b"[%d 0 R/XYZ 0 %d 0]" % (page, ceil(top))


def _rounded_outwards(box: Box) -> tuple[int, int, int, int]:
    """Return the smallest box in whole points around another: a link may be larger than its text."""
    left, bottom, right, top = box
    return floor(left), floor(bottom), ceil(right), ceil(top)
