"""Whoever keeps all that a pulse ever published learns nothing of one to four people by subtracting."""

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
    """Draw who answers between one closing and the next, of each group."""
    numbers = st.one_of(st.integers(0, 6), st.integers(0, 25))
    drawn = draw(st.lists(st.tuples(*[numbers] * len(GROUPS)), min_size=1, max_size=5))
    return [
        [
            answer
            for group, number in zip(GROUPS, each, strict=True)
            for answer in several_answers(number, group=group)
        ]
        for each in drawn
    ]


def published(answers: list[list[PulseAnswer]]) -> list[list[People]]:
    """List, state by state, the people of each table on the page, numbered as they answered."""
    everybody: list[tuple[int, str]] = []
    states: list[list[People]] = []
    seen: dict[int, People] = {}
    for ledgers, come in zip(closings(*answers, grouping=SENIORITY), answers, strict=True):
        everybody += [(len(everybody) + place, answer.group) for place, answer in enumerate(come)]
        state = [_who(everybody, n, group, seen) for group, n in _shown(ledgers["O1"])]
        states.append(state)
    return states


def _shown(ledger: Ledger) -> Iterator[tuple[str, int]]:
    if ledger.published.total:
        yield "", ledger.published.total.n
    yield from ((group, tally.n) for group, tally in ledger.published.groups.items())


def _who(everybody: list[tuple[int, str]], n: int, group: str, seen: dict[int, People]) -> People:
    # A table holds the first n of its people: what is published is a state of the past.
    people = [number for number, its in everybody if group in ("", its)]
    return frozenset(people[:n])


def unions(state: list[People]) -> Iterator[People]:
    """Return every sum of disjoint tables of one state, and what is left of the whole."""
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
def test_no_sum_of_published_tables_speaks_of_one_to_four_people(answers: list[list[PulseAnswer]]) -> None:
    tables = list(dict.fromkeys(people for state in published(answers) for people in state))[:7]
    everybody = frozenset().union(*tables)
    alike = Counter(tuple(person in table for table in tables) for person in everybody)

    for weights in product((-1, 0, 1), repeat=len(tables)):
        spoken_of = sum(
            number
            for member, number in alike.items()
            if sum(weight for weight, inside in zip(weights, member, strict=True) if inside)
        )
        assert not 0 < spoken_of < MINIMUM_PEOPLE


def test_two_tables_that_differ_by_four_single_them_out() -> None:
    first = frozenset({("staff", 0)})
    second = frozenset({("staff", 0), ("staff", 1)})

    assert singles_out([first, second], {("staff", 0): 10, ("staff", 1): 4})
    assert not singles_out([first, second], {("staff", 0): 10, ("staff", 1): 5})
    assert not singles_out([first, second], {("staff", 0): 10, ("staff", 1): 0})


def test_three_tables_single_out_whom_no_two_do() -> None:
    people = {("a", 0): 3, ("b", 0): 9, ("c", 0): 9}
    both = [frozenset({("a", 0), ("b", 0)}), frozenset({("a", 0), ("c", 0)})]
    others = frozenset({("b", 0), ("c", 0)})

    assert not singles_out(both, people)
    assert singles_out([*both, others], people)


def test_few_people_in_each_of_two_classes_that_only_occur_together_are_one_class() -> None:
    together = frozenset({("a", 0), ("b", 0)})

    assert not singles_out([together], {("a", 0): 3, ("b", 0): 2})
    assert singles_out([together, frozenset({("a", 0)})], {("a", 0): 3, ("b", 0): 2})


def test_where_too_many_few_would_have_to_be_tried_the_answer_is_that_some_may_be_told_apart() -> None:
    names = [(f"group {number}", 0) for number in range(40)]
    pairs = [frozenset({one, other}) for one, other in pairwise(names)]

    assert singles_out(pairs, dict.fromkeys(names, 1))
