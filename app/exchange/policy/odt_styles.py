"""The styles of an ODT: which are headings or hidden, also by the styles they are based on."""

import re
from collections.abc import Iterator, Mapping

PREFIXES = {
    f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0": prefix
    for name, prefix in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("table", "table"),
        ("drawing", "draw"),
        ("svg-compatible", "svg"),
    )
}

# Spaces in the names of styles are written as their code.
_HEADING = re.compile(r"(?:Heading|Titre)(?:_20_\d+)?|Title|Subtitle", re.IGNORECASE)
_MOST_BASES = 20


class OdtStyles:
    """The styles of a document by family and name; automatic ones are added as they are read."""

    def __init__(self) -> None:
        self._bases: dict[tuple[str, str], str] = {}
        self._headings: set[tuple[str, str]] = set()
        self._hidden: set[tuple[str, str]] = set()
        self._style = ("", "")

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """Note what an element says of a style."""
        if name == "style:style":
            family, own = attributes.get("style:family", ""), attributes.get("style:name", "")
            self._style = (family, own)
            self._bases[self._style] = attributes.get("style:parent-style-name", "")
            if attributes.get("style:default-outline-level"):
                self._headings.add(self._style)
        elif name == "style:text-properties" and attributes.get("text:display") == "none":
            self._hidden.add(self._style)

    def end(self, name: str) -> None:
        """Forget the style that ends: other elements have properties too."""
        if name == "style:style":
            self._style = ("", "")

    def text(self, text: str) -> None:
        """Take text, of which styles have none."""

    def is_heading(self, name: str) -> bool:
        """Return whether a paragraph of a style is a heading."""
        return any(
            _HEADING.fullmatch(each) or ("paragraph", each) in self._headings
            for each in self._chain("paragraph", name)
        )

    def is_hidden(self, family: str, name: str) -> bool:
        """Return whether text or a paragraph of a style is hidden."""
        return any((family, each) in self._hidden for each in self._chain(family, name))

    def _chain(self, family: str, name: str) -> Iterator[str]:
        """Yield the name of a style and of those it is based on; a file need not define its own."""
        for _ in range(_MOST_BASES):
            if not name:
                return
            yield name
            name = self._bases.get((family, name), "")
