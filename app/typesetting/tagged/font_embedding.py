"""Faces embedded in a document (ISO 14289-1, 7.21; ISO 19005-3, 6.2.11)."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from app.typesetting.tagged.document import TaggedDocument
from app.typesetting.tagged.font import DocumentEncoding, EmbeddedFont
from app.typesetting.tagged.font_subset import subset
from app.typesetting.tagged.syntax import array, name, reference

# Of a font’s flags: its encoding is its own.
_SYMBOLIC, _NONSYMBOLIC = 1 << 2, 1 << 5
_LETTERS = 26
_ASCII = range(0x20, 0x7F)


class FontUsage:
    """What a document shows of a face: the plain characters, and the others as it numbers them."""

    def __init__(self, face: EmbeddedFont) -> None:
        self.font = face
        self.fixed_characters: set[str] = set()
        self._document_encoding: DocumentEncoding | None = None

    def document_encoding(self) -> DocumentEncoding:
        """Give the numbering of what is not plain."""
        self._document_encoding = self._document_encoding or DocumentEncoding(self.font)
        return self._document_encoding

    def _parts(self) -> Iterator[tuple[str, dict[int, str]]]:
        if self.fixed_characters:
            codes = self.font.codes
            held = {codes[ord(each)]: each for each in self.fixed_characters if ord(each) in codes}
            # A space that does not break is drawn as one that does.
            yield self.font.resource, {**held, 0x20: " "}
        if self._document_encoding:
            yield from self._document_encoding.parts()

    def embed(self, document: TaggedDocument) -> dict[str, bytes]:
        """Add the face’s parts to a document, and give the reference to each by its name."""
        return {
            part: reference(document.add(_font(document, self.font, part, dict(sorted(characters.items())))))
            for part, characters in self._parts()
        }


def embed_fonts(document: TaggedDocument, usages: Iterable[FontUsage]) -> None:
    """Add the fonts that were drawn in to the dictionary that the resources of every page name."""
    fonts: Any = document.idToObject["BasicFonts"]
    for usage in usages:
        fonts.dict.update(usage.embed(document))


def _font(document: TaggedDocument, face: EmbeddedFont, part: str, characters: Mapping[int, str]) -> bytes:
    read: Any = face.face
    last = max(characters, default=0)
    held = [characters.get(code, "") for code in range(last + 1)]
    file = subset(read, [read.charToGlyph[ord(each)] if each else 0 for each in held])
    base = name(f"{_prefix(part, file)}+{read.name.decode('ascii')}")
    widths = [b"%d" % round(read.charWidths[ord(each)] if each else read.defaultWidth) for each in held]
    embedded = document.add_stream(b"/Length1 %d" % len(file), file)
    descriptor = document.add(_descriptor(read, base, embedded))
    told = document.add_stream(b"", _told(face, characters, plain=part == face.resource))
    return b"<</Type/Font/Subtype/TrueType/BaseFont%s/FirstChar 0/LastChar %d/Widths%s%s%s>>" % (
        base,
        last,
        array(widths),
        b"/FontDescriptor " + reference(descriptor),
        b"/ToUnicode " + reference(told),
    )


def _prefix(part: str, file: bytes) -> str:
    """Give the six letters that a face has before its name when it is not whole (ISO 32000-1, 9.6.4)."""
    digest = sha256(part.encode() + file).digest()
    return "".join(chr(ord("A") + each % _LETTERS) for each in digest[:6])


def _descriptor(read: Any, base: bytes, file: int) -> bytes:  # noqa: ANN401  # the stubs leave it out
    box = array([b"%d" % round(each) for each in read.bbox])
    return (
        b"<</Type/FontDescriptor/FontName%s/Flags %d/FontBBox%s/ItalicAngle %d"
        b"/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %s>>"
    ) % (
        base,
        read.flags & ~_NONSYMBOLIC | _SYMBOLIC,
        box,
        *(round(each) for each in (read.italicAngle, read.ascent, read.descent, read.capHeight, read.stemV)),
        reference(file),
    )


def _told(face: EmbeddedFont, characters: Mapping[int, str], *, plain: bool) -> bytes:
    """Say what each code stands for (ISO 32000-1, 9.10.3), a hundred at a time as PostScript wants it.

    Among the ``plain`` characters, codes are those of ASCII.
    """
    said = [
        f"<{code:02X}> <{face.to_unicode(character).encode('utf-16-be').hex().upper()}>"
        for code, character in characters.items()
        if not (plain and code in _ASCII)
    ]
    ranges = "1 beginbfrange\n<20> <7E> <0020>\nendbfrange\n" if plain else ""
    blocks = [said[start : start + 100] for start in range(0, len(said), 100)]
    entries = "\n".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks)
    return (
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
        "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
        "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        f"{ranges}{entries}\nendcmap CMapName currentdict/CMap defineresource pop end end"
    ).encode("ascii")
