"""plan.ics and plan-todo.ics, read by a reader of the tests' own and by icalendar's."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.plan_files import plan_ics, plan_todo_ics
from app.exchange.plan_files.plan_ics import ReviewEvent
from app.maturity.plan.action import Action
from app.maturity.text import LANGUAGES, Language
from tests.exchange.plan_files.build import HOSTILE, MADE_ON, PLAN, read_calendar, wording
from tests.figures.cast import questionnaire
from tests.maturity.plan.build import change_state, plans

REVIEW = ReviewEvent("h3k9", date(2027, 5, 1), 2)
WRITERS = (plan_ics.write, plan_todo_ics.write)
Write = Callable[[tuple[Action, ...], Any, date], bytes]


def events(plan: tuple[Action, ...] = PLAN, language: Language = "en", **given: Any) -> list[dict[str, Any]]:  # noqa: ANN401  # a review
    """Return the events of a plan, without the calendar."""
    return read_calendar(plan_ics.write(plan, wording(language), MADE_ON, **given))[1:]


def todos(plan: tuple[Action, ...] = PLAN, language: Language = "en") -> list[dict[str, Any]]:
    """Return the to-dos of a plan, without the calendar."""
    return read_calendar(plan_todo_ics.write(plan, wording(language), MADE_ON))[1:]


def test_an_event_lasts_the_whole_due_day_and_holds_the_action_in_words() -> None:
    first = events()[0]

    assert first.pop("UID")
    assert first == {
        "kind": "VEVENT",
        "SUMMARY;LANGUAGE=fr": "Écrire la politique\u202f; la signer, puis « l’expliquer »",
        "DTSTART;VALUE=DATE": "20261201",
        "DTEND;VALUE=DATE": "20261202",
        "DTSTAMP": "20261101T000000Z",
        "SEQUENCE": "3",
        "STATUS": "CONFIRMED",
        "TRANSP": "TRANSPARENT",
        "CATEGORIES": "Security officer",
        "DESCRIPTION": "Practice: G1 Policy, written\nOwner role: Security officer\nPerson: Zoé Lefèvre\n"
        'State: Doing\n\nFirst line\nSecond; line, with \\ and "quotes"',
    }


def test_the_words_around_an_action_are_french_in_the_french_file() -> None:
    calendar, first, *_others = read_calendar(plan_ics.write(PLAN, wording("fr"), MADE_ON, REVIEW))

    assert (calendar["NAME"], calendar["X-WR-CALNAME"]) == ("Plan d’action", "Plan d’action")
    assert first["DESCRIPTION"].startswith(
        "Pratique\u00a0: G1 Policy, written (en français)\n"
        "Fonction responsable\u00a0: Security officer (en français)\n"
        "Personne\u00a0: Zoé Lefèvre\nÉtat\u00a0: En cours\n\n"
    )


def test_a_dropped_action_is_cancelled_and_one_without_a_day_is_no_event() -> None:
    assert [(each["DTSTART;VALUE=DATE"], each["STATUS"]) for each in events()] == [
        ("20261201", "CONFIRMED"),
        ("20270228", "CONFIRMED"),
        ("20280229", "CANCELLED"),
    ]
    assert events()[2]["DTEND;VALUE=DATE"] == "20280301"


def test_a_to_do_begins_on_its_due_day_and_says_its_state() -> None:
    found = todos()

    assert [each["kind"] for each in found] == ["VTODO"] * 4
    assert [(each.get("DTSTART;VALUE=DATE"), each.get("DUE;VALUE=DATE")) for each in found] == [
        ("20261201", "20261201"),
        (None, None),
        ("20270228", "20270228"),
        ("20280229", "20280229"),
    ]
    assert [each["STATUS"] for each in found] == ["IN-PROCESS", "NEEDS-ACTION", "COMPLETED", "CANCELLED"]
    assert [each.get("COMPLETED") for each in found] == [None, None, "20270105T000000Z", None]
    assert [each.get("PERCENT-COMPLETE") for each in found] == [None, None, "100", None]


def test_text_like_a_formula_is_the_title_as_it_was_typed() -> None:
    assert todos()[1]["SUMMARY;LANGUAGE=en"] == HOSTILE


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "en",
            "Reassess your social media policy readiness",
            "Begin a new round in Muster: it starts with last time’s answers.",
        ),
        (
            "fr",
            "Réévaluer la maturité de votre politique de réseaux sociaux",
            "Commencez un nouveau cycle dans Muster\u00a0: il reprend les réponses du précédent.",
        ),
    ],
)
def test_one_event_says_when_to_assess_again(language: Language, title: str, text: str) -> None:
    *actions, last = events(language=language, review=REVIEW)

    assert last.pop("UID") not in {each["UID"] for each in actions}
    assert last == {
        "kind": "VEVENT",
        f"SUMMARY;LANGUAGE={language}": title,
        "DESCRIPTION": text,
        "DTSTART;VALUE=DATE": "20270501",
        "DTEND;VALUE=DATE": "20270502",
        "DTSTAMP": "20261101T000000Z",
        "SEQUENCE": "2",
        "STATUS": "CONFIRMED",
        "TRANSP": "TRANSPARENT",
    }
    assert len(actions) == len(events())


def test_an_event_keeps_its_uid_and_raises_its_sequence_with_each_change() -> None:
    changed = change_state(replace(PLAN[0], title="Other", due=date(2027, 7, 1)), "done", "Signed", MADE_ON)

    (before,), (after,) = events(PLAN[:1]), events((changed,), "fr")

    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == ("3", "4")


def test_uids_are_those_of_the_first_release_of_these_files() -> None:
    # A calendar that holds the plan would show every action twice if one of them changed.
    assert events(PLAN[:1])[0]["UID"] == "feb6258d-ef92-513d-9bdb-788bc13ef18a"
    assert todos(PLAN[:1])[0]["UID"] == "3352dea3-e151-56a9-b6ba-31829a724789"
    assert events((), review=REVIEW)[0]["UID"] == "c9e56a88-15c1-51b5-9aca-776ee654001a"


def test_no_two_parts_of_both_files_share_a_uid() -> None:
    uids = [each["UID"] for each in (*events(review=ReviewEvent("first", MADE_ON)), *todos())]

    assert len(set(uids)) == len(uids) == 8


def test_no_owner_role_has_a_comma_which_some_programs_take_for_two_categories() -> None:
    assert not [
        each for name in questionnaire().owners.values() for each in (name.en, name.fr) if "," in each
    ]


def test_a_file_without_actions_is_an_empty_calendar() -> None:
    for write in WRITERS:
        (calendar,) = read_calendar(write((), wording("en"), MADE_ON))

        assert calendar["VERSION"] == "2.0"
        assert calendar["PRODID"] == "-//Muster//Action plan//EN"
        assert (calendar["METHOD"], calendar["CALSCALE"]) == ("PUBLISH", "GREGORIAN")


@given(plans(), st.sampled_from(LANGUAGES), st.sampled_from(WRITERS))
def test_any_plan_gives_equal_bytes_short_lines_and_its_text_back(
    plan: tuple[Action, ...], language: Language, write: Write
) -> None:
    content = write(plan, wording(language), MADE_ON)

    assert content == write(plan, wording(language), MADE_ON)
    # RFC 5545 wants lines of at most 75 bytes; a reader may decode each by itself.
    assert all(len(line.decode().encode()) <= 75 for line in content.split(b"\r\n"))
    held = [each for each in plan if each.due or write is plan_todo_ics.write]
    ours = [
        part[f"SUMMARY;LANGUAGE={each.lang}"]
        for part, each in zip(read_calendar(content)[1:], held, strict=True)
    ]
    theirs = [str(part["summary"]) for part in icalendar.Calendar.from_ical(content).subcomponents]
    assert ours == theirs == [each.title for each in held]
    notes = [part["DESCRIPTION"].partition("\n\n")[2] for part in read_calendar(content)[1:]]
    assert notes == [each.note for each in held]
