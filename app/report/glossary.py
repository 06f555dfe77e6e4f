"""The document's own words, each in a plain sentence."""

from app.report.block import Block
from app.report.grid import Column, Grid
from app.report.heading import Part, Section
from app.report.voice import Voice
from app.translations import N_

_TERMS = (
    (
        N_("Assessment"),
        N_("One organisation’s run through the questionnaire: the full one, or the quick check."),
    ),
    (N_("Practice"), N_("Something that an organisation does about social media, asked as one question.")),
    (N_("Domain"), N_("A group of practices on one subject. All domains weigh the same.")),
    (N_("Level"), N_("How far a practice has come, from 0 Absent to 4 Proven.")),
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
    (N_("Share"), N_("How many of the survey’s respondents said something, in per cent.")),
    (
        N_("Confidence"),
        N_("How close the source of a figure stands to the report itself, as a letter: A, B, C+ or C."),
    ),
    (
        N_("Exposure"),
        N_("How much a subject mattered in 2012 and is not yet covered by your practice, in points."),
    ),
    (
        N_("Survey-weighted readiness"),
        N_("Your readiness on the findings, each weighed by its share."),
    ),
    (N_("Opinion"), N_("What you think, set beside what the respondents thought. It enters no score.")),
    (N_("Target"), N_("The level that a domain’s practices are to reach: Applied, unless you set another.")),
    (N_("Recommendation"), N_("A practice below its target, with the steps that lead there.")),
    (N_("Gain"), N_("The points of overall readiness that a recommendation wins at its target.")),
    (N_("Importance"), N_("1 plus the largest share that names the subject.")),
    (N_("Effort"), N_("What it takes to reach Applied: days count as 1, weeks as 2, months as 4.")),
    (
        N_("Priority"),
        N_("Gain × importance ÷ effort: the order of the recommendations, after the failing gates."),
    ),
    (N_("Horizon"), N_("The day by which a recommendation is due: within 30, 90 or 180 days.")),
    (N_("Roadmap"), N_("The recommendations by horizon.")),
)


def section(voice: Voice) -> Section:
    """Give the section's heading."""
    return Section("glossary", voice._("Glossary"))


def glossary(voice: Voice) -> list[Block]:
    """Explain the document's terms, and the words that every statement uses alike."""
    _, questionnaire = voice._, voice.questionnaire
    terms = tuple((_(term), _(meaning)) for term, meaning in _TERMS)
    words = tuple((voice.says(term), voice.says(meaning)) for term, meaning in questionnaire.words)
    columns = (Column(_("Word"), 118), Column(_("Meaning"), 362))
    return [
        section(voice),
        Grid(columns, terms),
        Part("words", _("Words that mean the same everywhere")),
        Grid(columns, words),
    ]
