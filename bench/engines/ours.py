"""Our own engine, and the two documents that are compared: the whole scorecard and eight pages of it."""

from collections.abc import Sequence

from app.maturity.scorecard import Scorecard
from app.report import scorecard
from app.report.scorecard_metadata import front
from app.report.sections import answers, board_summary, domains
from app.report.sections.cover import cover
from app.translations import translator
from app.translations.wording import Voice
from app.typesetting.document import Front, build
from app.typesetting.layout.block import Block
from bench.engines.convert import tell
from bench.engines.story import Story

# Sections that link to no other, for a link must lead somewhere.
_EIGHT_PAGES = (board_summary, domains, answers)


def render(card: Scorecard, *, whole: bool) -> bytes:
    """Build a scorecard in English, or eight pages of it, without attachments."""
    voice = _voice(card)
    return build(_front(card, voice), lambda pages: _chapters(card, voice, pages, whole=whole), voice._)


def story(card: Scorecard, *, whole: bool) -> Story:
    """Tell the same document to the others."""
    voice = _voice(card)
    return tell(
        _front(card, voice), voice._("Page %(number)s of %(total)s"), _chapters(card, voice, {}, whole=whole)
    )


def _voice(card: Scorecard) -> Voice:
    return Voice("en", translator("en"), card.questionnaire)


def _front(card: Scorecard, voice: Voice) -> Front:
    return front(card, voice, voice._("Social media policy readiness"), "scorecard", None)


def _chapters(
    card: Scorecard, voice: Voice, pages: dict[str, int], *, whole: bool
) -> Sequence[Sequence[Block]]:
    if whole:
        return scorecard.chapters(card, voice, pages)
    sections = [room.section(voice) for room in _EIGHT_PAGES]
    return [
        cover(card, voice, sections, pages),
        board_summary.summary(card, voice),
        domains.domains(card, voice),
        answers.answers(card, voice),
    ]
