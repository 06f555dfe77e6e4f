"""The board’s page: where the organisation stands, what caps it and what to decide, on one side of A4."""

from dataclasses import replace

from app.maturity.scorecard import Scorecard
from app.maturity.text import Language
from app.report import briefing
from app.report.attached import Attachments
from app.report.block import Block
from app.report.columns import Columns
from app.report.document import build
from app.report.front import front
from app.report.style import PAGE_ROOM, WIDTH
from app.report.voice import Voice
from app.translations import Translate

# The most lines that a text may take in the head and elsewhere, tried in turn until the page holds them.
_LINES = ((2, 4), (1, 4), (1, 3), (1, 2), (1, 1))
# The air between two rows shares out what is left of the page, within these bounds in points.
_LEAST_AIR, _MOST_AIR = 5, 28


def render_board(
    scorecard: Scorecard, language: Language, _: Translate, *, attachments: Attachments | None = None
) -> bytes:
    """Give the board’s page as a PDF in a language; the same scorecard always gives the same bytes.

    ``attachments`` are the same scorecard’s files, which travel in the PDF.
    """
    voice = Voice(language, _, scorecard.questionnaire)
    title = _("Board briefing: social media policy readiness")
    said = front(scorecard, voice, title, "board", attachments)
    return build(said, lambda _pages: [_page(scorecard, voice)], _)


def _page(scorecard: Scorecard, voice: Voice) -> list[Block]:
    for named, lines in _LINES:
        rows = _rows(scorecard, voice, named, lines)
        air = (PAGE_ROOM - sum(row.height(WIDTH) for row in rows)) // (len(rows) - 1)
        if air >= _LEAST_AIR:
            break
    return [replace(row, before=min(air, _MOST_AIR)) for row in rows]


def _rows(scorecard: Scorecard, voice: Voice, named: int, lines: int) -> list[Columns]:
    head, *others = (
        (briefing.head(scorecard, voice, named),),
        (briefing.position(scorecard, voice, lines), briefing.caps(scorecard, voice, lines)),
        (briefing.domains(scorecard, voice, lines),),
        (briefing.decisions(scorecard, voice, lines),),
        (briefing.survey(scorecard, voice, lines), briefing.rest(voice, lines)),
    )
    return [Columns(head), *(Columns(stacks, ruled=True) for stacks in others)]
