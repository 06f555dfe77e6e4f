"""What changed in an organisation since its earlier submission."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.maturity.programme.submission import Submission
from app.maturity.questionnaire import Questionnaire
from app.maturity.rounds.change import Change
from app.maturity.rounds.comparison import compare_rounds
from app.maturity.score import Score


@dataclass(frozen=True, slots=True)
class ChangeSince:
    """The change from an earlier submission to a newer one.

    It is ``like_for_like`` over ``compared`` of ``asked`` questions if both hold levels. Else it is the
    difference of the printed scores, ``compared`` and ``asked`` are None, and it is marked as such. A measure
    that cannot be compared is None.
    """

    since: Submission
    like_for_like: bool
    overall: Change | None
    domains: Mapping[str, Change | None]
    compared: int | None = None
    asked: int | None = None


def change_since(earlier: Submission, newer: Submission, questionnaire: Questionnaire) -> ChangeSince:
    """Return what changed between two submissions of a programme’s version and variant."""
    before, after = earlier.round_answers(questionnaire), newer.round_answers(questionnaire)
    if before and after:
        found = compare_rounds(before, after)
        domains = {each.domain.letter: each.change for each in found.domains}
        return ChangeSince(earlier, True, found.change, domains, found.compared, found.asked)
    old, new = earlier.round.scores, newer.round.scores
    scores = {
        each.letter: (
            old.domains[each.letter].score if each.letter in old.domains else None,
            new.domains[each.letter].score if each.letter in new.domains else None,
        )
        for each in questionnaire.domains
    }
    differences = {letter: _difference(*pair) for letter, pair in scores.items()}
    return ChangeSince(earlier, False, _difference(old.overall, new.overall), differences)


def _difference(before: Score | None, after: Score | None) -> Change | None:
    return Change(after.exact - before.exact) if before and after else None
