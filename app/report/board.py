"""The board’s page: position, failing gates, domains, decisions and survey on one A4 page."""

from dataclasses import replace

from app.maturity.scorecard import Scorecard
from app.report.files import ScorecardFiles
from app.report.metadata import build_scorecard_metadata
from app.report.sections import board_page
from app.translations.wording import Wording
from app.typesetting.document import build_pdf
from app.typesetting.layout.block import Block
from app.typesetting.layout.columns import Columns
from app.typesetting.text.style import PAGE_ROOM, WIDTH

# The greatest number of lines per text, in the head and elsewhere; tried in turn until everything fits.
_LINES = ((2, 4), (1, 4), (1, 3), (1, 2), (1, 1))
# The space between two rows, in points; within these bounds the rows share the rest of the page.
_LEAST_AIR, _MOST_AIR = 5, 28


def render_board(
    scorecard: Scorecard, wording: Wording, *, attachments: ScorecardFiles | None = None
) -> bytes:
    """Return the board’s page as a PDF; the same scorecard always gives the same bytes.

    ``attachments`` are the files of the same scorecard; they are attached to the PDF.
    """
    title = wording._("Board briefing: social media policy readiness")
    metadata = build_scorecard_metadata("board", scorecard, wording, title, attachments)
    return build_pdf(metadata, lambda _pages: [_page(scorecard, wording)])


def _page(scorecard: Scorecard, wording: Wording) -> list[Block]:
    for head_lines, lines in _LINES:
        rows = _rows(scorecard, wording, head_lines, lines)
        air = (PAGE_ROOM - sum(row.height(WIDTH) for row in rows)) // (len(rows) - 1)
        if air >= _LEAST_AIR:
            break
    return [replace(row, before=min(air, _MOST_AIR)) for row in rows]


def _rows(scorecard: Scorecard, wording: Wording, head_lines: int, lines: int) -> list[Columns]:
    head, *others = (
        (board_page.head(scorecard, wording, head_lines),),
        (board_page.position(scorecard, wording, lines), board_page.failing_gates(scorecard, wording, lines)),
        (board_page.domains(scorecard, wording, lines),),
        (board_page.decisions(scorecard, wording, lines),),
        (board_page.survey(scorecard, wording, lines), board_page.further_reading(wording, lines)),
    )
    return [Columns(head), *(Columns(stacks, ruled=True) for stacks in others)]
