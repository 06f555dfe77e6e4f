"""What colleagues answer independently, as results and files show it to the owner."""

from app.maturity.answers import Assessment
from app.maturity.questionnaire import Questionnaire
from app.maturity.voices.disagreement import Voices, hear
from app.storage.voices.documents import HeardVoices


def voices_of(questionnaire: Questionnaire, assessment: Assessment, heard: HeardVoices) -> Voices | None:
    """Return what voices say on the questions of an assessment’s variant, or None while it is not shown."""
    asked = questionnaire.questions_in(assessment.profile.variant)
    return hear(asked, heard.invited, closed=heard.closed)
