"""Faults that are put into a valid document, one at a time."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Name, Pdf, String

# pikepdf returns the contents of a file without types.
Thing = Any


def damaged(content: bytes, damage: Callable[[Pdf], None]) -> bytes:
    """Return the bytes of a document with one fault put into it."""
    file = BytesIO()
    with pikepdf.open(BytesIO(content)) as document:
        damage(document)
        document.save(file, fix_metadata_version=False)
    return file.getvalue()


def elements(document: Pdf, kind: str) -> Iterator[Thing]:
    """Return the structure elements of a kind, in reading order."""
    waiting: list[Thing] = [document.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop(0)
        if element.get("/S") == kind:
            yield element
        kids: Thing = element.get("/K", [])
        kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        waiting[:0] = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary)]


def _first(document: Pdf, kind: str) -> Thing:
    return next(elements(document, kind))


def no_alternative(document: Pdf) -> None:
    """Remove a figure’s alternative text."""
    del _first(document, "/Figure").Alt


def skipped_heading(document: Pdf) -> None:
    """Change the first heading of the second level to the third level."""
    _first(document, "/H2").S = Name.H3


def no_scope(document: Pdf) -> None:
    """Remove the scope of every header of a table."""
    for element in list(elements(document, "/TH")):
        del element.A


def uneven_table(document: Pdf) -> None:
    """Remove the last cell of a row of a table."""
    row = _first(document, "/TR")
    row.K = pikepdf.Array(list(row.K)[:-1])


def unmarked_content(document: Pdf) -> None:
    """Draw a line that is neither in an element nor an artifact."""
    document.pages[0].contents_add(b"0 0 m 9 9 l S")


def artifact_inside(document: Pdf) -> None:
    """Draw an artifact inside marked content."""
    page = document.pages[0]
    content: Thing = page.Contents
    page.Contents = document.make_stream(
        content.read_bytes().replace(b"BDC", b"BDC /Artifact BMC EMC /Artifact BMC 0 0 m 9 9 l S EMC", 1)
    )


def no_language(document: Pdf) -> None:
    """Remove the document’s language."""
    del document.Root.Lang


def no_contents(document: Pdf) -> None:
    """Remove the description of a link."""
    annotations: Thing = document.pages[0].Annots
    del annotations[0].Contents


def link_in_no_element(document: Pdf) -> None:
    """Remove a link’s annotation from its element."""
    link = _first(document, "/Link")
    link.K = next(kid for kid in link.K if not isinstance(kid, pikepdf.Dictionary))
    annotations: Thing = document.pages[0].Annots
    del annotations[0].StructParent


def link_as_words(document: Pdf) -> None:
    """Change a link’s element to a span."""
    _first(document, "/Link").S = Name.Span


def no_title_shown(document: Pdf) -> None:
    """Show the file’s name instead of the title in the window."""
    document.Root.ViewerPreferences.DisplayDocTitle = False


def no_mark(document: Pdf) -> None:
    """Remove the mark that the document is tagged."""
    del document.Root.MarkInfo


def no_tree(document: Pdf) -> None:
    """Remove the structure tree."""
    del document.Root.StructTreeRoot


def unknown_kind(document: Pdf) -> None:
    """Set the type of an element to an unknown one."""
    _first(document, "/P").S = Name.Absatz


def no_tab_order(document: Pdf) -> None:
    """Set a tab order other than the structure’s."""
    del document.pages[0].Tabs


def no_output_intent(document: Pdf) -> None:
    """Remove the output intent, which defines the colours."""
    del document.Root.OutputIntents


def hidden_link(document: Pdf) -> None:
    """Hide a link when the document is printed."""
    annotations: Thing = document.pages[0].Annots
    annotations[0].F = 0


def no_relationship(document: Pdf) -> None:
    """Remove the relationship of an attachment to the document."""
    files: Thing = document.Root.AF
    del files[0].AFRelationship


def no_media_type(document: Pdf) -> None:
    """Remove the media type of an attachment."""
    files: Thing = document.Root.AF
    del files[0].EF.F.Subtype


def script(document: Pdf) -> None:
    """Run a script when the document opens."""
    document.Root.OpenAction = document.make_indirect(
        pikepdf.Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    )


def bare_font(document: Pdf) -> None:
    """Remove the program of an embedded font."""
    fonts: Thing = document.pages[0].Resources.Font
    for font in fonts.values():
        if "/FontDescriptor" in font:
            del font.FontDescriptor.FontFile2


def _metadata(document: Pdf, old: bytes, new: bytes) -> None:
    stream: Thing = document.Root.Metadata
    packet = stream.read_bytes()
    assert old in packet
    stream.write(packet.replace(old, new))


def unclaimed(document: Pdf) -> None:
    """Remove the claim to be PDF/UA."""
    _metadata(document, b"<pdfuaid:part>1</pdfuaid:part>", b"")


def bad_date(document: Pdf) -> None:
    """Write the creation date in words."""
    _metadata(document, b"<xmp:CreateDate>2", b"<xmp:CreateDate>the 1st, 2")


def no_title(document: Pdf) -> None:
    """Remove the title from the metadata."""
    _metadata(document, b"dc:title", b"dc:source")


def undescribed(document: Pdf) -> None:
    """Add a property that no schema describes."""
    _metadata(document, b"<dc:format>", b"<dc:format2>x</dc:format2><dc:format>")


def no_metadata(document: Pdf) -> None:
    """Remove the metadata."""
    del document.Root.Metadata
