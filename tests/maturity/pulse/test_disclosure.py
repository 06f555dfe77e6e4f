"""An observer who keeps every publication of a pulse cannot single out one to four people."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise, product

from hypothesis import given, settings
from hypothesis import strategies as st

from app.maturity.pulse.counting import SENIORITY, Ledger, PulseAnswer
from app.maturity.pulse.disclosure import MINIMUM_PEOPLE, singles_out
from tests.maturity.pulse.build import closings, several_answers

GROUPS = ("staff", "management", "leadership", "none")

People = frozenset[int]


@st.composite
def rounds(draw: st.DrawFn) -> list[list[PulseAnswer]]:
    """Draw the answers of each group between one closing and the next."""
    numbers = st.one_of(st.integers(0, 6), st.integers(0, 25))
    numbers_of_rounds = draw(st.lists(st.tuples(*[numbers] * len(GROUPS)), min_size=1, max_size=5))
    return [
        [
            answer
            for group, number in zip(GROUPS, each, strict=True)
            for answer in several_answers(number, group=group)
        ]
        for each in numbers_of_rounds
    ]


def published(answers: list[list[PulseAnswer]]) -> list[list[People]]:
    """Return, state by state, the people in each published table, numbered in the order of their answers."""
    everyone: list[tuple[int, str]] = []
    states: list[list[People]] = []
    seen: dict[int, People] = {}
    for ledgers, new in zip(closings(*answers, grouping=SENIORITY), answers, strict=True):
        everyone += [(len(everyone) + place, answer.group) for place, answer in enumerate(new)]
        state = [_people(everyone, n, group, seen) for group, n in _shown(ledgers["O1"])]
        states.append(state)
    return states


def _shown(ledger: Ledger) -> Iterator[tuple[str, int]]:
    if ledger.published.total:
        yield "", ledger.published.total.n
    yield from ((group, tally.n) for group, tally in ledger.published.groups.items())


def _people(everyone: list[tuple[int, str]], n: int, group: str, seen: dict[int, People]) -> People:
    # A table holds the first n of its people, those who had answered when it was published.
    people = [number for number, its in everyone if group in ("", its)]
    return frozenset(people[:n])


def unions(state: list[People]) -> Iterator[People]:
    """Yield every sum of disjoint tables of one state, and the remainder of the total."""
    whole = max(state, key=len, default=frozenset())
    for size in range(len(state) + 1):
        for chosen in combinations(state, size):
            people = frozenset().union(*chosen)
            if len(people) == sum(map(len, chosen)):
                yield people
                yield whole - people


@settings(max_examples=150, deadline=None)
@given(rounds())
def test_no_two_published_states_differ_by_one_to_four_people(answers: list[list[PulseAnswer]]) -> None:
    sums = {people for state in published(answers) for people in unions(state)}

    for one, other in product(sums, sums):
        if one <= other:
            assert not 0 < len(other - one) < MINIMUM_PEOPLE


@settings(max_examples=60, deadline=None)
@given(rounds())
def test_no_sum_of_published_tables_describes_one_to_four_people(answers: list[list[PulseAnswer]]) -> None:
    tables = list(dict.fromkeys(people for state in published(answers) for people in state))[:7]
    everyone = frozenset().union(*tables)
    alike = Counter(tuple(person in table for table in tables) for person in everyone)

    for weights in product((-1, 0, 1), repeat=len(tables)):
        described = sum(
            number
            for member, number in alike.items()
            if sum(weight for weight, inside in zip(weights, member, strict=True) if inside)
        )
        assert not 0 < described < MINIMUM_PEOPLE


def test_two_tables_that_differ_by_four_people_single_them_out() -> None:
    first = frozenset({("staff", 0)})
    second = frozenset({("staff", 0), ("staff", 1)})

    assert singles_out([first, second], {("staff", 0): 10, ("staff", 1): 4})
    assert not singles_out([first, second], {("staff", 0): 10, ("staff", 1): 5})
    assert not singles_out([first, second], {("staff", 0): 10, ("staff", 1): 0})


def test_three_tables_can_single_out_people_that_no_two_do() -> None:
    people = {("a", 0): 3, ("b", 0): 9, ("c", 0): 9}
    both = [frozenset({("a", 0), ("b", 0)}), frozenset({("a", 0), ("c", 0)})]
    others = frozenset({("b", 0), ("c", 0)})

    assert not singles_out(both, people)
    assert singles_out([*both, others], people)


def test_two_small_classes_that_are_always_in_the_same_tables_are_one_class() -> None:
    together = frozenset({("a", 0), ("b", 0)})

    assert not singles_out([together], {("a", 0): 3, ("b", 0): 2})
    assert singles_out([together, frozenset({("a", 0)})], {("a", 0): 3, ("b", 0): 2})


def test_too_many_combinations_count_as_singling_out() -> None:
    names = [(f"group {number}", 0) for number in range(40)]
    pairs = [frozenset({one, other}) for one, other in pairwise(names)]

    assert singles_out(pairs, dict.fromkeys(names, 1))
