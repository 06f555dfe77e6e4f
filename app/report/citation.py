"""Guidance as the document cites it."""

from app.maturity.questionnaire import Guidance
from app.report.prose import Span
from app.report.voice import Voice


def citation(guidance: Guidance, voice: Voice) -> list[Span]:
    """Give title, issuer, year and identifier; the title links where the issuer’s own address is known."""
    known = (voice.says(guidance.issuer), guidance.year, guidance.identifier)
    rest = ", ".join(part for part in known if part)
    return [
        Span(f"{guidance.id} ", strong=True),
        Span(guidance.title, address=guidance.address),
        Span(f", {rest}"),
    ]


def citations(ids: tuple[str, ...], voice: Voice) -> list[Span]:
    """Cite several documents in a row, with a full stop at the end."""
    spans: list[Span] = []
    for id in ids:
        spans.extend([*citation(voice.questionnaire.guidance[id], voice), Span("; ")])
    return [*spans[:-1], Span(".")]
