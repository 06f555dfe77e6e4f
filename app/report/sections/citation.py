"""Sources as the text cites them, and the entries that the citations lead to."""

import re
from collections.abc import Iterator

from app.maturity.questionnaire import Guidance
from app.translations.wording import Wording
from app.typesetting.layout.paragraph import Paragraph, RichText, Span
from app.typesetting.tagged.links import Address, Destination
from app.typesetting.tagged.tags import PARAGRAPH, Tag
from app.typesetting.text.style import Style

_FIGURE = re.compile(r"\b(F\d+)\b")


# Between two links; it belongs to the first, so that nothing stands between them for itself.
LINK_SEPARATOR = "   "


def link_to_source(id: str) -> Span:
    """Give the link to a source’s entry: its id."""
    return Span(id, target=Destination(id))


def link_figures(words: str) -> list[Span]:
    """Give a sentence in which the numbers of the survey’s figures are links to their entries."""
    return [
        link_to_source(part) if number % 2 else Span(part) for number, part in enumerate(_FIGURE.split(words))
    ]


def source_entry(id: str, *words: tuple[RichText, Style]) -> Iterator[Paragraph]:
    """Give the paragraphs of a source’s entry: one note, which citations lead to."""
    path = (PARAGRAPH, Tag("Note", id=id))
    for number, (said, style) in enumerate(words):
        yield Paragraph(
            said, style, path=path, continued=number > 0, key=None if number else id, wording_only=True
        )


def guidance_spans(guidance: Guidance, wording: Wording) -> list[Span]:
    """Give a document’s title, which leads to the issuer’s address if known, and issuer, year, identifier."""
    known = (wording.text(guidance.issuer), guidance.year, guidance.identifier)
    rest = ", ".join(part for part in known if part).replace("; ", wording._("; "))
    target = Address(guidance.address) if guidance.address else None
    return [
        Span(f"{guidance.id}  ", strong=True),
        Span(guidance.title, strong=True, target=target),
        Span(f", {rest}."),
    ]
