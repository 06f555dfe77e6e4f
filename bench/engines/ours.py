"""Muster's own engine, and the two documents that are compared: a whole scorecard and eight pages of it."""

from collections.abc import Sequence

from app.maturity.scorecard import Scorecard
from app.report import scorecard
from app.report.metadata import build_scorecard_metadata
from app.report.sections import answers, board_summary, domains
from app.report.sections.cover import cover
from app.translations import translator
from app.translations.wording import Wording
from app.typesetting.document import DocumentMetadata, build_pdf
from app.typesetting.layout.block import Block
from bench.engines.convert import convert
from bench.engines.story import Story


def render(card: Scorecard, *, whole: bool) -> bytes:
    """Build a scorecard in English, or eight pages of it, without attachments."""
    wording = _wording(card)
    return build_pdf(_metadata(card, wording), lambda pages: _chapters(card, wording, pages, whole=whole))


def story(card: Scorecard, *, whole: bool) -> Story:
    """Return the same document as a story for the other engines."""
    wording = _wording(card)
    return convert(_metadata(card, wording), _chapters(card, wording, {}, whole=whole))


def _wording(card: Scorecard) -> Wording:
    return Wording("en", translator("en"), card.questionnaire)


def _metadata(card: Scorecard, wording: Wording) -> DocumentMetadata:
    title = wording._("Social media policy readiness")
    return build_scorecard_metadata("scorecard", card, wording, title, None)


def _chapters(
    card: Scorecard, wording: Wording, pages: dict[str, int], *, whole: bool
) -> Sequence[Sequence[Block]]:
    if whole:
        return scorecard.chapters(card, wording, pages)
    # Sections without links to other sections, so that no link is broken.
    body = [
        board_summary.board_summary(card, wording),
        domains.domains(card, wording),
        answers.answers(card, wording),
    ]
    return [cover(card, wording, scorecard.section_headings(body), pages), *body]
