"""Fonts embedded in a document (ISO 14289-1, 7.21; ISO 19005-3, 6.2.11)."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from app.typesetting.tagged.document import TaggedDocument
from app.typesetting.tagged.font import DocumentEncoding, EmbeddedFont
from app.typesetting.tagged.font_subset import subset
from app.typesetting.tagged.syntax import array, name, reference

# Flags of a font descriptor: the font has an encoding of its own.
_SYMBOLIC, _NONSYMBOLIC = 1 << 2, 1 << 5
_LETTERS = 26
_ASCII = range(0x20, 0x7F)


class FontUsage:
    """The characters of a font that a document uses: those with a fixed code, and the others."""

    def __init__(self, font: EmbeddedFont) -> None:
        self.font = font
        self.fixed_characters: set[str] = set()
        self._document_encoding: DocumentEncoding | None = None

    def document_encoding(self) -> DocumentEncoding:
        """Return the document’s encoding of the characters without a fixed code."""
        self._document_encoding = self._document_encoding or DocumentEncoding(self.font)
        return self._document_encoding

    def _parts(self) -> Iterator[tuple[str, dict[int, str]]]:
        if self.fixed_characters:
            codes = self.font.codes
            held = {codes[ord(each)]: each for each in self.fixed_characters if ord(each) in codes}
            # A no-break space is drawn as a space.
            yield self.font.resource, {**held, 0x20: " "}
        if self._document_encoding:
            yield from self._document_encoding.parts()

    def embed(self, document: TaggedDocument) -> dict[str, bytes]:
        """Add the font’s parts to a document, and return the reference to each by its name."""
        return {
            part: reference(document.add(_font(document, self.font, part, dict(sorted(characters.items())))))
            for part, characters in self._parts()
        }


def embed_fonts(document: TaggedDocument, usages: Iterable[FontUsage]) -> None:
    """Add the used fonts to the dictionary that the resources of every page refer to."""
    fonts: Any = document.idToObject["BasicFonts"]
    for usage in usages:
        fonts.dict.update(usage.embed(document))


def _font(document: TaggedDocument, font: EmbeddedFont, part: str, characters: Mapping[int, str]) -> bytes:
    face: Any = font.face
    last = max(characters, default=0)
    held = [characters.get(code, "") for code in range(last + 1)]
    file = subset(face, [face.charToGlyph[ord(each)] if each else 0 for each in held])
    base = name(f"{_prefix(part, file)}+{face.name.decode('ascii')}")
    widths = [b"%d" % round(face.charWidths[ord(each)] if each else face.defaultWidth) for each in held]
    embedded = document.add_stream(b"/Length1 %d" % len(file), file)
    descriptor = document.add(_descriptor(face, base, embedded))
    to_unicode = document.add_stream(b"", _to_unicode_map(font, characters, plain=part == font.resource))
    return b"<</Type/Font/Subtype/TrueType/BaseFont%s/FirstChar 0/LastChar %d/Widths%s%s%s>>" % (
        base,
        last,
        array(widths),
        b"/FontDescriptor " + reference(descriptor),
        b"/ToUnicode " + reference(to_unicode),
    )


def _prefix(part: str, file: bytes) -> str:
    """Return the six letters before the name of a font subset (ISO 32000-1, 9.6.4)."""
    digest = sha256(part.encode() + file).digest()
    return "".join(chr(ord("A") + each % _LETTERS) for each in digest[:6])


def _descriptor(face: Any, base: bytes, file: int) -> bytes:  # noqa: ANN401  # the stubs leave it out
    box = array([b"%d" % round(each) for each in face.bbox])
    return (
        b"<</Type/FontDescriptor/FontName%s/Flags %d/FontBBox%s/ItalicAngle %d"
        b"/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %s>>"
    ) % (
        base,
        face.flags & ~_NONSYMBOLIC | _SYMBOLIC,
        box,
        *(round(each) for each in (face.italicAngle, face.ascent, face.descent, face.capHeight, face.stemV)),
        reference(file),
    )


def _to_unicode_map(font: EmbeddedFont, characters: Mapping[int, str], *, plain: bool) -> bytes:
    """Return the ToUnicode map (ISO 32000-1, 9.10.3), in blocks of a hundred as PostScript requires.

    Among the ``plain`` characters the codes of ASCII stand for themselves.
    """
    mappings = [
        f"<{code:02X}> <{font.to_unicode(character).encode('utf-16-be').hex().upper()}>"
        for code, character in characters.items()
        if not (plain and code in _ASCII)
    ]
    ranges = "1 beginbfrange\n<20> <7E> <0020>\nendbfrange\n" if plain else ""
    blocks = [mappings[start : start + 100] for start in range(0, len(mappings), 100)]
    entries = "\n".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks)
    return (
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
        "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
        "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        f"{ranges}{entries}\nendcmap CMapName currentdict/CMap defineresource pop end end"
    ).encode("ascii")
