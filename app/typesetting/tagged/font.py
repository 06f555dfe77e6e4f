"""TrueType fonts whose characters have the same codes in every document.

A text that is the same in every document therefore has the same operators in each. Characters without a fixed
code go into further parts of the font, numbered in the order in which the document uses them.
"""

from collections.abc import Iterator
from itertools import groupby

from reportlab.pdfbase.ttfonts import TTFont

# Bytes that a literal string must escape (ISO 32000-1, 7.3.4.2), line ends included.
_ESCAPED = {**{ord(sign): rf"\{sign}" for sign in "()\\"}, 0x0A: r"\n", 0x0D: r"\r"}
_FREE = (*range(0x7F, 0x100), *range(0x0E, 0x20), *range(0x01, 0x0A))
_ASCII = range(0x20, 0x7F)
# Letters and signs of Western European languages.
_FIXED = (
    "’–—“”‘‚„…•·«»\u202f×÷≈≥≤−±→←↑↓✓▲▼■□●○☐☑†‡‰€£¥°§¶©®™¹²³½¼¾¿¡ªº"
    "éèêëàâäáãåæçîïíìñôöóòõøœùûüúÿýßðþÉÈÊËÀÂÄÁÃÅÆÇÎÏÍÌÑÔÖÓÒÕØŒÙÛÜÚŸÝÐÞ"
)


def _literal(code: int) -> str:
    return _ESCAPED.get(code, chr(code))


class NoFixedCodeError(ValueError):
    """A text has a character whose code differs from document to document."""


class _Codes(dict[int, str]):
    def __missing__(self, character: int) -> str:
        raise NoFixedCodeError(character)


class EmbeddedFont(TTFont):
    """A font under a short ``resource`` name that no other font has.

    ``codes`` are the fixed codes of its characters, the same in every document.
    """

    def __init__(self, name: str, path: str, resource: str) -> None:
        """Read a file; raises ReportLab’s TTFError for one that is no TrueType."""
        super().__init__(name, path, shapable=False)
        self.resource = resource
        held = self.face.charToGlyph
        fixed = {**dict(zip(map(ord, _FIXED), _FREE, strict=False)), **{code: code for code in _ASCII}}
        #: The fixed code of each character that has one in this font.
        self.codes = {character: code for character, code in fixed.items() if character in held}
        written = {each: _literal(code) for each, code in self.codes.items()}
        # A no-break space is drawn and read as a space.
        self._literals = _Codes({**written, 0xA0: " "})

    def encode(self, text: str) -> str:
        """Return the inside of a literal string; raise NoFixedCodeError for a character without a code."""
        return text.translate(self._literals)

    def to_unicode(self, character: str) -> str:
        """Return the text that a character is copied and read out as."""
        return character


class DocumentEncoding:
    """The characters of a font without a fixed code, as one document numbers them: 255 in each part."""

    _PART = 255

    def __init__(self, font: EmbeddedFont) -> None:
        self._font = font
        self._places: dict[str, int] = {}

    def encode(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the name of each part in turn, and the inside of a literal string in it."""
        for part, group in groupby(map(self._place, text), lambda place: place[0]):
            yield f"{self._font.resource}x{part}", "".join(code for _, code in group)

    def _place(self, character: str) -> tuple[int, str]:
        if ord(character) not in self._font.face.charToGlyph:
            return 0, _literal(0)
        place = self._places.setdefault(character, len(self._places))
        return place // self._PART, _literal(place % self._PART + 1)

    def parts(self) -> Iterator[tuple[str, dict[int, str]]]:
        """Yield the name of each part with its characters by code."""
        known = list(self._places)
        for part in range(max(1, -(-len(known) // self._PART))):
            held = known[part * self._PART : (part + 1) * self._PART]
            yield f"{self._font.resource}x{part}", dict(enumerate(held, start=1))
