"""Read the blocks of an HTML page, as browsers and office programs save it."""

import codecs
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import groupby

from app.exchange.policy import hidden_rules, html_notes
from app.exchange.policy.block_list import BlockList
from app.exchange.policy.html_notes import NOTE_MARK, Notes
from app.exchange.policy.refusal import Refusal, UnreadablePolicyError
from app.maturity.policy.policy_text import BlockKind, TextBlock

DEEPEST = 200

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_WITHOUT_CONTENT = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_WITHOUT_CONTENT.split())
_OF_THEIR_OWN = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure"
    " footer form header hgroup hr html li main nav ol p pre search section summary table tbody td tfoot th"
    " thead tr ul"
)
_BLOCKS = _HEADINGS | frozenset(_OF_THEIR_OWN.split())
# What a browser does not show, what frames the text, and what was deleted from it.
_NOT_READ = (
    "audio button canvas datalist del dialog footer head iframe math nav noscript object rp rt s script"
    " select strike style svg template textarea title video"
)
_SKIPPED = frozenset(_NOT_READ.split())
_FRAMES = ("navigation", "banner", "contentinfo", "search")
# The running head and foot, as LibreOffice saves them.
_MARGINS = ("header", "footer")
# What may be one note as a whole.
_NOTE_BLOCKS = ("p", "li", "dd", "aside")
# Stands for a line break until the block ends.
_BREAK = "\x1e"
_BREAKS = re.compile(r"\x1e\s*\x1e[\s\x1e]*|\x1e(?=\s*(?:[•▪–-]|\(?[\da-z]{1,2}[.)])\s)")
# The beginning of one ends the one before it, if nothing of the second list lies between.
_ENDS = {
    "li": (("li",), ("ul", "ol")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "tr": (("tr",), ("table",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
}


def read(data: bytes) -> list[TextBlock]:
    """Return the blocks of the page."""
    page = _PageText()
    page.feed(_decode(data))
    page.close()
    page.end_block()
    return page.notes.placed(page.found.blocks)


def _decode(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    declared = _CHARSET.search(data[:4096])
    for name in (declared[1].decode() if declared else "utf-8", "utf-8"):
        try:
            return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("cp1252", "replace")


@dataclass(slots=True)
class _Element:
    """One open element: whether it is hidden or frames the text, and whether it lies in a link on the page.

    ``begins_item`` is true of an item whose text is still to come. ``href`` is the place on the page to which
    it leads, ``note`` the number of the note that it belongs to. A note ``within`` a paragraph follows it.
    """

    tag: str
    is_hidden: bool
    is_frame: bool
    is_linked: bool
    begins_item: bool
    names: tuple[str, ...] = ()
    href: str = ""
    note: int = 0
    within: bool = False


def _names(attributes: dict[str, str]) -> tuple[str, ...]:
    return tuple(filter(None, (attributes.get("id"), attributes.get("name"))))


class _PageText(HTMLParser):
    """Takes the tags and texts of a page; closing tags may be left out, as HTML allows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = BlockList()
        self._open: list[_Element] = []
        self._hidden_selectors: set[str] = set()
        self._texts: list[str] = []
        self.notes = Notes()
        self._notes_within: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the beginning of an element."""
        attributes = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._texts.append(_BREAK)
        if tag in _BLOCKS:
            self.end_block()
            self._close_before(tag)
        if tag in _VOID:
            return
        around = self._open[-1] if self._open else _Element("", False, False, False, False)
        is_frame = around.is_frame or (not around.is_hidden and self._is_banner(tag))
        is_hidden = around.is_hidden or is_frame or self._is_hidden(tag, attributes)
        if around.is_frame and tag in _HEADINGS:
            # The banner of a page says where one is, but may hold the title of the text.
            is_frame = is_hidden = False
        href = attributes.get("href", "")
        leads_to = href[1:] if tag == "a" and href.startswith("#") else around.href
        element = _Element(
            tag, is_hidden, is_frame, bool(leads_to), tag == "li", _names(attributes), leads_to
        )
        self._begin_note(element, around, attributes)
        self._open.append(element)
        if len(self._open) > DEEPEST:
            raise UnreadablePolicyError(Refusal.DEEP)

    def handle_endtag(self, tag: str) -> None:
        """Take the end of an element; one that was never begun ends nothing."""
        if tag in _BLOCKS:
            self.end_block()
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        """Take text."""
        around = self._open[-1] if self._open else None
        if around and around.tag == "style":
            self._hidden_selectors |= hidden_rules.hidden_selectors(data)
        elif around and around.is_hidden:
            return
        elif around and around.is_linked and NOTE_MARK.fullmatch(data.strip()):
            self._take_mark(around.href)
        elif around and around.within:
            self._notes_within.append((around.note, data))
        else:
            self._texts.append(data)

    def end_block(self) -> None:
        """Add the text since the last block."""
        parts = _BREAKS.split("".join(self._texts))
        self._texts = []
        for part in parts:
            text = part.replace(_BREAK, " ")
            if text.strip():
                self._add(self._kind(), text)
        within, self._notes_within = self._notes_within, []
        for _, texts in groupby(within, lambda each: each[0]):
            text = "".join(text for _, text in texts)
            if not NOTE_MARK.fullmatch(text.strip()):
                self.found.add("note", text)

    def _add(self, kind: BlockKind, text: str) -> None:
        before = len(self.found.blocks)
        self.found.add(kind, text)
        note = self._open[-1].note if self._open else 0
        if note and len(self.found.blocks) > before and self.found.blocks[-1].kind != "heading":
            self.notes.add(note, before)

    def _begin_note(self, element: _Element, around: _Element, attributes: dict[str, str]) -> None:
        """Find the note that an element belongs to: a new one, or that around it."""
        is_block = element.tag in _BLOCKS
        element.note, element.within = around.note, around.within and not is_block
        if html_notes.holds_notes(element.tag, attributes) or (around.note and element.tag == "li"):
            element.note = self.notes.begin(attributes.get("id", ""))
            element.within = not is_block

    def _take_mark(self, href: str) -> None:
        """Take a link with the number of a note, which leads to the note or back from it."""
        if not self.notes.leads_back(href):
            names = [name for element in self._open if element.tag not in _BLOCKS for name in element.names]
            self.notes.refer(href, names, len(self.found.blocks))
            return
        places = [place for place, each in enumerate(self._open) if each.tag in _NOTE_BLOCKS]
        is_heading = any(each.tag in _HEADINGS for each in self._open)
        if not self._open[-1].note and places and not is_heading:
            note = self.notes.begin()
            for element in self._open[places[-1] :]:
                element.note = note
        if self._open[-1].note:
            self.notes.lead_back(self._open[-1].note, href)

    def _kind(self) -> BlockKind:
        for element in reversed(self._open):
            if element.tag in _HEADINGS:
                return "heading"
            if element.tag == "li":
                begins, element.begins_item = element.begins_item, False
                return "item" if begins else "paragraph"
        return "paragraph"

    def _close_before(self, tag: str) -> None:
        """Close what the beginning of a block ends without a tag."""
        if any(each.tag == "head" for each in self._open):
            self._open = self._open[: [each.tag for each in self._open].index("head")]
        ended, kept = _ENDS.get(tag, ((), ()))
        for place in range(len(self._open) - 1, -1, -1):
            name = self._open[place].tag
            if name in ended or name == "p":
                del self._open[place:]
                if name in ended:
                    return
            elif name in kept or (not ended and name in _BLOCKS):
                return

    def _is_banner(self, tag: str) -> bool:
        return tag == "header" and not any(each.tag in ("main", "article") for each in self._open)

    def _is_hidden(self, tag: str, attributes: dict[str, str]) -> bool:
        """Return whether a browser does not show an element, or shows it around the text."""
        if tag in _SKIPPED or "hidden" in attributes or attributes.get("aria-hidden") == "true":
            return True
        if tag == "div" and attributes.get("title") in _MARGINS:
            return True
        if attributes.get("role") in _FRAMES or hidden_rules.hides(attributes.get("style", "")):
            return True
        selectors = hidden_rules.selectors_of(tag, attributes.get("id", ""), attributes.get("class", ""))
        return not self._hidden_selectors.isdisjoint(selectors)
