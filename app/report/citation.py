"""Sources as the text cites them, and the entries that the citations lead to."""

import re
from collections.abc import Iterator, Sequence

from app.maturity.questionnaire import Guidance
from app.report.prose import Prose, Span, Words
from app.report.style import Style
from app.report.tagged.links import Address, Place
from app.report.tagged.tags import PARAGRAPH, Tag
from app.report.voice import Voice

_FIGURE = re.compile(r"\b(F\d+)\b")


def cited(id: str, words: str = "") -> Span:
    """Give the link to a source’s entry: its id, and words with it."""
    return Span(f"{id} {words}".strip(), target=Place(id))


def linked(words: str) -> list[Span]:
    """Give a sentence in which the numbers of the survey’s figures are links to their entries."""
    return [cited(part) if number % 2 else Span(part) for number, part in enumerate(_FIGURE.split(words))]


def citations(ids: Sequence[str], voice: Voice) -> list[Span]:
    """Cite guidance by its titles, with a full stop at the end."""
    spans: list[Span] = []
    for id in ids:
        spans += [cited(id, voice.questionnaire.guidance[id].title), Span(voice._("; "))]
    return [*spans[:-1], Span(".")]


def entry(id: str, *words: tuple[Words, Style]) -> Iterator[Prose]:
    """Give the paragraphs of a source’s entry: one note, which citations lead to."""
    path = (PARAGRAPH, Tag("Note", id=id))
    for number, (said, style) in enumerate(words):
        yield Prose(said, style, path=path, goes_on=number > 0, key=None if number else id)


def guidance_words(guidance: Guidance, voice: Voice) -> list[Span]:
    """Give a document’s title, issuer, year, identifier and gist, and its issuer’s own address if known."""
    known = (voice.says(guidance.issuer), guidance.year, guidance.identifier)
    rest = ", ".join(part for part in known if part).replace("; ", voice._("; "))
    spans = [
        Span(f"{guidance.id} {guidance.title}", strong=True),
        Span(f", {rest}. {voice.says(guidance.requires)}"),
    ]
    if guidance.address:
        spans += [Span(" "), Span(guidance.address, target=Address(guidance.address))]
    return spans
