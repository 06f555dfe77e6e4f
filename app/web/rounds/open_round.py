"""A closed round that is open in this browser."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from werkzeug.exceptions import NotFound

from app.exchange.assessment_file import AssessmentFile
from app.maturity.answers import Assessment
from app.maturity.clock import noon
from app.maturity.peers.snapshot import Snapshot
from app.maturity.plan.plan import Plan
from app.maturity.pulse.results import PulseResult
from app.maturity.questionnaire import Questionnaire
from app.maturity.review import ReviewChoice
from app.maturity.rounds.history import RoundHistory
from app.maturity.scorecard import Scorecard, build
from app.maturity.voices.disagreement import Voices
from app.storage.rounds import rounds
from app.storage.rounds.documents import ClosedRound
from app.storage.rounds.rounds import NoSuchRoundError
from app.storage.sealing.documents import StoredAssessment
from app.storage.sealing.pdf_keys import derive_pdf_key
from app.storage.sealing.roles import OWNER, VIEWER
from app.web import access
from app.web.access import OpenAssessment
from app.web.pulse.closed_pulse import build_pulse_result
from app.web.request import database, language, rate_limits, request_log
from app.web.request.services import services
from app.web.results.round_history import history_of_closed
from app.web.results.shown_voices import voices_of
from app.web.whole_file import round_file

# Whose page it is: nobody’s to change.
ROUND = "round"


@dataclass(frozen=True)
class OpenRound:
    """A closed round of an assessment that is open in this browser, as the pages of results show it."""

    opened: OpenAssessment = field(repr=False)
    closed: ClosedRound

    @property
    def number(self) -> int:
        """Return the number of the round."""
        return self.closed.summary.number

    @property
    def id(self) -> str:
        """Return what stands in an address in the place of the public id: that and the round."""
        return f"{self.opened.id}/rounds/{self.number}"

    @property
    def role(self) -> str:
        """Return ``ROUND``: the links of a page that lead to changes are left out."""
        return ROUND

    @property
    def shows_answers(self) -> bool:
        """Return whether the link may see each answer with its comment and evidence."""
        return self.opened.shows_answers

    @property
    def questionnaire(self) -> Questionnaire:
        """Return the version of the questionnaire that the round was answered in."""
        return self.opened.versions.for_assessment(self.closed.assessment)

    @property
    def assessment(self) -> Assessment:
        """Return the answers as they were closed."""
        return self.closed.assessment

    @cached_property
    def card(self) -> Scorecard:
        """Return the scorecard of the round."""
        return build(self.questionnaire, self.closed.assessment, completed=True)

    @property
    def today(self) -> date:
        """Return the day of completion."""
        return self.closed.summary.completed_on

    @property
    def pulse(self) -> PulseResult | None:
        """Return the staff pulse that was closed, if it shows anything."""
        pulse = self.closed.pulse
        return build_pulse_result(pulse, self.questionnaire) if pulse else None

    @property
    def snapshot(self) -> Snapshot | None:
        """Return the figures of peers that were published."""
        return self.closed.snapshot

    @cached_property
    def history(self) -> RoundHistory:
        """Return the rounds before, and what had changed."""
        return history_of_closed(self.card, self.closed)

    @property
    def assessment_id(self) -> str:
        """Return the public id of the assessment."""
        return self.opened.id

    @property
    def plan(self) -> Plan:
        """Return the actions of the day of closing."""
        return self.closed.plan

    @property
    def moment(self) -> datetime:
        """Return the noon of the day of completion."""
        return noon(self.today)

    @property
    def review(self) -> ReviewChoice:
        """Return the owner’s choice of the next review on the day of closing."""
        return self.closed.review

    @property
    def shows_voices(self) -> bool:
        """Return whether the link is an owner’s."""
        return self.opened.role == OWNER

    @cached_property
    def voices(self) -> Voices | None:
        """Return what colleagues had answered; no other link than an owner’s has read it."""
        heard = self.closed.voices
        return voices_of(self.questionnaire, self.assessment, heard) if heard else None

    @property
    def last_completion(self) -> date | None:
        """Return the day of completion."""
        return self.closed.summary.completed_on

    @property
    def without(self) -> frozenset[str]:
        """Return the pages that a round does not have: a what-if is about what can still be done."""
        return frozenset({"what-if"} if self.plan else {"what-if", "plan"})

    @cached_property
    def whole_file(self) -> AssessmentFile:
        """Return the answers of the round with the rounds before it and the plan of its day."""
        return round_file(database.reading(), self.opened.key, self.opened.versions, self.closed)

    @property
    def frame(self) -> Mapping[str, object]:
        """Return what the frame of a page shows of the round and of the assessment that it is of."""
        own = self.opened
        return {"round": self.closed.summary, "assessment_id": own.id, "link_role": own.role}

    def keep_pdf(self, kind: str, build: Callable[[], bytes]) -> bytes:
        """Return a PDF, the same bytes until an earlier round is deleted, whose answers it holds."""

        def counted() -> bytes:
            rate_limits.hit_pdf_limit(self.opened.id)
            request_log.record_event("pdf_built")
            return build()

        stored = StoredAssessment(self.closed.assessment, {ROUND: self.number})
        listed = rounds.list_rounds(database.reading(), self.opened.key)
        # The attached file holds the rounds before it, of which one may be deleted.
        before = [each.number for each in listed if each.number < self.number]
        name = f"round {self.number} {kind} after {before}"
        key = derive_pdf_key(self.opened.key, stored, name, language.current())
        return services().pdf_cache.get_or_build(key, counted)


def open_round(id: str, number: int) -> OpenRound:
    """Return a closed round for an owner or a viewer; raise NotFound if there is none of the number."""
    opened = access.opened(id, VIEWER)
    try:
        return OpenRound(opened, rounds.load_round(database.reading(), opened.key, number))
    except NoSuchRoundError:
        raise NotFound from None
