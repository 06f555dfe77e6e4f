"""The structure tree of a finished document with the words of its elements, as other software finds it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

# What pikepdf finds in a file has no type.
Thing = Any
_PAIRS = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]+)>")
_RANGES = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]{2})> <([0-9A-Fa-f]{4})>")
_SAID = ("/Alt", "/ActualText", "/Lang", "/ID")


@dataclass(frozen=True)
class Node:
    """An element: its kind, its content in reading order, its properties, and its children.

    The content is its own text, one piece for each marked content, and the children.
    """

    kind: str
    content: tuple["str | Node", ...]
    said: dict[str, str]

    @property
    def kids(self) -> tuple["Node", ...]:
        """Return the elements directly below."""
        return tuple(each for each in self.content if isinstance(each, Node))

    @property
    def words(self) -> str:
        """Return the element’s own text."""
        return " ".join(each for each in self.content if isinstance(each, str))

    @property
    def whole(self) -> str:
        """Return the text of the element and all below it, with alternatives in place of drawings."""
        if "/ActualText" in self.said:
            return self.said["/ActualText"]
        return "".join(each if isinstance(each, str) else each.whole for each in self.content)

    def walk(self) -> Iterator["Node"]:
        """Return the element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, *kinds: str) -> list["Node"]:
        """Return the elements of some kinds, in reading order."""
        return [node for node in self.walk() if node.kind in kinds]


def tree(content: bytes) -> Node:
    """Read the tree of a document: the element Document."""
    with pikepdf.open(BytesIO(content)) as document:
        marked = {page.obj.objgen: _marked(page) for page in document.pages}
        top: Thing = document.Root.StructTreeRoot.K
        return _node(top[0] if isinstance(top, pikepdf.Array) else top, marked)


def loose(content: bytes) -> str:
    """Return the text of the artifacts of all pages."""
    with pikepdf.open(BytesIO(content)) as document:
        return " ".join(_marked(page).get(None, "") for page in document.pages)


Marked = dict[int | None, str]


def _node(element: Thing, marked: dict[tuple[int, int], Marked]) -> Node:
    found = element.get("/K", pikepdf.Array())
    content: list[str | Node] = []
    for kid in found if isinstance(found, pikepdf.Array) else [found]:
        if isinstance(kid, int):
            content.append(marked[element.Pg.objgen].get(kid, ""))
        elif kid.get("/Type") == "/MCR":
            content.append(marked[kid.Pg.objgen].get(int(kid.MCID), ""))
        elif kid.get("/Type") == "/OBJR":
            continue
        else:
            content.append(_node(kid, marked))
    said = {name: str(element[name]) for name in _SAID if name in element}
    said |= {name: str(value) for name, value in dict(element.get("/A", {})).items()}
    return Node(str(element.S)[1:], tuple(content), said)


def _marked(page: pikepdf.Page) -> Marked:
    """Return the text of each marked content of a page, and under None that of its artifacts."""
    found: Marked = {}
    _read(page, page.obj.Resources, [], found)
    return found


def _read(content: Thing, resources: Thing, open_marks: list[int | None], found: Marked) -> None:
    """Add the text of a page, or of a form that it draws, to its marked content."""
    maps = {name: _letters(font) for name, font in resources.Font.items()}
    letters: dict[int, str] = {}
    instructions: Thing = pikepdf.parse_content_stream(content)
    for operands, operator in instructions:
        name = str(operator)
        if name in ("BDC", "BMC"):
            open_marks.append(_number(operands, open_marks))
        elif name == "EMC":
            open_marks.pop()
        elif name == "Tf":
            letters = maps[str(operands[0])]
        elif name == "Tj":
            words = "".join(letters.get(code, "") for code in bytes(operands[0]))
            number = open_marks[-1] if open_marks else None
            found[number] = found.get(number, "") + words
        elif name == "Do":
            form = resources.XObject[operands[0]]
            _read(form, form.Resources, open_marks, found)


def _number(operands: Thing, open_marks: list[int | None]) -> int | None:
    if len(operands) > 1 and "/MCID" in operands[1]:
        return int(operands[1].MCID)
    # Marked content without a number, such as ActualText, belongs to the element around it.
    return open_marks[-1] if open_marks else None


def _letters(font: Thing) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    said = font.ToUnicode.read_bytes()
    found: dict[int, str] = {}
    for first, last, start in _RANGES.findall(said):
        codes = range(int(first, 16), int(last, 16) + 1)
        found |= {code: chr(int(start, 16) + place) for place, code in enumerate(codes)}
    _, _, of_each = said.partition(b"beginbfchar")
    pairs = _PAIRS.findall(of_each)
    return found | {int(code, 16): bytes.fromhex(word.decode()).decode("utf-16-be") for code, word in pairs}
