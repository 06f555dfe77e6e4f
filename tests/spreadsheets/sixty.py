"""A plan of sixty actions with texts that spreadsheets take for something else, and what is changed of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from app.maturity.plan.action import STATES, Action, checked
from app.maturity.plan.plan import Plan
from app.maturity.text import Language
from tests.figures.cast import questionnaire

_TITLES = (
    "Écrire la politique\u202f; la faire signer, puis « l’expliquer »",
    '=HYPERLINK("http://evil.example";"x")',
    "+44 20 7946 0000",
    "-1+1",
    "@home",
    "007",
    "1/2",
    "1E5",
    "TRUE",
    "mars",
    "Commas, “quotes”; 1 000,5 €",
    "日本語 ελληνικά Łódź",
    "'apostrophe",
)
_NOTES = (
    "",
    "One line",
    'First line\nSecond; line, with \\ and "quotes"',
    "=1+1\n-2",
    "2027-01-31",
    "  é ø  ",
)
_PERSONS = ("", "Zoé Lefèvre", "Lefèvre, Zoé", "=A1", "0123")


def plan() -> Plan:
    """Return the plan."""
    practices = [*questionnaire().ids, None]
    actions = []
    for number in range(60):
        state = STATES[number % 4]
        note = _NOTES[number % len(_NOTES)].strip()
        actions.append(
            checked(
                Action(
                    id=f"a{number:02}c4n",
                    title=_TITLES[number % len(_TITLES)] if number % 2 else f"Action {number}",
                    lang="fr" if number % 3 else "en",
                    practice=practices[number % len(practices)],
                    person=_PERSONS[number % len(_PERSONS)],
                    due=date(2027, 1, 1) + timedelta(days=11 * number) if number % 5 else None,
                    state=state,
                    note=note or ("It is closed" if state == "dropped" else ""),
                    done_on=date(2026, 11, 1) + timedelta(days=number) if state == "done" else None,
                    revision=number % 7,
                )
            )
        )
    return tuple(actions)


@dataclass(frozen=True, slots=True)
class Edits:
    """What a person does to the sheet: texts and days by the id of the row and the key of the column.

    A text in ``typed`` is typed as into a cell, so that the spreadsheet makes of it what it takes it for.
    """

    texts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    typed: Mapping[tuple[str, str], str] = field(default_factory=dict)
    days: Mapping[tuple[str, str], date] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    new_title: str = "Ask the board, then « tell » everyone"


def edits(language: Language) -> Edits:
    """Return the edits in the words of a language."""
    doing, dropped = ("En cours", "Abandonné") if language == "fr" else ("Doing", "Dropped")
    day = "15/12/2027"
    return Edits(
        texts={
            ("a00c4n", "title"): "Write it, sign it; teach it",
            ("a01c4n", "person"): "Müller, Jörg",
            ("a02c4n", "note"): "A new note\nof two lines; with, signs",
            ("a04c4n", "state"): doing,
            ("a08c4n", "state"): dropped,
            ("a08c4n", "note"): "No money: 5,5 %",
            ("a13c4n", "note"): "",
            ("a21c4n", "title"): "Été à la mer",
        },
        typed={("a06c4n", "due"): day, ("a07c4n", "due"): "2028-02-29"},
        days={("a09c4n", "due"): date(2027, 3, 4)},
        removed=("a30c4n", "a31c4n"),
    )


def expected(language: Language) -> dict[str, dict[str, object]]:
    """Return the fields that change, by the id of the action; the new one stands under an empty id."""
    made = edits(language)
    before = {action.id: action for action in plan()}
    changes: dict[str, dict[str, object]] = {}
    for (id, key), text in made.texts.items():
        value: object = text
        if key == "state":
            value = {"Doing": "doing", "En cours": "doing"}.get(text, "dropped")
        if getattr(before[id], key) != value:
            changes.setdefault(id, {})[key] = value
    typed = {("a06c4n", "due"): date(2027, 12, 15), ("a07c4n", "due"): date(2028, 2, 29)}
    for (id, key), day in {**typed, **made.days}.items():
        changes.setdefault(id, {})[key] = day
    changes[""] = {"title": made.new_title, "state": "to_do", "person": "Ana"}
    return changes


def at_revision_of(plan: Plan, number: int) -> Plan:
    """Return the plan with every action changed so many times more, as if on the page since the download."""
    return tuple(replace(each, revision=each.revision + number) for each in plan)
