"""The scorecard as a PDF, section by section; the page of results shows the same Scorecard object."""

from collections.abc import Sequence

from app.maturity.peers.standings import PeerStandings
from app.maturity.plan.plan import Plan
from app.maturity.pulse.results import PulseResult
from app.maturity.rounds.history import NO_HISTORY, RoundHistory
from app.maturity.scorecard import Scorecard
from app.maturity.voices.disagreement import Voices
from app.report.files import ScorecardFiles
from app.report.metadata import build_scorecard_metadata
from app.report.plan.plan_chapter import plan_chapter
from app.report.policy.clause_chapter import clause_chapter
from app.report.process_wording import set_all_wording
from app.report.rounds.changes import changes
from app.report.sections import (
    answers,
    board_summary,
    domains,
    glossary,
    numbers,
    peers,
    recommendations,
    roadmap,
    sources,
    survey,
)
from app.report.sections import pulse as pulse_section
from app.report.sections.cover import cover
from app.report.voices.voice_chapter import voice_chapter
from app.translations.wording import Wording
from app.typesetting.document import build_pdf
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import SectionHeading


def render_scorecard(
    scorecard: Scorecard,
    wording: Wording,
    *,
    attachments: ScorecardFiles | None = None,
    pulse: PulseResult | None = None,
    standings: PeerStandings | None = None,
    history: RoundHistory = NO_HISTORY,
    plan: Plan = (),
    voices: Voices | None = None,
    shows_answers: bool = True,
) -> bytes:
    """Return the scorecard as a PDF; equal content always gives equal bytes.

    ``attachments`` are their files; they are attached to the PDF. A reader of the results only gets neither
    attachments nor the section of answers. ``voices`` are what colleagues answered, for the owner alone and
    only if the chapter is not left out.
    """
    set_all_wording(wording)
    title = wording._("Social media policy readiness")
    metadata = build_scorecard_metadata("scorecard", scorecard, wording, title, attachments)
    return build_pdf(
        metadata,
        lambda pages: chapters(
            scorecard, wording, pages, pulse, standings, history, plan, voices, shows_answers=shows_answers
        ),
    )


def chapters(
    scorecard: Scorecard,
    wording: Wording,
    pages: dict[str, int],
    pulse: PulseResult | None = None,
    standings: PeerStandings | None = None,
    history: RoundHistory = NO_HISTORY,
    plan: Plan = (),
    voices: Voices | None = None,
    *,
    shows_answers: bool = True,
) -> Sequence[Sequence[Block]]:
    """Build the sections in the order of the document; each chapter begins a page.

    ``pages`` holds the page of each section by its key. It is filled once the chapters are laid out.
    """
    summary = board_summary.board_summary(scorecard, wording)
    before = [
        *domains.domains(scorecard, wording),
        *survey.survey(scorecard, pulse, wording),
        *peers.no_peers_note(standings, wording),
    ]
    # Sections that only some documents have; each begins a page, and so does the section after them.
    optional = [
        *([changes(history, wording)] if history.has_changes else []),
        *([pulse_section.pulse(pulse, scorecard.assessment, wording)] if pulse else []),
        *([peers.peers(standings, wording)] if standings and standings.cohorts else []),
        *([voice_chapter(voices, scorecard, wording)] if voices else []),
    ]
    # Each of these begins a page too: what to do is read alone, and so are the sums.
    after = [
        [*recommendations.recommendations(scorecard, wording), *roadmap.roadmap(scorecard, wording)],
        *([plan_chapter(plan, wording)] if plan else []),
        [
            *(answers.answers(scorecard, wording) if shows_answers else []),
            *glossary.glossary(wording),
            *sources.sources(scorecard, wording),
        ],
        *([model_clauses] if (model_clauses := clause_chapter(scorecard, wording)) else []),
        numbers.numbers(scorecard, wording),
    ]
    body = [summary, before, *optional, *after]
    return [cover(scorecard, wording, section_headings(body), pages), *body]


def section_headings(body: Sequence[Sequence[Block]]) -> list[SectionHeading]:
    """Return the headings for the table of contents, in the order of the document."""
    return [block for chapter in body for block in chapter if isinstance(block, SectionHeading)]
