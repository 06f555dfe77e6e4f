"""Opening an assessment by its code."""

import pytest
from flask import Flask

from tests.web.respondent import Respondent

UNKNOWN = "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ"


@pytest.fixture
def begun(respondent: Respondent) -> Respondent:
    return respondent.starts("quick", "Bellatrix")


@pytest.fixture
def stranger(app: Flask) -> Respondent:
    """Return a person at another browser."""
    return Respondent(app.test_client())


def spellings(code: str) -> list[str]:
    """Return a code in the spellings that people use."""
    letters = code.replace("-", "")
    return [
        code,
        letters.lower(),
        code.replace("-", " "),
        f"  {code.replace('-', '–')}\t",
        ".".join(letters),
        code.replace("0", "O").replace("1", "l"),
        code.replace("0", "o").replace("1", "I"),
    ]


def test_the_code_opens_however_it_is_written(begun: Respondent, stranger: Respondent) -> None:
    for spelling in spellings(begun.code):
        stranger.client.delete_cookie("muster")
        stranger.opens("code").sends({"code": spelling, "idle": "60"})
        assert stranger.path == f"/en/assessment/{begun.id}/", spelling


def test_the_code_is_shown_and_offered_as_a_file(begun: Respondent) -> None:
    code = begun.code
    begun.visits("code.txt")

    assert code in begun.response.text
    assert begun.response.mimetype == "text/plain"
    assert begun.response.headers["Content-Disposition"].startswith("attachment")
    assert begun.id not in begun.response.text


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "No assessment has this code"), ("fr", "Aucune évaluation")],
)
def test_an_unknown_code_is_not_found_in_the_readers_language(
    app: Flask, language: str, sentence: str
) -> None:
    reader = Respondent(app.test_client(), language)

    reader.opens("code").sends({"code": UNKNOWN, "idle": "600"})

    assert reader.status == 404
    assert reader.errors()[0].startswith(sentence)
    assert (reader.text_of("code"), reader.selected("idle")) == (UNKNOWN, "600")


@pytest.mark.parametrize(
    "code", ["", " ", "1234", "U" * 28, "é" * 28, "<script>", "0" * 29, "🙂" * 28, "x" * 100_000, "\0" * 28]
)
def test_a_malformed_code_is_refused_before_anything_is_looked_up(stranger: Respondent, code: str) -> None:
    stranger.opens("code").sends({"code": code, "idle": "60"})

    assert stranger.status == 422
    assert len(stranger.errors()) == 1
    assert stranger.text_of("code") == code.strip().replace("\0", "")


@pytest.mark.parametrize("idle", ["", "0", "61", "9999", "-60", "sixty"])
def test_an_idle_time_that_is_not_offered_is_refused(
    begun: Respondent, stranger: Respondent, idle: str
) -> None:
    stranger.opens("code").sends({"code": begun.code, "idle": idle})

    assert stranger.status == 422
    assert stranger.errors() == ["Choose when this browser signs you out"]


def test_the_code_needs_the_forms_token(begun: Respondent, stranger: Respondent) -> None:
    stranger.opens("code").sends({"code": begun.code, "idle": "60"}, without=("csrf_token",))

    assert stranger.status == 422
    assert stranger.opens(begun.path).status == 404
