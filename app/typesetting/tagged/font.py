"""TrueType faces whose characters have the same codes in every document.

So a text that is the same in every document is put into operators once in a process. What has no code of its
own goes into further parts of the face, numbered as the document comes to need them.
"""

from collections.abc import Iterator
from itertools import groupby

from reportlab.pdfbase.ttfonts import TTFont

# Of a literal string’s bytes these are escaped (ISO 32000-1, 7.3.4.2): an end of a line may be changed.
_ESCAPED = {**{ord(sign): rf"\{sign}" for sign in "()\\"}, 0x0A: r"\n", 0x0D: r"\r"}
_FREE = (*range(0x7F, 0x100), *range(0x0E, 0x20), *range(0x01, 0x0A))
_ASCII = range(0x20, 0x7F)
# Western European letters, and the signs that texts in their languages use.
_SETTLED = (
    "’–—“”‘‚„…•·«»\u202f×÷≈≥≤−±→←↑↓✓▲▼■□●○☐☑†‡‰€£¥°§¶©®™¹²³½¼¾¿¡ªº"
    "éèêëàâäáãåæçîïíìñôöóòõøœùûüúÿýßðþÉÈÊËÀÂÄÁÃÅÆÇÎÏÍÌÑÔÖÓÒÕØŒÙÛÜÚŸÝÐÞ"
)


def _literal(code: int) -> str:
    return _ESCAPED.get(code, chr(code))


class NoFixedCodeError(ValueError):
    """A text has a character whose code is the document’s own."""


class _Codes(dict[int, str]):
    def __missing__(self, character: int) -> str:
        raise NoFixedCodeError(character)


class EmbeddedFont(TTFont):
    """A face under a short ``resource`` name that no other face has.

    ``plain`` characters are those with a code in every document, as operators have them: escaped.
    """

    def __init__(self, name: str, path: str, resource: str) -> None:
        """Read a file; raises ReportLab’s TTFError for one that is no TrueType."""
        super().__init__(name, path, shapable=False)
        self.resource = resource
        held = self.face.charToGlyph
        settled = {**dict(zip(map(ord, _SETTLED), _FREE, strict=False)), **{code: code for code in _ASCII}}
        #: The code of each settled character that the face has.
        self.codes = {character: code for character, code in settled.items() if character in held}
        written = {each: _literal(code) for each, code in self.codes.items()}
        # A space that does not break looks and reads like any other.
        self._plain = _Codes({**written, 0xA0: " "})

    def encode(self, text: str) -> str:
        """Give the inside of a literal string; raises NoFixedCodeError for a character without one."""
        return text.translate(self._plain)

    def to_unicode(self, character: str) -> str:
        """Give what a glyph says to whoever copies or hears it: its character."""
        return character


class DocumentEncoding:
    """The characters of a face beyond the plain ones, as one document numbers them: 255 a part."""

    _PART = 255

    def __init__(self, face: EmbeddedFont) -> None:
        self._face = face
        self._places: dict[str, int] = {}

    def encode(self, text: str) -> Iterator[tuple[str, str]]:
        """Give the name of each part in turn and the inside of a literal string in it."""
        for part, group in groupby(map(self._place, text), lambda place: place[0]):
            yield f"{self._face.resource}x{part}", "".join(code for _, code in group)

    def _place(self, character: str) -> tuple[int, str]:
        if ord(character) not in self._face.face.charToGlyph:
            return 0, _literal(0)
        place = self._places.setdefault(character, len(self._places))
        return place // self._PART, _literal(place % self._PART + 1)

    def parts(self) -> Iterator[tuple[str, dict[int, str]]]:
        """Give the name of each part with its characters by code."""
        known = list(self._places)
        for part in range(max(1, -(-len(known) // self._PART))):
            held = known[part * self._PART : (part + 1) * self._PART]
            yield f"{self._face.resource}x{part}", dict(enumerate(held, start=1))
