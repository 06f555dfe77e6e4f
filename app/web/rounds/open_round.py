"""A closed round that is open in this browser."""

from dataclasses import dataclass, field

from werkzeug.exceptions import NotFound

from app.maturity.answers import Assessment
from app.maturity.questionnaire import Questionnaire
from app.maturity.scorecard import Scorecard, build
from app.storage.rounds import rounds
from app.storage.rounds.documents import ClosedRound
from app.storage.rounds.rounds import NoSuchRoundError
from app.storage.sealing.documents import StoredAssessment
from app.storage.sealing.roles import VIEWER
from app.web import access
from app.web.access import OpenAssessment
from app.web.request import database

# Whose page it is: nobody’s to change.
ROUND = "round"


@dataclass(frozen=True, slots=True)
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
    def stored(self) -> StoredAssessment:
        """Return the assessment as it was closed; a round is one document that never changes."""
        return StoredAssessment(self.closed.assessment, {ROUND: self.number})

    @property
    def card(self) -> Scorecard:
        """Return the scorecard of the round."""
        return build(self.questionnaire, self.closed.assessment, completed=True)


def find_closed(opened: OpenAssessment, assessment: Assessment) -> ClosedRound | None:
    """Return the last round if it holds an assessment exactly as it is now, else None."""
    connection = database.reading()
    listed = rounds.list_rounds(connection, opened.key)
    last = rounds.load_round(connection, opened.key, listed[-1].number) if listed else None
    return last if last and last.assessment == assessment else None


def open_round(id: str, number: int) -> OpenRound:
    """Return a closed round for an owner or a viewer; raise NotFound if there is none of the number."""
    opened = access.opened(id, VIEWER)
    try:
        return OpenRound(opened, rounds.load_round(database.reading(), opened.key, number))
    except NoSuchRoundError:
        raise NotFound from None
