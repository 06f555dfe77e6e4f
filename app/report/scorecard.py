"""The scorecard as a PDF: the same frozen object that the page shows, section by section."""

from collections.abc import Sequence

from app.maturity.peers.standings import Peers
from app.maturity.pulse.results import PulseResult
from app.maturity.scorecard import Scorecard
from app.maturity.text import Language
from app.report.files import Attachments
from app.report.scorecard_metadata import front
from app.report.sections import (
    answers,
    board_summary,
    domains,
    glossary,
    peers,
    reasons,
    recommendations,
    roadmap,
    sources,
    survey,
)
from app.report.sections import pulse as pulse_section
from app.report.sections.cover import cover
from app.translations import Translate
from app.translations.wording import Voice
from app.typesetting.document import build
from app.typesetting.layout.block import Block


def render_scorecard(
    scorecard: Scorecard,
    language: Language,
    _: Translate,
    *,
    attachments: Attachments | None = None,
    pulse: PulseResult | None = None,
    among: Peers | None = None,
) -> bytes:
    """Give the scorecard’s PDF in a language; the same scorecard, pulse and peers give the same bytes.

    ``attachments`` are their files, which travel in the PDF.
    """
    voice = Voice(language, _, scorecard.questionnaire)

    def parts(pages: dict[str, int]) -> Sequence[Sequence[Block]]:
        return chapters(scorecard, voice, pages, pulse, among)

    title = _("Social media policy readiness")
    return build(front(scorecard, voice, title, "scorecard", attachments), parts, _)


def chapters(
    scorecard: Scorecard,
    voice: Voice,
    pages: dict[str, int],
    pulse: PulseResult | None = None,
    among: Peers | None = None,
) -> Sequence[Sequence[Block]]:
    """Give what the document says; each chapter begins a page, and ``pages`` those of its sections."""
    rooms = (
        *(board_summary, domains, survey),
        *((pulse_section,) if pulse else ()),
        *((peers,) if peers.are_shown(among) else ()),
        *(recommendations, roadmap, reasons, answers, sources, glossary),
    )
    sections = [room.section(voice) for room in rooms]
    begun = [*domains.domains(scorecard, voice), *survey.survey(scorecard, voice), *peers.none(among, voice)]
    rest = [
        *recommendations.recommendations(scorecard, voice),
        *roadmap.roadmap(scorecard, voice),
        *reasons.reasons(scorecard, voice),
        *answers.answers(scorecard, voice),
        *sources.sources(scorecard, voice),
        *glossary.glossary(voice),
    ]
    others = [
        *([pulse_section.pulse(pulse, voice)] if pulse else []),
        *([peers.peers(among, voice)] if among and among.beside else []),
    ]
    return [
        cover(scorecard, voice, sections, pages),
        board_summary.summary(scorecard, voice),
        *([begun, *others, rest] if others else [[*begun, *rest]]),
    ]
