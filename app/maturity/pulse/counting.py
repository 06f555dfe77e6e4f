"""The counts of the staff pulse, and their publication (docs/method.md section 3.3).

Answers come in and only counts are kept: nothing here holds a single answer or the order of answers.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from app.maturity.opinions import OpinionQuestion
from app.maturity.pulse import disclosure
from app.maturity.pulse.disclosure import MINIMUM_PEOPLE

MINIMUM_SHOWN = 10

SENIORITY = "seniority"
FUNCTION = "function"
NO_GROUP = "none"

# Colleagues who choose no group are counted under NO_GROUP.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "": (),
    SENIORITY: ("leadership", "management", "team_lead", "staff"),
    FUNCTION: ("communications", "operations", "sales", "security_legal", "support", "other"),
}


@dataclass(frozen=True, slots=True)
class PulseAnswer:
    """The answers of one colleague, as tokens by opinion id, and the chosen group."""

    opinions: Mapping[str, tuple[str, ...]]
    group: str = NO_GROUP


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people answered a question, and how many of them chose each option, by token."""

    n: int
    counts: Mapping[str, int]

    def count(self, tokens: Iterable[str]) -> int:
        """Return how many people chose one of the options; no one can choose two of them."""
        return sum(self.counts.get(token, 0) for token in tokens)


@dataclass(frozen=True, slots=True)
class PublishedQuestion:
    """The published counts of a question: all people together, and the shown groups.

    ``groups_are_earlier`` is true if the groups were counted at an earlier closing than the total.
    """

    total: Tally | None = None
    groups: Mapping[str, Tally] = field(default_factory=dict)
    groups_are_earlier: bool = False


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything that is kept of the answers to a question.

    ``tallies`` holds all counts so far by group, shown or not. ``people[n]`` counts by group the people who
    answered before publication n and after the one before it; the last entry counts those of whom nothing is
    published yet. ``shown[n]`` holds the groups that publication n shows.
    """

    tallies: Mapping[str, Tally] = field(default_factory=dict)
    people: tuple[Mapping[str, int], ...] = ({},)
    shown: tuple[tuple[str, ...], ...] = ()
    published: PublishedQuestion = PublishedQuestion()


def valid_answer(answer: PulseAnswer, question: OpinionQuestion) -> tuple[str, ...]:
    """Return the tokens that answer a question, or none if the form cannot produce such an answer."""
    tokens = answer.opinions.get(question.id, ())
    is_valid = set(tokens) <= set(question.tokens) and len(set(tokens)) == len(tokens)
    is_valid = is_valid and question.clash(tokens) is None and (question.many or len(tokens) < 2)
    return tokens if is_valid else ()


def add_answers(
    ledgers: Mapping[str, Ledger],
    questions: Sequence[OpinionQuestion],
    grouping: str,
    answers: Iterable[PulseAnswer],
) -> dict[str, Ledger]:
    """Return each question's ledger with the answers added, and published as far as the rules allow."""
    new = tuple(answers)
    return {
        question.id: _publish(_added(ledgers.get(question.id, Ledger()), question, grouping, new))
        for question in questions
    }


def _added(
    ledger: Ledger, question: OpinionQuestion, grouping: str, answers: Iterable[PulseAnswer]
) -> Ledger:
    people = Counter(ledger.people[-1])
    counts = {group: Counter(tally.counts) for group, tally in ledger.tallies.items()}
    sizes = Counter({group: tally.n for group, tally in ledger.tallies.items()})
    for answer in answers:
        tokens = valid_answer(answer, question)
        if tokens:
            group = answer.group if answer.group in GROUPS[grouping] else NO_GROUP
            people[group] += 1
            sizes[group] += 1
            counts.setdefault(group, Counter()).update(tokens)
    tallies = {group: Tally(sizes[group], dict(chosen)) for group, chosen in counts.items()}
    return replace(ledger, tallies=tallies, people=(*ledger.people[:-1], dict(people)))


def _publish(ledger: Ledger) -> Ledger:
    """Publish the counts by group, else only the total, else leave the ledger as it is."""
    total = _together(ledger.tallies.values())
    further = sum(ledger.people[-1].values())
    if total.n < MINIMUM_SHOWN or (ledger.shown and further < MINIMUM_PEOPLE):
        return ledger
    shown = next((each for each in _candidates(ledger) if _may_show(ledger, each)), ())
    groups = {group: ledger.tallies[group] for group in shown}
    published = PublishedQuestion(total, groups)
    if not shown and ledger.published.groups:
        published = PublishedQuestion(total, ledger.published.groups, groups_are_earlier=True)
    return replace(ledger, people=(*ledger.people, {}), shown=(*ledger.shown, shown), published=published)


def _candidates(ledger: Ledger) -> Iterable[tuple[str, ...]]:
    """Return the sets of groups that could be shown, the most groups and people first.

    A group that was shown before is in each of them.
    """
    sizes = {group: tally.n for group, tally in ledger.tallies.items()}
    before = set(ledger.published.groups)
    enough = sorted(group for group, n in sizes.items() if n >= MINIMUM_SHOWN)
    chosen = (each for size in range(len(enough), 0, -1) for each in combinations(enough, size))
    candidates = [each for each in chosen if before <= set(each)]
    return sorted(candidates, key=lambda each: (-len(each), -sum(sizes[group] for group in each), each))


def _may_show(ledger: Ledger, shown: tuple[str, ...]) -> bool:
    hidden = sum(tally.n for group, tally in ledger.tallies.items() if group not in shown)
    # A single group that is everyone adds nothing to the total.
    if 0 < hidden < MINIMUM_SHOWN or (not hidden and len(shown) == 1):
        return False
    people = {(group, at): n for at, counts in enumerate(ledger.people) for group, n in counts.items()}
    tables = disclosure.published_tables(ledger.tallies, (*ledger.shown, shown))
    return not disclosure.singles_out(tables, people)


def _together(tallies: Iterable[Tally]) -> Tally:
    every = tuple(tallies)
    counts: Counter[str] = Counter()
    for tally in every:
        counts.update(tally.counts)
    return Tally(sum(tally.n for tally in every), dict(counts))
