"""Where a figure of the survey comes from, and how surely."""

from collections.abc import Iterable

from app.maturity.survey import Figure
from app.report.sections.citation import APART
from app.translations.wording import Voice
from app.typesetting.layout.paragraph import Prose, Span
from app.typesetting.tagged.links import Place
from app.typesetting.text.style import SMALL


def provenance(figure: Figure, voice: Voice) -> str:
    """Give base, source and confidence of a figure."""
    return voice._("Base: %(base)s. Source: %(source)s. Confidence: %(confidence)s.") % {
        "base": voice.says(figure.base),
        "source": voice.says(figure.source),
        "confidence": figure.confidence,
    }


def shares(figures: Iterable[Figure], voice: Voice) -> Prose:
    """Give the shares that a chart shows, each with its year, its number and how sure it is."""
    spans = []
    for figure in figures:
        share = voice._("%(share)s in 2012") % {"share": voice.says(figure.shown)}
        words = f"{share} {figure.id} ({figure.confidence})"
        spans.append(Span(f"{words}{APART}", target=Place(figure.id, f"{figure.id}, {share}")))
    return Prose(spans, SMALL)


def confidence(voice: Voice) -> Prose:
    """Say what the letters of confidence mean."""
    meanings = voice.questionnaire.survey.confidence.items()
    letters = voice._("; ").join(f"{letter} {voice.says(meaning)}" for letter, meaning in meanings)
    return Prose(voice._("Confidence: %(letters)s.") % {"letters": letters}, SMALL)
