"""The text of a policy document, as its reader gives it."""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["endnote", "heading", "item", "note", "paragraph"]


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph of a document, in reading order; a note stands after the paragraph that refers to it.

    An endnote stands elsewhere: what refers to it is not known, and so neither is its heading.

    ``text`` is cleaned: compatibility characters replaced (NFKC), no soft hyphens, single spaces. ``page``
    counts from 1; it is None where the format has no pages.
    """

    kind: BlockKind
    text: str
    page: int | None = None
