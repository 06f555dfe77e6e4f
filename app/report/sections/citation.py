"""Citations of sources, and the entries that they link to."""

import re

from app.maturity.questionnaire import Guidance
from app.translations.wording import Wording
from app.typesetting.layout.paragraph import Paragraph, RichText, Span
from app.typesetting.layout.together import Together
from app.typesetting.tagged.links import Address, Destination
from app.typesetting.tagged.tags import PARAGRAPH, Tag
from app.typesetting.text.style import Style

_FIGURE = re.compile(r"\b(F\d+)\b")


# The space between two links is part of the first, so that no text without a tag is between them.
LINK_SEPARATOR = "   "


def link_to_source(id: str) -> Span:
    """Return a source’s id as a link to its entry."""
    return Span(id, target=Destination(id))


def link_figures(words: str) -> list[Span]:
    """Return a sentence with the ids of the survey’s figures as links to their entries."""
    return [
        link_to_source(part) if number % 2 else Span(part) for number, part in enumerate(_FIGURE.split(words))
    ]


def name_survey(words: str, title: str, wording: Wording) -> list[Span]:
    """Return a sentence that names the survey, whose title is English in every language."""
    before, _, after = words.partition(title)
    foreign = None if wording.language == "en" else "en"
    return [Span(before), Span(title, language=foreign), Span(after)]


def source_entry(id: str, *words: tuple[RichText, Style]) -> Together:
    """Return a source’s entry, on one page and tagged as one note that citations link to."""
    path = (PARAGRAPH, Tag("Note", id=id))
    paragraphs = tuple(
        Paragraph(text, style, path=path, continued=number > 0, key=None if number else id, wording_only=True)
        for number, (text, style) in enumerate(words)
    )
    return Together(paragraphs, paragraphs[-1].after)


def guidance_spans(guidance: Guidance, wording: Wording) -> list[Span]:
    """Return a document’s title, issuer, year, identifier, what to read in it, and its address if known."""
    known = (wording.text(guidance.issuer), guidance.year, guidance.identifier)
    rest = ", ".join(part for part in known if part).replace("; ", wording._("; "))
    foreign = guidance.foreign_title(wording.language)
    spans = [
        Span(f"{guidance.id}  ", strong=True),
        Span(wording.text(guidance.title), strong=True, language=foreign),
        Span(f", {rest}. {wording.text(guidance.requires)}"),
    ]
    if guidance.address:
        spans += [Span(" "), Span(guidance.address, target=Address(guidance.address))]
    return spans


def link_to_guidance(guidance: Guidance, wording: Wording) -> Span:
    """Return a document’s title and number as a link to its entry."""
    title = f"{wording.text(guidance.title)} ({guidance.id})"
    foreign = guidance.foreign_title(wording.language)
    return Span(title, strong=True, target=Destination(guidance.id, title), language=foreign)
