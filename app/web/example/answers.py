"""The invented answers of the worked example, and what its pages need of an open assessment."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.exchange import assessment_json
from app.exchange.faults import FaultyAssessmentError
from app.maturity.answers import Assessment
from app.maturity.questionnaire import Questionnaire
from app.maturity.text import Language
from app.maturity.versions.versions import QuestionnaireVersions
from app.storage.sealing.documents import StoredAssessment
from app.web.request import language
from app.web.request.services import versions

# The address of the example takes the place of an assessment's random id, which is longer.
EXAMPLE = "example"

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class ExampleAssessment:
    """The example in the place of an assessment that is open in this browser; nobody can change it."""

    assessment: Assessment
    versions: QuestionnaireVersions = field(repr=False)
    id: str = EXAMPLE
    role: str = EXAMPLE
    shows_answers: bool = True

    @property
    def questionnaire(self) -> Questionnaire:
        """Return the version of the questionnaire that it follows."""
        return self.versions.for_assessment(self.assessment)

    def load(self) -> StoredAssessment:
        """Return the answers as if they were stored."""
        return StoredAssessment(self.assessment, {})


def load_example() -> ExampleAssessment | None:
    """Return the example in the reader's language, or None if this server's questionnaire is another."""
    try:
        return ExampleAssessment(read_answers(language.current(), versions()), versions())
    except FaultyAssessmentError:
        return None


def read_answers(reader: Language, known: QuestionnaireVersions) -> Assessment:
    """Return the example's answers, their texts in a language, or raise FaultyAssessmentError."""
    content = (_HERE / f"answers.{reader}.json").read_bytes()
    # Its days are part of the example, so they are not compared with the server's clock.
    return assessment_json.read(content, known, date.max)
