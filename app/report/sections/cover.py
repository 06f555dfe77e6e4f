"""The cover: whose scorecard it is, of which day, and what is inside."""

from collections.abc import Sequence

from app.maturity.answers import ORGANISATION_LIMIT
from app.maturity.scorecard import Scorecard
from app.report.sections.profile import profile_words
from app.translations.wording import Voice
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import Contents, Section
from app.typesetting.layout.paragraph import Prose, Span
from app.typesetting.tagged.tags import CAPTION
from app.typesetting.text.printable import legible_line
from app.typesetting.text.style import COVER_NAME, COVER_TITLE, LEAD, POINT, SMALL, WORDMARK


def cover(
    scorecard: Scorecard, voice: Voice, sections: Sequence[Section], pages: dict[str, int]
) -> list[Block]:
    """Name the organisation, the assessment and its day, and list the sections."""
    _ = voice._
    facts = " · ".join(profile_words(scorecard.assessment.profile, voice))
    blocks: list[Block] = [
        Prose(_("Muster"), WORDMARK),
        Prose(_("Social media policy readiness"), COVER_TITLE),
        Prose(organisation(scorecard, voice), COVER_NAME, private=True),
        Prose([Span(_variant(scorecard, voice), strong=True)], LEAD),
        Prose(status(scorecard, voice), LEAD),
    ]
    if facts:
        blocks.append(Prose(facts, LEAD))
    note = _(
        "Every score in this document follows from the answers at its end and can be recomputed by hand."
        " The figures of the 2012 survey are opinions; they say what mattered to the people who were asked,"
        " never how well anybody does."
    )
    return [
        *blocks,
        Prose(_("Contents"), POINT, path=(CAPTION,)),
        Contents(tuple(sections), pages, after=16),
        Prose(note, SMALL),
    ]


def organisation(scorecard: Scorecard, voice: Voice) -> str:
    """Name the organisation on one line, or say that it is not named."""
    name = legible_line(scorecard.assessment.profile.organisation, ORGANISATION_LIMIT)
    return name or voice._("Organisation not named")


def status(scorecard: Scorecard, voice: Voice) -> str:
    """Say when the assessment was completed, or how far it is."""
    if not scorecard.complete:
        return interim(scorecard, voice)
    completed = scorecard.assessment.completed_on
    if completed is None:
        return voice._("Complete, without a date")
    return voice._("Completed on %(day)s") % {"day": voice.day(completed)}


def interim(scorecard: Scorecard, voice: Voice) -> str:
    """Say that the result is interim, and over how many answers."""
    counts = {"answered": scorecard.answered, "asked": scorecard.asked}
    return voice._("Interim result: %(answered)s of %(asked)s answered") % counts


def _variant(scorecard: Scorecard, voice: Voice) -> str:
    variant = scorecard.questionnaire.variants[scorecard.assessment.profile.variant]
    return voice.says(variant.name)
