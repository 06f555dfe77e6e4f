"""The organisations of a programme side by side: every number that its pages and files show."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.maturity.clean_text import fold
from app.maturity.programme.below_target import BelowTarget, count_below_target
from app.maturity.programme.change import ChangeSince, change_since
from app.maturity.programme.distribution import Distribution, distribute
from app.maturity.programme.programme import Organisation, Programme
from app.maturity.programme.progress import ProgrammeProgress, count_progress
from app.maturity.programme.submission import Submission
from app.maturity.questionnaire import Domain, Questionnaire
from app.maturity.rounds.round import PrintedDomain


@dataclass(frozen=True, slots=True)
class SubmittedOrganisation:
    """A submitting organisation: its newest submission, and what changed since the one before."""

    organisation: Organisation
    submission: Submission
    change: ChangeSince | None

    def domain(self, letter: str) -> PrintedDomain | None:
        """Return a domain’s score and level as the round printed them."""
        return self.submission.round.scores.domains.get(letter)


@dataclass(frozen=True)
class Comparison:
    """The comparison of a programme’s organisations.

    ``organisations`` holds all that are invited and ``submitted`` those that show a submission, both in the
    order of their labels. ``domains`` are those of which the variant asks questions. ``with_levels`` counts
    the submissions that ``below_target`` is counted over.
    """

    programme: Programme
    questionnaire: Questionnaire
    domains: tuple[Domain, ...]
    progress: ProgrammeProgress
    organisations: tuple[Organisation, ...]
    submitted: tuple[SubmittedOrganisation, ...]
    overall: Distribution
    distributions: tuple[Distribution, ...]
    below_target: tuple[BelowTarget, ...]
    with_levels: int

    @property
    def unreadable(self) -> int:
        """Return how many submissions cannot be read: they are not compared."""
        return sum(each.unreadable for each in self.organisations)

    def find(self, invitation_id: str) -> SubmittedOrganisation | None:
        """Return a submitting organisation by its invitation, or None."""
        return next((e for e in self.submitted if e.organisation.invitation_id == invitation_id), None)


def side_by_side(programme: Programme, questionnaire: Questionnaire) -> Comparison:
    """Compare the organisations of a programme; ``questionnaire`` is the version that it fixes.

    Each organisation counts with its newest submission. One that has left is not compared.
    """
    in_order = tuple(sorted(programme.organisations, key=lambda each: fold(each.label)))
    submitted = tuple(
        SubmittedOrganisation(each, each.newest, _change(each, questionnaire))
        for each in in_order
        if each.newest is not None and each.state == "submitted"
    )
    domains = tuple(
        each for each in questionnaire.domains if questionnaire.questions_in(programme.variant, each.letter)
    )
    levels = [each.submission.levels for each in submitted if each.submission.levels is not None]
    return Comparison(
        programme=programme,
        questionnaire=questionnaire,
        domains=domains,
        progress=count_progress(programme.organisations),
        organisations=in_order,
        submitted=submitted,
        overall=_overall(submitted),
        distributions=tuple(_domain(each, submitted) for each in domains),
        below_target=count_below_target(questionnaire, programme.variant, levels),
        with_levels=len(levels),
    )


def _change(organisation: Organisation, questionnaire: Questionnaire) -> ChangeSince | None:
    earlier, newest = organisation.earlier, organisation.newest
    return change_since(earlier, newest, questionnaire) if earlier and newest else None


def _overall(submitted: Sequence[SubmittedOrganisation]) -> Distribution:
    printed = [each.submission.round.scores for each in submitted]
    return distribute(None, [((each.overall, each.level), 1) for each in printed])


def _domain(domain: Domain, submitted: Sequence[SubmittedOrganisation]) -> Distribution:
    printed = [each.domain(domain.letter) for each in submitted]
    # Equal results that were read together are one object: counting these takes a tenth of the time.
    objects = {id(each): each for each in printed}
    times = Counter(map(id, printed))
    return distribute(
        domain,
        [
            ((each.score, each.level) if each else (None, None), times[identity])
            for identity, each in objects.items()
        ],
    )
