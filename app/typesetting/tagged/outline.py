"""The bookmarks of a document (ISO 32000-1, 12.3.3): its headings as a tree.

ReportLab’s own outline names and formats two objects for every bookmark, which takes a tenth of the whole
time.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.typesetting.tagged.links import format_destination
from app.typesetting.tagged.syntax import text

# Readers show these levels at once, and deeper ones when the user opens them.
_EXPANDED_LEVELS = 2


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading: its level from 1, its page counted from 0, and the height that it leads to in points."""

    level: int
    title: str
    page: int
    top: float


@dataclass(slots=True)
class _Entry:
    number: int
    bookmark: Bookmark | None = None
    parent: "_Entry | None" = None
    before: "_Entry | None" = None
    after: "_Entry | None" = None
    kids: "list[_Entry]" = field(default_factory=list)

    def add(self, entry: "_Entry") -> None:
        entry.parent = self
        if self.kids:
            entry.before, self.kids[-1].after = self.kids[-1], entry
        self.kids.append(entry)


def outline_objects(bookmarks: Sequence[Bookmark], pages: Sequence[int], first: int) -> list[bytes]:
    """Return the outline’s objects, numbered from ``first``; ``pages`` are the pages’ object numbers.

    No level may be skipped.
    """
    root = _Entry(first)
    entries, above = [root], [root]
    for place, bookmark in enumerate(bookmarks, start=1):
        entry = _Entry(first + place, bookmark)
        del above[bookmark.level :]
        above[-1].add(entry)
        above.append(entry)
        entries.append(entry)
    visible_count = sum(bookmark.level <= _EXPANDED_LEVELS for bookmark in bookmarks)
    return [
        b"<</Type/Outlines%s>>" % _kid_references(root, visible_count),
        *(_entry_object(entry, entry.bookmark, pages) for entry in entries if entry.bookmark),
    ]


def _entry_object(entry: _Entry, bookmark: Bookmark, pages: Sequence[int]) -> bytes:
    neighbours = ((b"/Parent", entry.parent), (b"/Prev", entry.before), (b"/Next", entry.after))
    around = b"".join(key + b" %d 0 R" % other.number for key, other in neighbours if other)
    # A negative count means closed, with that number of entries inside.
    count = len(entry.kids) if bookmark.level < _EXPANDED_LEVELS else -len(entry.kids)
    place = b"/Dest" + format_destination(pages[bookmark.page], bookmark.top)
    return b"<</Title%s%s%s%s>>" % (text(bookmark.title), around, place, _kid_references(entry, count))


def _kid_references(entry: _Entry, count: int) -> bytes:
    if not entry.kids:
        return b""
    return b"/First %d 0 R/Last %d 0 R/Count %d" % (entry.kids[0].number, entry.kids[-1].number, count)
