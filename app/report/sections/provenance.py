"""The source and the confidence of a figure of the survey."""

from collections.abc import Iterable

from app.maturity.survey import Figure
from app.report.sections.citation import LINK_SEPARATOR
from app.translations.wording import Wording
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.tagged.links import Destination
from app.typesetting.text.style import SMALL


def source_spans(figure: Figure, wording: Wording) -> list[Span]:
    """Return base, source and confidence of a figure; a title in another language names its language."""
    source = wording.text(figure.source)
    words = wording._("Base: %(base)s. Source: %(source)s. Confidence: %(confidence)s.") % {
        "base": wording.text(figure.base),
        "source": source,
        "confidence": figure.confidence,
    }
    before, _, after = words.partition(source)
    parts = [Span(part, language=foreign) for part, foreign in figure.source_parts(wording.language)]
    return [Span(before), *parts, Span(after)]


def share_citations(figures: Iterable[Figure], wording: Wording) -> Paragraph:
    """Return the shares in a chart, each with its year, its id and its confidence."""
    spans = []
    for figure in figures:
        share = wording._("%(share)s in 2012") % {"share": wording.text(figure.shown)}
        words = f"{share} {figure.id} ({figure.confidence})"
        spans.append(Span(f"{words}{LINK_SEPARATOR}", target=Destination(figure.id, f"{figure.id}, {share}")))
    return Paragraph(spans, SMALL)


def confidence_key(wording: Wording) -> Paragraph:
    """Return the meanings of the letters of confidence."""
    meanings = wording.questionnaire.survey.confidence.items()
    letters = wording._("; ").join(f"{letter} {wording.text(meaning)}" for letter, meaning in meanings)
    return Paragraph(wording._("Confidence: %(letters)s.") % {"letters": letters}, SMALL, wording_only=True)
