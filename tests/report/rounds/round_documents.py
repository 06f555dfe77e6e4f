"""Documents after several rounds, as they are downloaded."""

from functools import cache

from app.maturity.text import Language
from app.report import document_of_file
from tests.figures.cast_rounds import history, round_card


@cache
def after_rounds(count: int, language: Language, *, board: bool = False, upgraded: int = 0) -> bytes:
    """Return the scorecard or the board's page of the last of some full rounds."""
    card = round_card(count, count, upgraded=upgraded)
    return document_of_file.render_pdf(card, language, board=board, history=history(count, upgraded=upgraded))
