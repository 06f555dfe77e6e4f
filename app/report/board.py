"""The board’s page: position, what holds it back, decisions, peers and the next review on one A4 page."""

from dataclasses import dataclass, replace

from app.figures.chart import Chart
from app.maturity.peers.standings import PeerStandings
from app.maturity.review import USUAL_REVIEW, ReviewChoice
from app.maturity.rounds.history import NO_HISTORY, RoundHistory
from app.maturity.scorecard import Scorecard
from app.report.board_content import BoardContent, build_board_content, without_reasons
from app.report.files import ScorecardFiles
from app.report.metadata import build_scorecard_metadata
from app.report.rounds.trend_words import draw_overall
from app.report.sections import board_page
from app.translations.wording import Wording
from app.typesetting.document import build_pdf
from app.typesetting.layout.block import Block
from app.typesetting.layout.columns import Columns
from app.typesetting.text.style import PAGE_ROOM, WIDTH


@dataclass(frozen=True, slots=True)
class _Limits:
    """The greatest number of lines per text, in the head and elsewhere, and what else is shown.

    Without its ``line`` the trend is a sentence that follows its heading.
    """

    head: int
    lines: int
    reasons: bool = True
    line: bool = True


# Tried in turn until everything fits. With one line a text every page fits, whatever the texts hold.
_LIMITS = (
    _Limits(2, 5),
    _Limits(1, 5),
    _Limits(1, 5, reasons=False),
    _Limits(1, 5, reasons=False, line=False),
    _Limits(1, 3, reasons=False, line=False),
    _Limits(1, 2, reasons=False, line=False),
    _Limits(1, 1, reasons=False, line=False),
)
# The space between two rows, in points; within these bounds the rows share the rest of the page.
_LEAST_AIR, _MOST_AIR = 3, 24


def render_board(
    scorecard: Scorecard,
    wording: Wording,
    *,
    attachments: ScorecardFiles | None = None,
    standings: PeerStandings | None = None,
    history: RoundHistory = NO_HISTORY,
    review: ReviewChoice = USUAL_REVIEW,
) -> bytes:
    """Return the board’s page as a PDF; equal results, peers, history and review give the same bytes.

    ``attachments`` are the files of the same scorecard; they are attached to the PDF.
    """
    title = wording._("Board page: social media policy readiness")
    metadata = build_scorecard_metadata("board", scorecard, wording, title, attachments)
    page = board_blocks(scorecard, wording, standings, history, review)
    return build_pdf(metadata, lambda _pages: [page])


def board_blocks(
    scorecard: Scorecard,
    wording: Wording,
    standings: PeerStandings | None = None,
    history: RoundHistory = NO_HISTORY,
    review: ReviewChoice = USUAL_REVIEW,
    *,
    in_pack: bool = False,
) -> list[Block]:
    """Return the blocks that fill the page, alone or as the first page of a pack."""
    content = build_board_content(scorecard, wording, standings, history, review)
    if in_pack:
        content = replace(content, full_report=wording._("The full report begins on the next page."))
    line = draw_overall(history, wording, board_page.TREND_WIDTH) if content.trend else None
    for limits in _LIMITS:
        shown = content if limits.reasons else without_reasons(content)
        rows = _rows(scorecard, shown, line if limits.line else None, wording, limits, in_pack=in_pack)
        air = (PAGE_ROOM - sum(row.height(WIDTH) for row in rows)) // (len(rows) - 1)
        if air >= _LEAST_AIR:
            break
    # The first decision belongs to its heading, and has no rule between them.
    return [replace(row, before=min(air, _MOST_AIR) if row.ruled else _LEAST_AIR) for row in rows]


def _rows(
    scorecard: Scorecard,
    content: BoardContent,
    line: Chart | None,
    wording: Wording,
    limits: _Limits,
    *,
    in_pack: bool,
) -> list[Columns]:
    lines = limits.lines
    trend = [] if content.trend is None else [Columns(board_page.trend(content, line, lines), ruled=True)]
    decisions = (
        Columns(board_page.decision(each, wording, lines), ruled=place > 0, item=True)
        for place, each in enumerate(content.decisions)
    )
    return [
        Columns((board_page.head(scorecard, wording, limits.head, in_pack=in_pack),)),
        Columns((board_page.position(scorecard, content, wording, lines),), ruled=True),
        *trend,
        Columns((board_page.decisions_lead(content, lines),), ruled=True),
        *decisions,
        Columns(board_page.outlook(content, wording, lines), ruled=True),
    ]
