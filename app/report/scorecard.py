"""The scorecard as a PDF: the same frozen object that the page shows, section by section."""

from collections.abc import Sequence

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
from app.report.attached import Attachments
from app.report.block import Block
from app.report.cover import cover
from app.report.document import build
from app.report.front import front
from app.report.voice import Voice
from app.translations import Translate


def render_scorecard(
    scorecard: Scorecard, language: Language, _: Translate, *, attachments: Attachments | None = None
) -> bytes:
    """Give the scorecard’s PDF in a language; the same scorecard always gives the same bytes.

    ``attachments`` are the same scorecard’s files, which travel in the PDF.
    """
    voice = Voice(language, _, scorecard.questionnaire)

    def parts(pages: dict[str, int]) -> Sequence[Sequence[Block]]:
        return chapters(scorecard, voice, pages)

    title = _("Social media policy readiness")
    return build(front(scorecard, voice, title, "scorecard", attachments), parts, _)


def chapters(scorecard: Scorecard, voice: Voice, pages: dict[str, int]) -> Sequence[Sequence[Block]]:
    """Give what the document says; each chapter begins a page, and ``pages`` those of its sections."""
    sections = [
        room.section(voice)
        for room in (
            summary, domains, survey, recommendations, roadmap, reasons, answers, sources, glossary,
        )
    ]  # fmt: skip
    return [
        cover(scorecard, voice, sections, pages),
        summary.summary(scorecard, voice),
        [*domains.domains(scorecard, voice), *survey.survey(scorecard, voice)],
        [
            *recommendations.recommendations(scorecard, voice),
            *roadmap.roadmap(scorecard, voice),
            *reasons.reasons(scorecard, voice),
            *answers.answers(scorecard, voice),
            *sources.sources(scorecard, voice),
            *glossary.glossary(voice),
        ],
    ]
