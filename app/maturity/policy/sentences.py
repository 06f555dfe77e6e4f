"""The sentences of a policy document, each with its heading, its page and its language."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.maturity.policy.folding import words_of
from app.maturity.policy.policy_text import TextBlock
from app.maturity.text import Language

# A full stop, an exclamation mark or the like, with the marks that close after it, before a new beginning.
_END = re.compile(r"[.!?…](?:\s?[\"”»)\]])*(?=\s+[\"“«(\[]*\s*[A-ZÀ-ÖØ-Þ0-9@{])")
# These stops end no sentence: an abbreviation, an initial, or the number of a paragraph.
_RUNS_ON = re.compile(
    r"(?i:\b(?:e\.g|i\.e|no|nos|art|arts|cf|approx|dept|gov|mr|mrs|ms|dr|st|vs|p|pp|al|fig|n°|ch|par|ex|réf|tél)\.$)"
    r"|\b[A-Z]\.$"
    r"|(?i:^\W*(?:\d+|[a-z]|[ivx]+)(?:[.)]\w+)*[.)]$)"
)

_TELLING = 30
# Stops that do not end a sentence; one with more of them has more words than anybody quotes.
_MOST_STOPS = 300
_LONGEST_TITLE = 9
# Each item is read and quoted with the line before its list: a text that never stops is no such line.
_LONGEST_LEAD = 500
_STOP = re.compile(r"[.!?;…][\"”»)\]]*$")
_NO_TITLE = re.compile(rf"[:@]|\d{{2}}|\b(?:by|par)\b|{_STOP.pattern}")

# Short words that occur in one of the two languages only, folded.
_ENGLISH = (
    "the of and to in is are be not must may for with by that this their they your you our we at from will "
    "shall should any who which it its do has have all no if when only"
)
_FRENCH = (
    "le la les de des du et en un une est sont dans pour par sur que qui ne pas au aux ou ce cette ces son "
    "sa ses leur leurs vous nous notre nos votre vos il elle doit doivent peut peuvent d l qu n s avec être "
    "tout toute tous toutes sans se si"
)
_FREQUENT = {"en": frozenset(words_of(_ENGLISH)), "fr": frozenset(words_of(_FRENCH))}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document; ``lead`` is the line with a colon that an item of a list belongs to."""

    text: str
    lead: str
    heading: str
    page: int | None
    language: Language


def split_sentences(blocks: Sequence[TextBlock]) -> tuple[Sentence, ...]:
    """Return the sentences of a document in reading order; headings stand beside their sentences."""
    found = [(sentence, _language(sentence)) for sentence in _sentences(blocks)]
    # A line without any telling word is of the language before it, at the beginning of the one after it.
    language: Language = next((known for _, known in found if known), "en")
    told = []
    for sentence, known in found:
        language = known or language
        told.append(sentence if sentence.language == language else replace(sentence, language=language))
    return tuple(told)


def _sentences(blocks: Sequence[TextBlock]) -> Iterator[Sentence]:
    heading = lead = ""
    bulleted = False
    for block in blocks:
        if block.kind in ("note", "endnote"):
            # Lists and headings go on around it.
            over = heading if block.kind == "note" else ""
            yield from (Sentence(each, "", over, block.page, "en") for each in split_paragraph(block.text))
            continue
        item = block.kind == "item" or (bool(lead) and _goes_on_from(lead, block, bulleted=bulleted))
        if block.kind == "heading" or (not item and _is_title(block)):
            heading, lead = block.text, ""
            continue
        text = ""
        for number, text in enumerate(split_paragraph(block.text)):
            # Of an item only the first sentence goes on from the line above.
            yield Sentence(text, lead if item and not number else "", heading, block.page, "en")
        if not item:
            lead = "" if len(text) > _LONGEST_LEAD or _STOP.search(text) else text
        bulleted = block.kind == "item"


def _goes_on_from(lead: str, block: TextBlock, *, bulleted: bool) -> bool:
    # Lists lose their bullets: a small letter goes on from the line before, a short line from its colon.
    # After an item with a bullet a short line is the next title.
    if block.kind == "heading":
        return False
    return block.text[:1].islower() or (lead.endswith(":") and not bulleted and _is_title(block))


def _is_title(block: TextBlock) -> bool:
    # Many documents have headings that only look like ones. A line with a colon, a number, “by” or the name
    # of an account may be the date, the approval, the owner or the account itself.
    return len(block.text.split()) <= _LONGEST_TITLE and not _NO_TITLE.search(block.text)


def split_paragraph(text: str) -> Iterator[str]:
    """Yield the sentences of a paragraph."""
    start = stops = 0
    for end in _END.finditer(text):
        if stops == _MOST_STOPS:
            break
        # A few characters tell; a text of nothing but initials would otherwise be read again at each of them.
        last = text[max(start, end.end() - _TELLING) : end.end()]
        if end.group()[0] == "." and _RUNS_ON.search(last.strip()):
            stops += 1
            continue
        yield text[start : end.end()].strip()
        start, stops = end.end(), 0
    if rest := text[start:].strip():
        yield rest


def _language(sentence: Sentence) -> Language | None:
    words = words_of(f"{sentence.lead} {sentence.text}")
    english, french = (sum(word in _FREQUENT[each] for word in words) for each in ("en", "fr"))
    if english == french:
        return None
    return "en" if english > french else "fr"
