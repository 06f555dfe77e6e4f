"""Link annotations (ISO 14289-1, 7.18.5)."""

from collections.abc import Callable
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject

from app.report.tagged.syntax import array, number, text
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


def annotation(
    box: Box, contents: str, target: Target, parent: int, place: Callable[[str], PDFObject]
) -> PDFDictionary:
    """Give a link without a border; ``contents`` is what is read out, ``parent`` leads to its element."""
    link = PDFDictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": array([number(each) for each in box]),
            "Border": b"[0 0 0]",
            "F": _PRINTED,
            "Contents": text(contents),
            "StructParent": parent,
        }
    )
    if isinstance(target, Address):
        link["A"] = b"<</S/URI/URI%s>>" % text(target.url)
    else:
        link["Dest"] = place(target.key)
    return link
