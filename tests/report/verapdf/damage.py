"""A valid document damaged in one way at a time."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Name, Pdf, String

# pikepdf gives what a file holds without a type.
Thing = Any


def damaged(content: bytes, damage: Callable[[Pdf], None]) -> bytes:
    """Give a document’s bytes with one damage done to it."""
    file = BytesIO()
    with pikepdf.open(BytesIO(content)) as document:
        damage(document)
        document.save(file, fix_metadata_version=False)
    return file.getvalue()


def elements(document: Pdf, kind: str) -> Iterator[Thing]:
    """Give the structure elements of a kind, in reading order."""
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
    """Take a figure’s alternative text."""
    del _first(document, "/Figure").Alt


def skipped_heading(document: Pdf) -> None:
    """Make the first heading below a section’s one of the third level."""
    _first(document, "/H2").S = Name.H3


def no_scope(document: Pdf) -> None:
    """Take the scope of every header of a table."""
    for element in list(elements(document, "/TH")):
        del element.A


def uneven_table(document: Pdf) -> None:
    """Take the last cell of a table’s row."""
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
    """Take the document’s language."""
    del document.Root.Lang


def no_contents(document: Pdf) -> None:
    """Take what a link says of itself."""
    annotations: Thing = document.pages[0].Annots
    del annotations[0].Contents


def link_in_no_element(document: Pdf) -> None:
    """Take a link’s annotation out of its element."""
    link = _first(document, "/Link")
    link.K = next(kid for kid in link.K if not isinstance(kid, pikepdf.Dictionary))
    annotations: Thing = document.pages[0].Annots
    del annotations[0].StructParent


def link_as_words(document: Pdf) -> None:
    """Make a link’s element one of plain words."""
    _first(document, "/Link").S = Name.Span


def no_title_shown(document: Pdf) -> None:
    """Let the reader’s window bear the file’s name."""
    document.Root.ViewerPreferences.DisplayDocTitle = False


def no_mark(document: Pdf) -> None:
    """Say no more that the document is tagged."""
    del document.Root.MarkInfo


def no_tree(document: Pdf) -> None:
    """Take the structure tree."""
    del document.Root.StructTreeRoot


def unknown_kind(document: Pdf) -> None:
    """Give an element a kind that no reader knows."""
    _first(document, "/P").S = Name.Absatz


def no_tab_order(document: Pdf) -> None:
    """Let the tabulator follow something else than the structure."""
    del document.pages[0].Tabs


def no_output_intent(document: Pdf) -> None:
    """Say no more what the colours mean."""
    del document.Root.OutputIntents


def hidden_link(document: Pdf) -> None:
    """Leave a link out of the print."""
    annotations: Thing = document.pages[0].Annots
    annotations[0].F = 0


def no_relationship(document: Pdf) -> None:
    """Say no more what an attachment is to the document."""
    files: Thing = document.Root.AF
    del files[0].AFRelationship


def no_media_type(document: Pdf) -> None:
    """Say no more of what type an attachment is."""
    files: Thing = document.Root.AF
    del files[0].EF.F.Subtype


def script(document: Pdf) -> None:
    """Run a script when the document opens."""
    document.Root.OpenAction = document.make_indirect(
        pikepdf.Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    )


def bare_font(document: Pdf) -> None:
    """Take an embedded font’s program."""
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
    """Claim PDF/UA no more."""
    _metadata(document, b"<pdfuaid:part>1</pdfuaid:part>", b"")


def bad_date(document: Pdf) -> None:
    """Write the day of making as people do."""
    _metadata(document, b"<xmp:CreateDate>2", b"<xmp:CreateDate>the 1st, 2")


def no_title(document: Pdf) -> None:
    """Take the title from the metadata."""
    _metadata(document, b"dc:title", b"dc:source")


def undescribed(document: Pdf) -> None:
    """Use a property that no schema describes."""
    _metadata(document, b"<dc:format>", b"<dc:format2>x</dc:format2><dc:format>")


def no_metadata(document: Pdf) -> None:
    """Take the metadata."""
    del document.Root.Metadata
