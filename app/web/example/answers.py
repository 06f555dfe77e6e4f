"""The invented answers of the worked example, as results that pages show."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from app.exchange import assessment_json
from app.exchange.assessment_file import AssessmentFile
from app.exchange.faults import FaultyAssessmentError
from app.maturity.answers import Assessment
from app.maturity.clock import noon
from app.maturity.peers.snapshot import Snapshot
from app.maturity.plan.plan import Plan
from app.maturity.pulse.results import PulseResult
from app.maturity.questionnaire import Questionnaire
from app.maturity.review import USUAL_REVIEW, ReviewChoice
from app.maturity.rounds.history import NO_HISTORY, RoundHistory
from app.maturity.scorecard import Scorecard, build
from app.maturity.text import Language
from app.maturity.versions.versions import QuestionnaireVersions
from app.maturity.voices.disagreement import Voices, hear
from app.web.example.plan import read_plan
from app.web.example.voices import read_voices
from app.web.request import clock, language
from app.web.request.services import versions

# The address of the example takes the place of an assessment's random id, which is longer.
EXAMPLE = "example"

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class ExampleResults:
    """The results of the example; nobody can change its answers."""

    assessment: Assessment
    versions: QuestionnaireVersions = field(repr=False)
    id: str = EXAMPLE
    role: str = EXAMPLE
    shows_answers: bool = True
    shows_voices: bool = True

    @property
    def questionnaire(self) -> Questionnaire:
        """Return the version of the questionnaire that it follows."""
        return self.versions.for_assessment(self.assessment)

    @cached_property
    def card(self) -> Scorecard:
        """Return the scorecard of the invented answers."""
        return build(self.questionnaire, self.assessment, completed=True)

    @property
    def today(self) -> date:
        """Return the day in UTC."""
        return clock.utc_today()

    @property
    def pulse(self) -> PulseResult | None:
        """Return no pulse."""
        return None

    @property
    def snapshot(self) -> Snapshot | None:
        """Return no figures: the example has no peers."""
        return None

    @property
    def history(self) -> RoundHistory:
        """Return no rounds."""
        return NO_HISTORY

    @property
    def assessment_id(self) -> str:
        """Return the address of the example, which is nobody’s."""
        return self.id

    @cached_property
    def plan(self) -> Plan:
        """Return the invented plan."""
        return read_plan(self.card, language.current())

    @property
    def moment(self) -> datetime:
        """Return the noon of the day of completion: the pages are the same on every day."""
        return noon(self.assessment.completed_on or self.today)

    @property
    def review(self) -> ReviewChoice:
        """Return no choice: the review is on the usual day."""
        return USUAL_REVIEW

    @cached_property
    def voices(self) -> Voices | None:
        """Return what the invented colleagues answer."""
        asked = self.questionnaire.questions_in(self.assessment.profile.variant)
        return hear(asked, read_voices(self.questionnaire, language.current()), closed=False)

    @property
    def last_completion(self) -> date | None:
        """Return the day of completion."""
        return self.card.completed_on

    @property
    def without(self) -> frozenset[str]:
        """Return the pages that it does not have: a what-if, for one, is for a person’s own results."""
        return frozenset({"peers", "what-if", "trend"})

    @property
    def whole_file(self) -> AssessmentFile:
        """Return the answers with the plan."""
        return AssessmentFile(self.assessment, self.questionnaire, plan=self.plan)

    @property
    def frame(self) -> Mapping[str, object]:
        """Return nothing: the frame of a page needs no more."""
        return {}

    def keep_pdf(self, kind: str, build: Callable[[], bytes]) -> bytes:
        """Return a PDF; the whole answer is kept where it is sent."""
        return build()


def load_example() -> ExampleResults | None:
    """Return the example in the reader's language, or None if this server's questionnaire is another."""
    try:
        return ExampleResults(read_answers(language.current(), versions()), versions())
    except FaultyAssessmentError:
        return None


def read_answers(reader: Language, known: QuestionnaireVersions) -> Assessment:
    """Return the example's answers, their texts in a language, or raise FaultyAssessmentError."""
    content = (_HERE / f"answers.{reader}.json").read_bytes()
    # Its days are part of the example, so they are not compared with the server's clock.
    return assessment_json.read(content, known, date.max)
