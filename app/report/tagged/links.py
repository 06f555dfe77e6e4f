"""Link annotations (ISO 14289-1, 7.18.5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, floor

from app.report.tagged.errors import StructureError
from app.report.tagged.syntax import array, text
from app.report.tagged.tags import Box

# Printed with the page, and neither hidden nor out of view (ISO 19005-3, 6.3.2).
_PRINTED = 4


@dataclass(frozen=True, slots=True)
class Address:
    """A place outside the document; whoever draws answers for the address."""

    url: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place inside the document, by its key."""

    key: str


Target = Address | Place


@dataclass(frozen=True, slots=True)
class Link:
    """A link over a box; ``contents`` is what is read out, ``parent`` leads to its element."""

    box: Box
    contents: str
    target: Target
    parent: int

    def annotation(self, places: Mapping[str, bytes]) -> bytes:
        """Write the annotation, without a border; raises StructureError for a place that no page has."""
        if isinstance(self.target, Address):
            leads = b"/A<</S/URI/URI%s>>" % text(self.target.url)
        elif self.target.key in places:
            leads = b"/Dest" + places[self.target.key]
        else:
            raise StructureError(f"The link to “{self.target.key}” leads nowhere")
        return b"<</Type/Annot/Subtype/Link/Border[0 0 0]/F %d/StructParent %d/Rect%s/Contents%s%s>>" % (
            _PRINTED,
            self.parent,
            array([b"%d" % each for each in _around(self.box)]),
            text(self.contents),
            leads,
        )


def destination(page: int, top: float) -> bytes:
    """Write a place: the number of a page’s object, and a height on it in points, to the next whole one."""
    return b"[%d 0 R/XYZ 0 %d 0]" % (page, ceil(top))


def _around(box: Box) -> tuple[int, int, int, int]:
    """Give the least box in whole points around another: a link may be a little larger than its words."""
    left, bottom, right, top = box
    return floor(left), floor(bottom), ceil(right), ceil(top)
