"""Documents rendered once for many tests, and their text as pypdf extracts it."""

from functools import cache
from io import BytesIO

from pypdf import PdfReader

from app.maturity.scorecard import Scorecard
from app.maturity.text import Language
from app.report import document_of_file
from app.report.blank_questionnaire import render_blank_questionnaire
from app.report.board import render_board
from app.report.published_peers import render_published_peers
from app.report.scorecard import render_scorecard
from tests.figures.cast import card, questionnaire, wording_in
from tests.figures.cast_peers import a_snapshot, among_suppliers
from tests.report.renderers import render_with_files

# The cast of these tests: average and complete, quick and just begun, and the best.
CASES: tuple[tuple[str, str], ...] = (("bellatrix", "full"), ("capella", "quick"), ("aldebaran", "quick"))


def rendered(scorecard: Scorecard, language: Language) -> bytes:
    """Return the PDF of a scorecard, without attachments."""
    return render_scorecard(scorecard, wording_in(language, scorecard.questionnaire))


def reader(content: bytes) -> PdfReader:
    """Return a reader of a document."""
    return PdfReader(BytesIO(content))


def words(content: bytes) -> str:
    """Return all the words of a document, separated by single spaces."""
    return " ".join(_pages(content))


def _pages(content: bytes) -> tuple[str, ...]:
    return tuple(" ".join(page.extract_text().split()) for page in reader(content).pages)


@cache
def pdf(name: str, variant: str, language: Language) -> bytes:
    """Return the PDF of a member of the cast."""
    return rendered(card(name, variant), language)


@cache
def pages(name: str, variant: str, language: Language) -> tuple[str, ...]:
    """Return the words of each page of the PDF of a member of the cast."""
    return _pages(pdf(name, variant, language))


def text(name: str, variant: str, language: Language) -> str:
    """Return the words of the PDF of a member of the cast."""
    return " ".join(pages(name, variant, language))


@cache
def blank(variant: str, language: Language) -> bytes:
    """Return a blank questionnaire."""
    return render_blank_questionnaire(variant, wording_in(language))


def plain(sentence: str) -> str:
    """Return a sentence with single spaces, as ``words`` does."""
    return " ".join(sentence.split())


@cache
def pdf_with_files(name: str, variant: str, language: Language) -> bytes:
    """Return the PDF of a member of the cast with its files attached, as it is downloaded."""
    return render_with_files("scorecard", card(name, variant), language)


def render_board_page(scorecard: Scorecard, language: Language) -> bytes:
    """Return the board's page of a scorecard, without attachments."""
    return render_board(scorecard, wording_in(language, scorecard.questionnaire))


@cache
def board(name: str, variant: str, language: Language) -> bytes:
    """Return the board's page of a member of the cast with its files attached, as it is downloaded."""
    return render_with_files("board", card(name, variant), language)


@cache
def pdf_among_peers(number: int, language: Language) -> bytes:
    """Return Bellatrix’s PDF among a number of suppliers, with its files attached."""
    scorecard = card("bellatrix")
    return document_of_file.render_pdf(
        scorecard, language, board=False, standings=among_suppliers(scorecard, number)
    )


@cache
def board_among_peers(number: int, language: Language) -> bytes:
    """Return Bellatrix’s board page among a number of suppliers, with its files attached."""
    scorecard = card("bellatrix")
    return document_of_file.render_pdf(
        scorecard, language, board=True, standings=among_suppliers(scorecard, number)
    )


@cache
def published_peers_pdf(number: int, language: Language) -> bytes:
    """Return the document of published peers for a number of suppliers."""
    return render_published_peers([(a_snapshot(number), questionnaire())], wording_in(language))
