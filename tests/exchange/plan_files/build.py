"""A plan to write into files, its wording, and a reader of calendars that only the tests use."""

from datetime import date
from typing import Any

from app.maturity.text import Language
from app.translations import translator
from app.translations.wording import Wording
from tests.build import a_domain, a_question, a_questionnaire, a_text
from tests.maturity.plan.build import an_action

MADE_ON = date(2026, 11, 1)
HOSTILE = '=HYPERLINK("http://evil.example";"x")'

QUESTIONNAIRE = a_questionnaire(
    a_domain("G", a_question("G1", name=a_text("Policy, written"), owner="security")),
    owners={"security": a_text("Security officer")},
)

PLAN = (
    an_action(
        "first",
        title="Écrire la politique\u202f; la signer, puis « l’expliquer »",
        lang="fr",
        practice="G1",
        person="Zoé Lefèvre",
        due=date(2026, 12, 1),
        state="doing",
        note='First line\nSecond; line, with \\ and "quotes"',
        revision=3,
    ),
    an_action("free", title=HOSTILE, person="+44 20 7946 0000", note="-1\n=1+1"),
    an_action(
        "gone", title="007", practice="Q9", due=date(2027, 2, 28), state="done", done_on=date(2027, 1, 5)
    ),
    an_action("stop", due=date(2028, 2, 29), state="dropped", note="@home", revision=12),
)


def wording(language: Language) -> Wording:
    """Return the words of a language for the small questionnaire."""
    return Wording(language, translator(language), QUESTIONNAIRE)


def read_calendar(content: bytes) -> list[dict[str, Any]]:
    """Return the parts of a calendar file as RFC 5545 says, by property; parameters stand in the key.

    The first is the calendar itself.
    """
    assert content.endswith(b"\r\n")
    lines = content.decode().replace("\r\n ", "").split("\r\n")[:-1]
    parts: list[dict[str, Any]] = []
    for line in lines:
        key, value = line.split(":", 1)
        if key == "BEGIN":
            parts.append({"kind": value})
        elif key != "END":
            assert key not in parts[-1], f"{key} twice"
            parts[-1][key] = unescaped(value)
    return parts


def unescaped(value: str) -> str:
    """Return a text of a calendar without its backslashes."""
    found, letters = "", iter(value)
    for letter in letters:
        if letter == "\\":
            letter = next(letters)
            letter = "\n" if letter in "nN" else letter
        found += letter
    return found
