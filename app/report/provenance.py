"""Where a figure of the survey comes from, and how surely."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from app.maturity.survey import Figure
from app.report.citation import cited
from app.report.prose import Prose, Span
from app.report.style import SMALL
from app.report.voice import Voice


def provenance(figure: Figure, voice: Voice) -> str:
    """Give base, source and confidence of a figure."""
    return voice._("Base: %(base)s. Source: %(source)s. Confidence: %(confidence)s.") % {
        "base": voice.says(figure.base),
        "source": voice.says(figure.source),
        "confidence": figure.confidence,
    }


def provenances(figures: Iterable[Figure], voice: Voice) -> Iterator[Prose]:
    """Give the shares of a chart with where they come from; those of one source share a paragraph."""
    for words, group in groupby(figures, lambda figure: provenance(figure, voice)):
        spans: list[Span] = []
        for figure in group:
            spans += [*_share(figure, voice), Span(", ")]
        yield Prose([*spans[:-1], Span(f". {words}")], SMALL)


def worded(figure: Figure, voice: Voice) -> Prose:
    """Give a share with its wording, and where it comes from."""
    words = f". {voice.says(figure.claim)}. {provenance(figure, voice)}"
    return Prose([*_share(figure, voice), Span(words)], SMALL)


def _share(figure: Figure, voice: Voice) -> tuple[Span, Span]:
    share = voice._("%(share)s in 2012") % {"share": voice.says(figure.shown)}
    return Span(f"{share} ", strong=True), cited(figure.id)


def confidence(voice: Voice) -> Prose:
    """Say what the letters of confidence mean."""
    meanings = voice.questionnaire.survey.confidence.items()
    letters = voice._("; ").join(f"{letter} {voice.says(meaning)}" for letter, meaning in meanings)
    return Prose(voice._("Confidence: %(letters)s.") % {"letters": letters}, SMALL)
