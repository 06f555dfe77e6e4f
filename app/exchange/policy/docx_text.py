"""Read the blocks of a DOCX, as Word and its like write it."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.exchange.policy.block_list import BlockList
from app.exchange.policy.docx_styles import PREFIXES, DocxStyles, is_heading_level, is_numbering, is_on
from app.exchange.policy.zip_parts import ZipParts
from app.maturity.policy.policy_text import BlockKind, TextBlock

Blocks = list[tuple[BlockKind, str]]

# What is no longer in force, or what another element says already.
_SKIPPED = ("w:del", "w:moveFrom", "w:pPrChange", "w:rPrChange", "mc:Fallback", "w:rt")
_SPACES = {"w:tab": "\t", "w:ptab": "\t", "w:br": " ", "w:cr": " ", "w:noBreakHyphen": "-"}
_NOTES = ("w:footnoteReference", "w:endnoteReference")


def read(parts: ZipParts) -> list[TextBlock]:
    """Return the blocks of the document."""
    document = main_part(parts)
    related = _related(parts, document)
    styles = DocxStyles(parts, related.get("styles", "word/styles.xml"))
    notes = {}
    for kind in ("footnote", "endnote"):
        notes_reader = _WordReader(styles, {})
        parts.parse(related.get(f"{kind}s", f"word/{kind}s.xml"), notes_reader, PREFIXES)
        notes.update({(f"w:{kind}Reference", id): blocks for id, blocks in notes_reader.notes.items()})
    reader = _WordReader(styles, notes)
    parts.parse(document, reader, PREFIXES)
    found = BlockList()
    for block_kind, text in reader.blocks:
        found.add(block_kind, text)
    return found.blocks


def main_part(parts: ZipParts) -> str:
    """Return the name of the part that holds the text; some programs choose another one than usual."""
    return _related(parts, "").get("officeDocument", "word/document.xml")


def _related(parts: ZipParts, part: str) -> dict[str, str]:
    """Return the parts that a part refers to, by the last word of their kind."""
    folder, name = posixpath.split(part)
    relations = _Relations(folder)
    parts.parse(posixpath.join(folder, "_rels", f"{name}.rels"), relations, {})
    return relations.targets


class _Relations:
    """The targets of the relations of a part."""

    def __init__(self, folder: str) -> None:
        self.targets: dict[str, str] = {}
        self._folder = folder

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """Note one relation; a target is written from the part’s folder or from the root."""
        if name.endswith("Relationship"):
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = posixpath.join("/", self._folder, attributes.get("Target", ""))
            self.targets.setdefault(kind, posixpath.normpath(target).lstrip("/"))

    def end(self, name: str) -> None:
        """Take the end of a relation."""

    def text(self, text: str) -> None:
        """Take text, of which relations have none."""


@dataclass(slots=True)
class _WordParagraph:
    """One paragraph while it is read; ``after`` holds its notes and what its text boxes say."""

    texts: list[str] = field(default_factory=list)
    style: str | None = None
    is_heading: bool | None = None
    is_item: bool | None = None
    goes_on: bool = False
    after: Blocks = field(default_factory=list)


class _WordReader:
    """Takes the elements of the document or of its notes."""

    def __init__(self, styles: DocxStyles, notes: Mapping[tuple[str, str], Blocks]) -> None:
        self.blocks: Blocks = []
        self.notes: dict[str, Blocks] = {}
        self._styles, self._known_notes = styles, notes
        self._path: list[str] = []
        self._paragraphs: list[_WordParagraph] = []
        # The text of a paragraph whose end was deleted, which goes on in the next one.
        self._begun: list[str] = []
        self._skipped = 0
        self._deleted_rows: list[bool] = []
        self._hidden = False

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        if name in _SKIPPED:
            self._begin_skipped(name)
        elif name == "w:p":
            self._paragraphs.append(_WordParagraph(self._begun))
            self._begun = []
        elif name == "w:tr":
            self._deleted_rows.append(False)
        elif name in ("w:footnote", "w:endnote"):
            # Lines that separate notes from the text have a type.
            self.blocks = [] if "w:type" in attributes else self.notes.setdefault(attributes["w:id"], [])
        elif self._paragraphs and not self._skipped:
            self._begin_part(self._paragraphs[-1], name, attributes)
        self._path.append(name)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        self._path.pop()
        if name in _SKIPPED:
            self._skipped -= 1
        elif name == "w:p":
            self._end_paragraph(self._paragraphs.pop())
        elif name == "w:tr" and self._deleted_rows.pop():
            self._skipped -= 1

    def text(self, text: str) -> None:
        """Take text, which counts within an element for it alone."""
        if self._path and self._path[-1] == "w:t":
            self._write(text)

    def _write(self, text: str) -> None:
        if self._paragraphs and not self._skipped and not self._hidden:
            self._paragraphs[-1].texts.append(text)

    def _begin_skipped(self, name: str) -> None:
        self._skipped += 1
        parents = self._path[-2:]
        if name == "w:del" and parents == ["w:pPr", "w:rPr"] and self._paragraphs:
            self._paragraphs[-1].goes_on = True
        elif name == "w:del" and parents[-1:] == ["w:trPr"] and self._deleted_rows[-1:] == [False]:
            self._deleted_rows[-1] = True
            self._skipped += 1

    def _begin_part(self, paragraph: _WordParagraph, name: str, attributes: Mapping[str, str]) -> None:
        if name in _SPACES:
            # Tab stops are defined by elements of the same name.
            if self._path[-1] != "w:tabs":
                self._write(_SPACES[name])
        elif name in _NOTES:
            note = self._known_notes.get((name, attributes.get("w:id", "")), ())
            paragraph.after += (("note", text) for _, text in note)
        elif name in ("w:r", "w:rStyle", "w:vanish"):
            self._begin_run(paragraph, name, attributes)
        else:
            _describe(paragraph, name, attributes)

    def _begin_run(self, paragraph: _WordParagraph, name: str, attributes: Mapping[str, str]) -> None:
        if name == "w:r":
            self._hidden = self._styles.is_hidden(paragraph.style)
        elif self._path[-2:] == ["w:r", "w:rPr"]:
            is_style = name == "w:rStyle"
            hidden = self._styles.is_hidden(attributes.get("w:val", "")) if is_style else is_on(attributes)
            self._hidden = hidden or (is_style and self._hidden)

    def _end_paragraph(self, paragraph: _WordParagraph) -> None:
        self._hidden = False
        text = "".join(paragraph.texts)
        if paragraph.goes_on:
            self._begun = [text]
            text = ""
        blocks = [(self._kind(paragraph), text), *paragraph.after] if text.strip() else paragraph.after
        if self._styles.is_contents(paragraph.style):
            return
        if self._paragraphs:
            self._paragraphs[-1].after += blocks
        else:
            self.blocks += blocks

    def _kind(self, paragraph: _WordParagraph) -> BlockKind:
        style, is_heading, is_item = paragraph.style, paragraph.is_heading, paragraph.is_item
        if self._styles.is_heading(style) if is_heading is None else is_heading:
            return "heading"
        return "item" if (self._styles.is_item(style) if is_item is None else is_item) else "paragraph"


def _describe(paragraph: _WordParagraph, name: str, attributes: Mapping[str, str]) -> None:
    """Note what an element says of a paragraph."""
    if name == "w:pStyle":
        paragraph.style = attributes.get("w:val", "")
    elif name == "w:numId":
        paragraph.is_item = is_numbering(attributes)
    elif name == "w:outlineLvl":
        paragraph.is_heading = is_heading_level(attributes)
