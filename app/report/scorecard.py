"""The scorecard as a PDF: the same frozen object that the page shows, section by section."""

from collections.abc import Sequence

from app.maturity.pulse_results import PulseResult
from app.maturity.scorecard import Scorecard
from app.maturity.text import Language
from app.report import (
    answers,
    domains,
    glossary,
    reasons,
    recommendations,
    roadmap,
    sources,
    summary,
    survey,
)
from app.report import pulse as pulse_section
from app.report.attached import Attachments
from app.report.block import Block
from app.report.cover import cover
from app.report.document import build
from app.report.front import front
from app.report.voice import Voice
from app.translations import Translate


def render_scorecard(
    scorecard: Scorecard,
    language: Language,
    _: Translate,
    *,
    attachments: Attachments | None = None,
    pulse: PulseResult | None = None,
) -> bytes:
    """Give the scorecard’s PDF in a language; the same scorecard and pulse always give the same bytes.

    ``attachments`` are the same scorecard’s and pulse’s files, which travel in the PDF.
    """
    voice = Voice(language, _, scorecard.questionnaire)

    def parts(pages: dict[str, int]) -> Sequence[Sequence[Block]]:
        return chapters(scorecard, voice, pages, pulse)

    title = _("Social media policy readiness")
    return build(front(scorecard, voice, title, "scorecard", attachments), parts, _)


def chapters(
    scorecard: Scorecard, voice: Voice, pages: dict[str, int], pulse: PulseResult | None = None
) -> Sequence[Sequence[Block]]:
    """Give what the document says; each chapter begins a page, and ``pages`` those of its sections."""
    asked = (pulse_section,) if pulse else ()
    sections = [
        room.section(voice)
        for room in (
            summary, domains, survey, *asked, recommendations, roadmap, reasons, answers, sources, glossary,
        )
    ]  # fmt: skip
    return [
        cover(scorecard, voice, sections, pages),
        summary.summary(scorecard, voice),
        [*domains.domains(scorecard, voice), *survey.survey(scorecard, voice)],
        *([pulse_section.pulse(pulse, voice)] if pulse else []),
        [
            *recommendations.recommendations(scorecard, voice),
            *roadmap.roadmap(scorecard, voice),
            *reasons.reasons(scorecard, voice),
            *answers.answers(scorecard, voice),
            *sources.sources(scorecard, voice),
            *glossary.glossary(voice),
        ],
    ]
