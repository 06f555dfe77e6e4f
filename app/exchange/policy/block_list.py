"""The blocks that a reader finds, cleaned and counted."""

import re
import unicodedata

from app.exchange.policy.refusal import Refusal, UnreadablePolicyError
from app.maturity.policy.policy_text import BlockKind, TextBlock

# A handbook of 400 full pages has 8,000 paragraphs and 1.2 million characters.
MOST_PAGES = 400
MOST_BLOCKS = 20_000
MOST_CHARACTERS = 2_000_000

# Soft hyphens, marks without width, what PDFium writes for a hyphen at the end of a line, and the arrow with
# which a note leads back. Marks of direction could make a quote look other than it is.
_INVISIBLE = dict.fromkeys(
    map(
        ord,
        "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff↩\ufe0e"
        "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    )
)
# Windows’ letters in a PDF have a bullet where ASCII has a control character (ISO 32000-2, annex D).
_SIGNS = {0x2010: "-", 0x2011: "-", 0x7F: "•"}
# Fonts of signs have their bullets where Unicode leaves room for private use.
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# With these before a word, an item says nothing more than that it is one.
_BULLET = re.compile(r"(?:[•▪◦‣⁃●○■□◆➢✓·*–—-]|[o§](?=\s+[A-ZÀ-Þ]))\s+")
# “p. ex.”, “e. g.” and “p. 4” may stand at the beginning of a line too.
_ABBREVIATION = r"(?!p\. (?:ex\b|\d)|e\. g\b|i\. e\b|c\. à)"
_NUMBER = re.compile(rf"{_ABBREVIATION}\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,5}})[.)]\s+(?=\S)")
_LONGEST_HEADING = 160
_SENTENCE = re.compile(r"(?:\S+\s+){7,}.*[.;]$", re.DOTALL)


def clean(text: str) -> str:
    """Return a text with compatibility characters replaced (NFKC), no invisible ones, and single spaces."""
    plain = unicodedata.normalize("NFKC", text.translate(_INVISIBLE)).translate(_SIGNS)
    return " ".join(_CONTROL.sub("", _PRIVATE.sub("•", plain)).split())


def without_bullet(text: str) -> str:
    """Return a clean text without the bullet that it begins with."""
    return _BULLET.sub("", text, count=1) if _BULLET.match(text) else text


def without_mark(text: str) -> str:
    """Return the clean text of an item without its bullet or its number, if it has only one."""
    bare = without_bullet(text)
    return _NUMBER.sub("", bare, count=1) if _NUMBER.match(bare) else bare


def begins_item(text: str) -> bool:
    """Return whether a line begins with a bullet, a letter or a number with one part."""
    return bool(_BULLET.match(text) or _NUMBER.match(text))


class BlockList:
    """The blocks found so far; more than a handbook has raises UnreadablePolicyError."""

    def __init__(self) -> None:
        self.blocks: list[TextBlock] = []
        self._characters = 0

    def add(self, kind: BlockKind, text: str, page: int | None = None) -> None:
        """Add a block unless it is empty.

        A paragraph with a bullet is an item, also where no list is; a heading that is a sentence is none.
        """
        cleaned = clean(text)
        if kind == "paragraph" and begins_item(cleaned):
            kind = "item"
        if kind == "item":
            cleaned = without_mark(cleaned)
        if not any(map(str.isalnum, cleaned)):
            return
        if kind == "heading" and (len(cleaned) > _LONGEST_HEADING or _SENTENCE.fullmatch(cleaned)):
            kind = "paragraph"
        self.blocks.append(TextBlock(kind, cleaned, page))
        self._characters += len(cleaned)
        if len(self.blocks) > MOST_BLOCKS or self._characters > MOST_CHARACTERS:
            raise UnreadablePolicyError(Refusal.LONG)
