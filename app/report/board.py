"""The board’s page: where the organisation stands, what caps it and what to decide, on one side of A4."""

from dataclasses import replace

from app.maturity.scorecard import Scorecard
from app.maturity.text import Language
from app.report.files import Attachments
from app.report.scorecard_metadata import front
from app.report.sections import board_page
from app.translations import Translate
from app.translations.wording import Voice
from app.typesetting.document import build
from app.typesetting.layout.block import Block
from app.typesetting.layout.columns import Columns
from app.typesetting.text.style import PAGE_ROOM, WIDTH

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
        (board_page.head(scorecard, voice, named),),
        (board_page.position(scorecard, voice, lines), board_page.caps(scorecard, voice, lines)),
        (board_page.domains(scorecard, voice, lines),),
        (board_page.decisions(scorecard, voice, lines),),
        (board_page.survey(scorecard, voice, lines), board_page.rest(voice, lines)),
    )
    return [Columns(head), *(Columns(stacks, ruled=True) for stacks in others)]
