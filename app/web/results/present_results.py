"""The results of an assessment that is open in this browser, as they are now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from hashlib import sha256

from app.exchange import published_peers
from app.exchange.assessment_file import AssessmentFile
from app.maturity.answers import Assessment
from app.maturity.peers.snapshot import Snapshot
from app.maturity.plan.plan import Plan
from app.maturity.pulse.results import PulseResult
from app.maturity.questionnaire import Questionnaire
from app.maturity.review import ReviewChoice
from app.maturity.rounds.history import RoundHistory
from app.maturity.scorecard import Scorecard
from app.maturity.voices.disagreement import Voices
from app.storage.assessments.review import load_review
from app.storage.plan.plans import StoredPlan, load_plan
from app.storage.rounds import rounds
from app.storage.rounds.documents import ClosedRound
from app.storage.sealing.documents import StoredAssessment
from app.storage.sealing.pdf_keys import derive_pdf_key
from app.storage.sealing.roles import OWNER, VIEWER
from app.storage.voices.voices import OwnerVoices, load_voices
from app.web import access
from app.web.access import OpenAssessment
from app.web.pulse.closed_pulse import ClosedPulse, load_closed_pulse
from app.web.request import clock, database, language, rate_limits, request_log
from app.web.request.services import services
from app.web.results.round_history import history_of_closed, history_of_open
from app.web.results.shown_voices import voices_of
from app.web.scoring import build_scorecard, load_peer_snapshot
from app.web.whole_file import present_file

# The PDFs that show peers, earlier rounds, the actions done since and the review day, or hold them in a file.
_WITH_HISTORY = frozenset({"scorecard", "scorecard-voices", "board"})
_WITH_PULSE = frozenset({"scorecard", "scorecard-voices"})
_WITH_VOICES = frozenset({"scorecard-voices", "meeting"})


@dataclass(frozen=True)
class PresentResults:
    """The present results, as the link that opened them may see them."""

    opened: OpenAssessment

    @property
    def id(self) -> str:
        """Return the public id."""
        return self.opened.id

    @property
    def role(self) -> str:
        """Return the role of the link."""
        return self.opened.role

    @property
    def shows_answers(self) -> bool:
        """Return whether the link may see each answer with its comment and evidence."""
        return self.opened.shows_answers

    @property
    def questionnaire(self) -> Questionnaire:
        """Return the version of the questionnaire that the assessment follows."""
        return self.opened.questionnaire

    @cached_property
    def stored(self) -> StoredAssessment:
        """Return everything stored that the link may read."""
        return self.opened.load()

    @property
    def assessment(self) -> Assessment:
        """Return the answers that are stored."""
        return self.stored.assessment

    @cached_property
    def card(self) -> Scorecard:
        """Return the scorecard of what is stored."""
        return build_scorecard(self.questionnaire, self.stored)

    @property
    def today(self) -> date:
        """Return the day in UTC."""
        return clock.utc_today()

    @property
    def pulse(self) -> PulseResult | None:
        """Return the closed staff pulse, if it shows anything."""
        return self._closed_pulse.result if self._closed_pulse else None

    @cached_property
    def _closed_pulse(self) -> ClosedPulse | None:
        return load_closed_pulse(self.opened)

    @cached_property
    def snapshot(self) -> Snapshot | None:
        """Return the figures of peers that are published now."""
        return load_peer_snapshot(self.assessment, complete=self.stored.complete)

    @cached_property
    def history(self) -> RoundHistory:
        """Return the rounds before; results that are a round already have its history."""
        if self._closed:
            return history_of_closed(self.card, self._closed)
        return history_of_open(self.card, self.opened.key, self.plan)

    @cached_property
    def _closed(self) -> ClosedRound | None:
        """Return the round that the results are already, or None."""
        return rounds.find_closed(database.reading(), self.opened.key, self.assessment)

    @property
    def shows_voices(self) -> bool:
        """Return whether the link is an owner’s."""
        return self.role == OWNER

    @cached_property
    def voices(self) -> Voices | None:
        """Return what colleagues answer in the present round, or had answered when it was closed."""
        if not self.shows_voices:
            return None
        heard = self._closed.voices if self._closed else self._own_voices.heard
        return voices_of(self.questionnaire, self.assessment, heard) if heard else None

    @cached_property
    def _own_voices(self) -> OwnerVoices:
        return load_voices(database.reading(), self.opened.key)

    @property
    def moment(self) -> datetime:
        """Return the present moment."""
        return clock.now()

    @property
    def assessment_id(self) -> str:
        """Return the public id."""
        return self.opened.id

    @property
    def plan(self) -> Plan:
        """Return the actions as they are now."""
        return self._stored_plan.plan

    @cached_property
    def _stored_plan(self) -> StoredPlan:
        return load_plan(database.reading(), self.opened.key)

    @cached_property
    def review(self) -> ReviewChoice:
        """Return the owner’s choice of the next review."""
        return load_review(database.reading(), self.opened.key)

    @property
    def last_completion(self) -> date | None:
        """Return the day of completion; of an interim result that of the last round."""
        listed = () if self.stored.complete else rounds.list_rounds(database.reading(), self.opened.key)
        return self.assessment.completed_on or max((each.completed_on for each in listed), default=None)

    @property
    def without(self) -> frozenset[str]:
        """Return the plan: every page leads to its own page, on which it is changed."""
        return frozenset({"plan"})

    @cached_property
    def whole_file(self) -> AssessmentFile:
        """Return the answers with the closed rounds and the plan."""
        return present_file(database.reading(), self.opened.key, self.opened.versions, self.assessment)

    @property
    def frame(self) -> Mapping[str, object]:
        """Return nothing: the frame of a page needs no more."""
        return {}

    def keep_pdf(self, kind: str, build: Callable[[], bytes]) -> bytes:
        """Return a PDF, from the cache if nothing that it shows has changed since it was built."""

        def counted() -> bytes:
            rate_limits.hit_pdf_limit(self.id)
            request_log.record_event("pdf_built")
            return build()

        key = derive_pdf_key(
            self.opened.key, self.stored, kind + self._shown_beside(kind), language.current()
        )
        return services().pdf_cache.get_or_build(key, counted)

    def _shown_beside(self, kind: str) -> str:
        """Return what a PDF shows that is not of the stored assessment."""
        parts = []
        if kind in _WITH_HISTORY and (listed := rounds.list_rounds(database.reading(), self.opened.key)):
            # Rounds never change, so their numbers say which there are.
            parts.append(f"after rounds {[each.number for each in listed]}")
        if kind in _WITH_HISTORY:
            parts.append(f"plan {sorted(self._stored_plan.versions.items())}")
        if kind in _WITH_HISTORY:
            parts.append(f"review {self.review.revision}")
        if kind in _WITH_PULSE and self._closed_pulse:
            parts.append(f"pulse {self._closed_pulse.version}")
        if kind in _WITH_VOICES and not self._closed:
            parts.append(f"voices {sorted(self._own_voices.versions.items())}")
        if kind in _WITH_HISTORY and self.snapshot:
            parts.append(sha256(published_peers.write_json([self.snapshot])).hexdigest())
        return "".join(f" with {each}" for each in parts)


def open_present(id: str) -> PresentResults:
    """Return the results of an assessment that is open for its owner or a viewer."""
    return PresentResults(access.opened(id, VIEWER))
