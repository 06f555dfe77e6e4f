"""Our own engine, and the two documents that are compared: the whole scorecard and eight pages of it."""

from collections.abc import Sequence

from app.maturity.scorecard import Scorecard
from app.report import answers, domains, scorecard, summary
from app.report.block import Block
from app.report.cover import cover
from app.report.document import Front, build
from app.report.front import front
from app.report.voice import Voice
from app.translations import translator
from bench.engines.story import Story
from bench.engines.telling import tell

# Sections that link to no other, for a link must lead somewhere.
_EIGHT_PAGES = (summary, domains, answers)


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
        summary.summary(card, voice),
        domains.domains(card, voice),
        answers.answers(card, voice),
    ]
