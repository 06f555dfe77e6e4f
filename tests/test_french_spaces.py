"""Rules of French typesetting: the space before a sign, and the space that keeps a number with its word."""

import re

import pytest

from app.config import ROOT
from tests.test_plain_words import sentences

QUESTIONNAIRE = ROOT / "questionnaires" / "readiness"
WORDED = re.compile(r'^[\w.]+\.fr = "(.+)"$|^fr = "(.+)"$', re.MULTILINE)
# A narrow no-break space before ; ? and !, a no-break space before : % and » and after «.
WRONG_SPACE = re.compile(r"[ \u00a0][;?!](?!\w)|[ \u202f][:%»](?![\w(-])|«[^\u00a0]|[^\u00a0]»")
APART = re.compile(r"\bniveau (?:\d|%\()|\d (?:derniers )?(?:mois|points?|personnes|minutes|jours)\b")
# The space after a hyphen, as in PL-4, is an ordinary one.
STUCK = re.compile(r"\b[A-Z]{2}-\d+\u00a0\w")


def french() -> list[str]:
    """Return every French sentence of the interface, the long pages and the newest questionnaire."""
    files = sorted(QUESTIONNAIRE.rglob("*.toml"))
    worded = [first or second for file in files for first, second in WORDED.findall(file.read_text("utf-8"))]
    assert len(worded) > 1000
    return [*sentences("fr"), *worded]


@pytest.mark.parametrize("rule", [WRONG_SPACE, APART, STUCK], ids=["sign", "number", "code"])
def test_french_has_the_right_space(rule: re.Pattern[str]) -> None:
    # A sign that is itself spoken of stands between its quotation marks.
    texts = [re.sub("«\u00a0.\u00a0»", "", text) for text in french()]

    assert [
        f"{text[max(found.start() - 20, 0) : found.end() + 20]!r}"
        for text in texts
        for found in rule.finditer(text)
    ] == []
