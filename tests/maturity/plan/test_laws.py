"""Laws of the plan, for any actions and any changes."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.maturity.plan.action import Action, checked
from app.maturity.plan.arrangement import SORT_KEYS, PlanFilter, SortKey, filter_actions, sort_actions
from app.maturity.plan.plan import ActionFields, edit, fields_of, has_open_action, tick
from app.maturity.plan.progress import is_overdue, progress
from app.maturity.text import LANGUAGES, Language
from tests.maturity.plan.build import an_action, plans, some_fields, steps
from tests.maturity.strategies import QUESTIONNAIRE

moments = st.datetimes(datetime(2000, 1, 2), datetime(2300, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # st.datetimes takes its bounds without a zone
edits = st.tuples(some_fields(), st.sampled_from(LANGUAGES), st.dates(date(2026, 1, 1), date(2030, 1, 1)))


@given(st.lists(edits, max_size=6))
def test_after_any_edits_an_action_keeps_its_rules_and_its_revision_only_grows_with_a_change(
    changes: list[tuple[ActionFields, Language, date]],
) -> None:
    before = an_action(practice="G1")
    for fields, language, today in changes:
        after = edit(before, fields, language, today)

        assert checked(after) is after
        assert (after.done_on is not None) is (after.state == "done")
        assert after.revision == before.revision + (after is not before)
        assert (after.id, after.practice) == (before.id, before.practice)
        before = after


@given(plans(), st.sampled_from(LANGUAGES), st.dates(date(2026, 1, 1), date(2030, 1, 1)))
def test_saving_what_is_there_changes_nothing(
    plan: tuple[Action, ...], language: Language, today: date
) -> None:
    assert all(edit(each, fields_of(each), language, today) is each for each in plan)


@given(plans(), st.sampled_from(SORT_KEYS), moments)
def test_sorting_keeps_every_action_once_and_puts_the_overdue_first(
    plan: tuple[Action, ...], by: SortKey, now: datetime
) -> None:
    found = sort_actions(plan, by, QUESTIONNAIRE, now)

    assert sorted(each.id for each in found) == sorted(each.id for each in plan)
    late = [is_overdue(each, now) for each in found]
    assert late == sorted(late, reverse=True)
    assert sort_actions(found, by, QUESTIONNAIRE, now) == found


@given(plans(), st.dates(date(2000, 1, 1), date(2199, 12, 31)), moments)
def test_a_filter_and_its_opposite_share_out_the_plan(
    plan: tuple[Action, ...], day: date, now: datetime
) -> None:
    kept = filter_actions(plan, PlanFilter(due_by=day), QUESTIONNAIRE, now)
    others = [each for each in plan if each.due is None or each.due > day]

    assert {each.id for each in kept}.isdisjoint(each.id for each in others)
    assert len(kept) + len(others) == len(plan)


@given(plans())
def test_progress_lies_between_nothing_and_all(plan: tuple[Action, ...]) -> None:
    found = progress(plan)

    if found is None:
        assert all(each.state == "dropped" for each in plan)
    else:
        assert 0 <= found.share <= 1
        assert found.of == sum(each.state != "dropped" for each in plan)


@given(plans())
def test_a_tick_adds_one_action_or_none_and_a_second_one_none(plan: tuple[Action, ...]) -> None:
    step = steps()["G1"]

    once = tick(plan, "new", step, "en")

    assert len(once) - len(plan) == (not has_open_action(plan, "G1"))
    assert tick(once, "newer", step, "en") == once


@given(plans(), moments)
def test_what_is_overdue_stays_overdue(plan: tuple[Action, ...], now: datetime) -> None:
    later = now.replace(year=now.year + 1, day=1)

    assert all(is_overdue(each, later) for each in plan if is_overdue(each, now))
