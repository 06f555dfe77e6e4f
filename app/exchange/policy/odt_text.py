"""Read the blocks of an ODT, as LibreOffice and its like write it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.exchange.policy.block_list import BlockList
from app.exchange.policy.odt_styles import PREFIXES, OdtStyles
from app.exchange.policy.refusal import Refusal, UnreadablePolicyError
from app.exchange.policy.zip_parts import ZipParts
from app.maturity.policy.policy_text import BlockKind, TextBlock

Blocks = list[tuple[BlockKind, str]]

CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"

# What is deleted, noted in the margin, listed a second time, or said of a picture.
_SKIPPED = frozenset(
    [
        "text:tracked-changes",
        "office:annotation",
        "text:note-citation",
        "text:number",
        "text:ruby-text",
        "text:table-of-content",
        "text:illustration-index",
        "text:table-index",
        "text:object-index",
        "text:user-index",
        "text:alphabetical-index",
        "text:bibliography",
        "office:forms",
        "svg:title",
        "svg:desc",
    ]
)
_PARAGRAPHS = ("text:p", "text:h")
_SPACES = ("text:s", "text:tab", "text:line-break")
_HIDING = ("text:hidden-text", "text:hidden-paragraph")
_NOTE = "text:note-body"
_LISTS = ("text:list-item", "text:numbered-paragraph")


def read(parts: ZipParts) -> list[TextBlock]:
    """Return the blocks of the document."""
    if _MANIFEST in parts and b"encryption-data" in parts.read(_MANIFEST):
        raise UnreadablePolicyError(Refusal.PASSWORD)
    styles = OdtStyles()
    parts.parse("styles.xml", styles, PREFIXES)
    reader = _OdtReader(styles)
    parts.parse(CONTENT, reader, PREFIXES)
    found = BlockList()
    for kind, text in reader.blocks:
        found.add(kind, text)
    return found.blocks


@dataclass(slots=True)
class _OdtParagraph:
    """One paragraph while it is read; ``after`` holds its notes and what its text boxes say."""

    kind: BlockKind
    texts: list[str] = field(default_factory=list)
    is_hidden: bool = False
    after: Blocks = field(default_factory=list)


class _OdtReader:
    """Takes the elements of the content."""

    def __init__(self, styles: OdtStyles) -> None:
        self.blocks: Blocks = []
        self._styles = styles
        self._is_body = False
        self._paragraphs: list[_OdtParagraph] = []
        # For each open element: whether its text is left out.
        self._skipping: list[bool] = []
        self._skipped = 0
        # For each open item: whether its first paragraph is still to come.
        self._items: list[bool] = []
        self._notes = 0

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        skips = self._is_skipped(name, attributes)
        self._skipping.append(skips)
        self._skipped += skips
        if name == "office:text":
            self._is_body = True
        elif not self._is_body:
            self._styles.begin(name, attributes)
        elif name in _LISTS:
            self._items.append(True)
        elif name == _NOTE:
            self._notes += 1
        if name in _PARAGRAPHS:
            self._begin_paragraph(name, attributes)
        elif self._paragraphs:
            self._begin_part(self._paragraphs[-1], name, attributes)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        self._skipped -= self._skipping.pop()
        if not self._is_body:
            self._styles.end(name)
        elif name in _PARAGRAPHS:
            self._end_paragraph(self._paragraphs.pop())
        elif name in _LISTS:
            self._items.pop()
        elif name == _NOTE:
            self._notes -= 1

    def text(self, text: str) -> None:
        """Take text, which counts within a paragraph."""
        if self._paragraphs and not self._skipped:
            self._paragraphs[-1].texts.append(text)

    def _is_skipped(self, name: str, attributes: Mapping[str, str]) -> bool:
        if name in _SKIPPED:
            return True
        if name == "text:section":
            return attributes.get("text:display") == "none" or attributes.get("text:is-hidden") == "true"
        if name == "text:span":
            return self._styles.is_hidden("text", attributes.get("text:style-name", ""))
        if name == "table:table-row":
            return attributes.get("table:visibility") in ("collapse", "filter")
        return name in _HIDING and attributes.get("text:is-hidden") == "true"

    def _begin_paragraph(self, name: str, attributes: Mapping[str, str]) -> None:
        style = attributes.get("text:style-name", "")
        kind: BlockKind = "paragraph"
        if name == "text:h" or self._styles.is_heading(style):
            kind = "heading"
        elif self._notes:
            kind = "note"
        elif self._items and self._items[-1]:
            kind = "item"
            self._items[-1] = False
        hidden = bool(self._skipped) or self._styles.is_hidden("paragraph", style)
        self._paragraphs.append(_OdtParagraph(kind, is_hidden=hidden))

    def _begin_part(self, paragraph: _OdtParagraph, name: str, attributes: Mapping[str, str]) -> None:
        if name in _SPACES and not self._skipped:
            paragraph.texts.append(" ")
        elif name == "text:hidden-paragraph" and attributes.get("text:is-hidden") == "true":
            paragraph.is_hidden = True

    def _end_paragraph(self, paragraph: _OdtParagraph) -> None:
        text = "".join(paragraph.texts)
        blocks = paragraph.after if paragraph.is_hidden else [(paragraph.kind, text), *paragraph.after]
        if self._paragraphs:
            self._paragraphs[-1].after += blocks
        else:
            self.blocks += blocks
