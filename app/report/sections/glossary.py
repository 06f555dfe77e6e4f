"""The terms of the document, each explained in a sentence."""

from app.maturity.level import Level
from app.maturity.recommendation import HORIZONS
from app.translations import N_
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import SectionHeading, Subheading
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.tagged.tags import LISTED
from app.typesetting.text.style import Style

_ENTRY = Style(8.8, 12, after=4)
_TERMS = (
    (N_("Domain"), N_("A group of practices on one subject. All domains weigh the same.")),
    (N_("Level"), N_("How far a practice has come, from %(lowest)s to %(highest)s.")),
    (
        N_("Score"),
        N_("How far a domain has come, from 0 to 100: the points of its levels out of all it could have."),
    ),
    (
        N_("Readiness"),
        N_("How far your practice has come, from 0 to 100; overall, the mean of the domain scores."),
    ),
    (
        N_("Gate"),
        N_("A practice whose lack can undo all the others. It fails while it stands below Defined."),
    ),
    (N_("Capped"), N_("Of the overall level: held at Defined by a failing gate, whatever the score.")),
    (N_("Evidence"), N_("What could be shown to somebody who doubts an answer, with its date.")),
    (N_("Finding"), N_("A share published in 2012 that practices of this questionnaire answer.")),
    (
        N_("Exposure"),
        N_("How much a subject mattered in 2012 and is not yet covered by your practice, in points."),
    ),
    (N_("Target"), N_("The level that a domain’s practices are to reach: Applied, unless you set another.")),
    (
        N_("Horizon"),
        N_("The day by which a recommendation is due: within %(first)s, %(second)s or %(last)s days."),
    ),
)


def glossary(wording: Wording) -> list[Block]:
    """Return the document's terms and the questionnaire's words, each with its meaning."""
    _, questionnaire = wording._, wording.questionnaire
    words = ((wording.text(term), wording.text(meaning)) for term, meaning in questionnaire.glossary)
    return [
        SectionHeading("glossary", wording._("Glossary"), wording_only=True),
        *(_entry(_(term), _(meaning) % _numbers(wording)) for term, meaning in _TERMS),
        Subheading("words", _("Words that mean the same everywhere"), wording_only=True),
        *(_entry(term, meaning) for term, meaning in words),
    ]


def _numbers(wording: Wording) -> dict[str, object]:
    """Return the numbers in the meanings."""
    lowest, highest = (f"{level} {wording.level_name(level)}" for level in (min(Level), max(Level)))
    first, second, last = HORIZONS
    return {"lowest": lowest, "highest": highest, "first": first, "second": second, "last": last}


def _entry(term: str, meaning: str) -> Paragraph:
    return Paragraph([Span(f"{term}  ", strong=True), Span(meaning)], _ENTRY, path=LISTED, wording_only=True)
