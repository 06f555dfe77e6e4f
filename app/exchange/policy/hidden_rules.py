"""What the style sheets in a page hide: rules with one tag, class or id each."""

import re
from collections.abc import Iterator

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_HIDES = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE)
_SIMPLE = re.compile(r"(?:[\w-]+|[\w-]*[.#][\w-]+)")


def hides(declarations: str) -> bool:
    """Return whether declarations of a style hide what they are about."""
    return _HIDES.search(declarations) is not None


def hidden_selectors(sheet: str) -> set[str]:
    """Return the selectors of what a style sheet hides on every screen: ``p``, ``.draft``, ``#old``."""
    return {
        selector
        for selectors, declarations in _rules(_COMMENT.sub("", sheet))
        if hides(declarations)
        for selector in map(str.strip, selectors.split(","))
        if _SIMPLE.fullmatch(selector)
    }


def selectors_of(tag: str, id: str, classes: str) -> set[str]:
    """Return the selectors of one tag, class or id that an element meets."""
    names = classes.split()
    found = {tag, *(f".{name}" for name in names), *(f"{tag}.{name}" for name in names)}
    return found | {f"#{id}", f"{tag}#{id}"} if id else found


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield the rules outside of blocks for printers and certain screens."""
    depth = start = 0
    head = ""
    for brace in re.finditer(r"[{}]", sheet):
        text = sheet[start : brace.start()]
        if brace[0] == "{":
            if depth == 0:
                head = text
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and not head.lstrip().startswith("@"):
                yield head, text
        start = brace.end()
