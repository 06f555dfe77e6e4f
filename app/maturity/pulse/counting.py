"""The staff pulse: what colleagues answered, counted, and what of it may be shown (docs/method.md, 3.2).

Single answers come in and only counts go on: nothing here remembers who answered what, or in which order.
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

# Who rather does not say is counted with those.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "": (),
    SENIORITY: ("leadership", "management", "team_lead", "staff"),
    FUNCTION: ("communications", "operations", "sales", "security_legal", "support", "other"),
}


@dataclass(frozen=True, slots=True)
class PulseAnswer:
    """What one colleague answered, and the group chosen."""

    opinions: Mapping[str, tuple[str, ...]]
    group: str = NO_GROUP


@dataclass(frozen=True, slots=True)
class Tally:
    """How many answered a question, and how many of them gave each answer."""

    n: int
    counts: Mapping[str, int]

    def count(self, tokens: Iterable[str]) -> int:
        """Count who gave any of the answers, of which nobody can give two."""
        return sum(self.counts.get(token, 0) for token in tokens)


@dataclass(frozen=True, slots=True)
class PublishedQuestion:
    """What is shown of a question: everybody, and by group; the groups may be of an earlier closing."""

    total: Tally | None = None
    groups: Mapping[str, Tally] = field(default_factory=dict)
    groups_are_earlier: bool = False


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that is kept of a question's answers.

    ``tallies`` holds everything counted so far by group, shown or not. ``people`` counts who answered before
    each publication, after the one before it, by group, and last those of whom nothing was published yet;
    ``shown`` names the groups of each publication.
    """

    tallies: Mapping[str, Tally] = field(default_factory=dict)
    people: tuple[Mapping[str, int], ...] = ({},)
    shown: tuple[tuple[str, ...], ...] = ()
    published: PublishedQuestion = PublishedQuestion()


def valid_answer(answer: PulseAnswer, question: OpinionQuestion) -> tuple[str, ...]:
    """Give what was answered to a question, or nothing if the form could not have been sent like that."""
    given = answer.opinions.get(question.id, ())
    sound = set(given) <= set(question.tokens) and len(set(given)) == len(given)
    sound = sound and question.clash(given) is None and (question.many or len(given) < 2)
    return given if sound else ()


def add_answers(
    ledgers: Mapping[str, Ledger],
    questions: Sequence[OpinionQuestion],
    grouping: str,
    answers: Iterable[PulseAnswer],
) -> dict[str, Ledger]:
    """Add answers to each question's ledger, and publish of it what may be published."""
    come = tuple(answers)
    return {
        question.id: _publish(_added(ledgers.get(question.id, Ledger()), question, grouping, come))
        for question in questions
    }


def _added(
    ledger: Ledger, question: OpinionQuestion, grouping: str, answers: Iterable[PulseAnswer]
) -> Ledger:
    people = Counter(ledger.people[-1])
    counts = {group: Counter(tally.counts) for group, tally in ledger.tallies.items()}
    sizes = Counter({group: tally.n for group, tally in ledger.tallies.items()})
    for answer in answers:
        given = valid_answer(answer, question)
        if given:
            group = answer.group if answer.group in GROUPS[grouping] else NO_GROUP
            people[group] += 1
            sizes[group] += 1
            counts.setdefault(group, Counter()).update(given)
    tallies = {group: Tally(sizes[group], dict(found)) for group, found in counts.items()}
    return replace(ledger, tallies=tallies, people=(*ledger.people[:-1], dict(people)))


def _publish(ledger: Ledger) -> Ledger:
    """Publish the answers counted by groups, else only all together, else leave what was published."""
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
    """List sets of groups to show, the most groups and people first; none that was shown is left out."""
    sizes = {group: tally.n for group, tally in ledger.tallies.items()}
    before = set(ledger.published.groups)
    enough = sorted(group for group, n in sizes.items() if n >= MINIMUM_SHOWN)
    chosen = (each for size in range(len(enough), 0, -1) for each in combinations(enough, size))
    found = [each for each in chosen if before <= set(each)]
    return sorted(found, key=lambda each: (-len(each), -sum(sizes[group] for group in each), each))


def _may_show(ledger: Ledger, shown: tuple[str, ...]) -> bool:
    hidden = sum(tally.n for group, tally in ledger.tallies.items() if group not in shown)
    # A single group beside nobody else says nothing that the whole does not say.
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
