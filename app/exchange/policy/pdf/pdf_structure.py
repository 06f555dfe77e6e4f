"""The structure tree of a tagged PDF: which contents of its pages make one paragraph, and of which kind."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pypdf import PdfReader

from app.maturity.policy.policy_text import BlockKind

# A tagged handbook of 400 pages has some 30,000 elements; a larger tree is left unread.
MOST_ELEMENTS = 60_000

_HEADINGS = frozenset(["H", "Title", *(f"H{level}" for level in range(1, 10))])
# Parts of a paragraph (ISO 32000-2, 14.8.4.7), and elements that say nothing of their content.
_PARTS = (
    "Span Link Reference Annot Quote Code Em Strong Sub Ruby RB RT RP Warichu WT WP Form Formula BibEntry"
    " NonStruct Private"
)
_WITHIN = frozenset(_PARTS.split())
_SKIPPED = frozenset(("Lbl", "TOC", "TOCI", "Index", "Artifact"))
_NOTES = frozenset(("Note", "FENote"))
# Elements around paragraphs.
_GROUPS = frozenset(("", "Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "Aside"))
_MOST_ROLES = 10

# A content of a page: the page, from 1, and the number that marks the content there.
Content = tuple[int, int]


@dataclass(slots=True)
class TaggedBlock:
    """A paragraph by its contents, in reading order.

    ``note`` counts the notes from 1; ``is_apart`` is true of one outside of the paragraph that refers to it.
    """

    kind: BlockKind
    contents: list[Content] = field(default_factory=list)
    note: int = 0
    is_apart: bool = False


@dataclass(slots=True)
class _Item:
    """An item of a list; its first paragraph is the item, the others are paragraphs."""

    is_begun: bool = False


@dataclass(slots=True)
class _Place:
    """Where in the tree an element stands: its page, and the block, item or note that it is part of."""

    page: int = 0
    role: str = ""
    block: TaggedBlock | None = None
    item: _Item | None = None
    note: int = 0
    is_apart: bool = False


def tagged_blocks(reader: PdfReader) -> list[TaggedBlock]:
    """Return the paragraphs that the tags name, in reading order; none if there are no tags, or too many."""
    root: Any = reader.trailer["/Root"]
    tree = root.get("/StructTreeRoot")
    if tree is None:
        return []
    pages = {
        page.indirect_reference.idnum: number
        for number, page in enumerate(reader.pages, 1)
        if page.indirect_reference
    }
    walk = _Walk(tree.get_object().get("/RoleMap", {}), pages)
    return walk.blocks if walk.read(tree) else []


class _Walk:
    """Goes through the tree in reading order, without recursion."""

    def __init__(self, roles: Mapping[str, Any], pages: Mapping[int, int]) -> None:
        self.blocks: list[TaggedBlock] = []
        self._roles, self._pages = roles, pages
        self._waiting: list[tuple[Any, _Place]] = []
        self._notes = 0

    def read(self, tree: Any) -> bool:  # noqa: ANN401  # pypdf's objects are any
        """Read the whole tree; return whether it is small enough."""
        self._await_children(tree, _Place())
        for _ in range(MOST_ELEMENTS):
            if not self._waiting:
                return True
            child, place = self._waiting.pop()
            child = child.get_object() if hasattr(child, "get_object") else child
            if isinstance(child, int):
                self._add((place.page, child), place)
            elif hasattr(child, "get"):
                self._read_element(child, place)
        return False

    def _await_children(self, element: Any, place: _Place) -> None:  # noqa: ANN401  # pypdf's objects are any
        children = element.get("/K")
        children = children.get_object() if hasattr(children, "get_object") else children
        listed: Iterable[Any] = children if isinstance(children, list) else [children]
        waiting = [(child, place) for child in listed if child is not None]
        self._waiting += reversed(waiting[:MOST_ELEMENTS])

    def _read_element(self, element: Any, around: _Place) -> None:  # noqa: ANN401  # pypdf's objects are any
        page = self._page(element) or around.page
        if "/MCID" in element:
            self._add((page, element["/MCID"]), around)
            return
        role = self._role(str(element.get("/S", "")).lstrip("/"))
        if role in _SKIPPED or "/S" not in element:
            return
        is_within = role in _WITHIN
        block = around.block if is_within and around.block else TaggedBlock("paragraph")
        inside = replace(around, page=page, role=around.role if is_within else role, block=block)
        if role == "LI":
            inside.item = _Item()
        elif role in _NOTES:
            self._notes += 1
            inside.item, inside.note, inside.is_apart = None, self._notes, around.role in _GROUPS
        self._await_children(element, inside)

    def _page(self, element: Any) -> int:  # noqa: ANN401  # pypdf's objects are any
        reference = element.raw_get("/Pg") if "/Pg" in element else None
        return self._pages.get(getattr(reference, "idnum", 0), 0)

    def _role(self, role: str) -> str:
        for _ in range(_MOST_ROLES):
            mapped = self._roles.get(f"/{role}")
            if mapped is None or role in _HEADINGS:
                return role
            role = str(mapped).lstrip("/")
        return role

    def _add(self, content: Content, place: _Place) -> None:
        block = place.block
        if block is None:
            return
        if not block.contents:
            block.kind, block.note, block.is_apart = self._kind(place), place.note, place.is_apart
            self.blocks.append(block)
        block.contents.append(content)

    def _kind(self, place: _Place) -> BlockKind:
        if place.role in _HEADINGS:
            return "heading"
        if place.note:
            return "note"
        if place.item and not place.item.is_begun:
            place.item.is_begun = True
            return "item"
        return "paragraph"
