"""The cover: organisation, variant, date, profile and contents."""

from collections.abc import Sequence

from app.maturity.answers import ORGANISATION_LIMIT, Profile
from app.maturity.scorecard import Scorecard
from app.translations.dates import format_day
from app.translations.organisations import REGION_NAMES, SIZE_NAMES, TYPE_NAMES
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import SectionHeading, Subheading, TableOfContents
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.tagged.tags import CAPTION
from app.typesetting.text.printable import printable_line
from app.typesetting.text.style import COVER_NAME, COVER_TITLE, LEAD, POINT, SMALL, WORDMARK


def cover(
    scorecard: Scorecard, wording: Wording, sections: Sequence[SectionHeading], pages: dict[str, int]
) -> list[Block]:
    """Return the cover with the organisation, the assessment and the table of contents."""
    _ = wording._
    facts = " · ".join(profile_words(scorecard.assessment.profile, wording))
    blocks: list[Block] = [
        Paragraph(_("Muster"), WORDMARK),
        Subheading("title", _("Social media policy readiness"), COVER_TITLE, level=1, wording_only=True),
        Paragraph(organisation_name(scorecard, wording), COVER_NAME),
        Paragraph([Span(_variant(scorecard, wording), strong=True)], LEAD),
        Paragraph(completion_status(scorecard, wording), LEAD),
    ]
    if facts:
        blocks.append(Paragraph(facts, LEAD))
    note = _(
        "Every score in this document comes from the answers alone. All calculations are in"
        " the last part. The figures of the 2012 survey are opinions: they say what mattered"
        " to the people who were asked, never how well an organisation does."
    )
    return [
        *blocks,
        Paragraph(_("Contents"), POINT, path=(CAPTION,)),
        TableOfContents(tuple(sections), pages, after=16),
        Paragraph(note, SMALL, wording_only=True),
    ]


def organisation_name(scorecard: Scorecard, wording: Wording) -> str:
    """Return the name of the organisation on one line, or a note that it has no name."""
    name = printable_line(scorecard.assessment.profile.organisation, ORGANISATION_LIMIT)
    return name or wording._("Organisation not named")


def profile_words(profile: Profile, wording: Wording) -> tuple[str, ...]:
    """Return the organisation's type, size and region in words, as far as they are given."""
    names = (
        TYPE_NAMES.get(profile.organisation_type),
        SIZE_NAMES.get(profile.size_band),
        REGION_NAMES.get(profile.region),
    )
    return tuple(wording._(name) for name in names if name)


def completion_status(scorecard: Scorecard, wording: Wording) -> str:
    """Return when the assessment was completed, or how many of its questions are answered."""
    if not scorecard.complete:
        return interim_notice(scorecard, wording)
    completed = scorecard.assessment.completed_on
    if completed is None:
        return wording._("Complete, without a date")
    return wording._("Completed on %(day)s") % {"day": format_day(completed, wording.language)}


def interim_notice(scorecard: Scorecard, wording: Wording) -> str:
    """Return the notice of an interim result, with the number of answers, those of last time apart."""
    counts = {"answered": scorecard.answered, "asked": scorecard.asked, "carried": scorecard.carried}
    if scorecard.carried:
        sentence = wording._(
            "Interim result: %(answered)s of %(asked)s answered; last time’s answers that are not confirmed"
            " count too: %(carried)s"
        )
        return sentence % counts
    return wording._("Interim result: %(answered)s of %(asked)s answered") % counts


def _variant(scorecard: Scorecard, wording: Wording) -> str:
    variant = scorecard.questionnaire.variants[scorecard.assessment.profile.variant]
    return wording.text(variant.name)
