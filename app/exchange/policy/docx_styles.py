"""The styles of a DOCX: which are headings, lists or hidden, also by the styles they are based on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.exchange.policy.zip_parts import ZipParts

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
PREFIXES = {_WORD: "w", _WORD_STRICT: "w", _COMPATIBILITY: "mc"}

# Word names its own styles in English in every language; their ids are translated (Titre1).
_HEADING = re.compile(r"(?:heading|titre|überschrift) ?\d?|title|subtitle|titre|sous-titre", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|tm|table of figures) ?\d?", re.IGNORECASE)
_OFF = ("0", "false", "off", "none")
# Word has nine levels, counted from 0; the tenth is that of text.
_TEXT_LEVEL = 9
_MOST_BASES = 20


def is_on(attributes: Mapping[str, str]) -> bool:
    """Return whether an element that switches something says yes, as it does without a value."""
    return attributes.get("w:val", "1") not in _OFF


def is_heading_level(attributes: Mapping[str, str]) -> bool:
    """Return whether an outline level is that of a heading."""
    level = attributes.get("w:val", "")
    return level.isdigit() and int(level) < _TEXT_LEVEL


def is_numbering(attributes: Mapping[str, str]) -> bool:
    """Return whether the id of a list is one; 0 takes a paragraph out of its style’s list."""
    return attributes.get("w:val") != "0"


@dataclass(slots=True)
class _Style:
    """What one style says itself; None where the style it is based on decides."""

    base: str | None = None
    is_heading: bool | None = None
    is_item: bool | None = None
    is_hidden: bool | None = None
    is_contents: bool | None = None


class DocxStyles:
    """The styles of a document by their ids, read from a part; a document may have none."""

    def __init__(self, parts: ZipParts, name: str) -> None:
        self._styles: dict[str, _Style] = {}
        self._default = ""
        self._style = _Style()
        parts.parse(name, self, PREFIXES)

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """Note what an element says of the style that it is part of."""
        value = attributes.get("w:val", "")
        if name == "w:style":
            self._begin_style(attributes)
        elif name == "w:name":
            self._name_style(value)
        elif name == "w:basedOn":
            self._style.base = value
        elif name == "w:outlineLvl":
            self._style.is_heading = is_heading_level(attributes)
        elif name == "w:numId":
            self._style.is_item = is_numbering(attributes)
        elif name == "w:vanish":
            self._style.is_hidden = is_on(attributes)

    def end(self, name: str) -> None:
        """Take the end of an element, which says nothing."""

    def text(self, text: str) -> None:
        """Take text, of which styles have none."""

    def is_heading(self, id: str | None) -> bool:
        """Return whether a paragraph of a style is a heading."""
        return self._says(id, "is_heading")

    def is_item(self, id: str | None) -> bool:
        """Return whether a paragraph of a style is an item of a list."""
        return self._says(id, "is_item")

    def is_hidden(self, id: str | None) -> bool:
        """Return whether text of a style is hidden."""
        return self._says(id, "is_hidden")

    def is_contents(self, id: str | None) -> bool:
        """Return whether a paragraph of a style is a line of the table of contents."""
        return self._says(id, "is_contents")

    def _begin_style(self, attributes: Mapping[str, str]) -> None:
        id = attributes.get("w:styleId", "")
        self._style = self._styles.setdefault(id, _Style())
        if attributes.get("w:type") == "paragraph" and attributes.get("w:default") in ("1", "true", "on"):
            self._default = id

    def _name_style(self, name: str) -> None:
        if _HEADING.fullmatch(name):
            self._style.is_heading = True
        elif _CONTENTS.fullmatch(name):
            self._style.is_contents = True

    def _says(self, id: str | None, property: str) -> bool:
        style = self._styles.get(self._default if id is None else id)
        for _ in range(_MOST_BASES):
            if style is None:
                return False
            said: bool | None = getattr(style, property)
            if said is not None:
                return said
            style = self._styles.get(style.base) if style.base else None
        return False
