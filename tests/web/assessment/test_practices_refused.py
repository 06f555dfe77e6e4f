"""What a domain page does with a form that it would not send itself."""

import pytest

from app.maturity.questionnaire import Questionnaire
from tests.web.respondent import Fields, Respondent

FORGED = "not-a-token"


@pytest.fixture
def begun(respondent: Respondent) -> Respondent:
    return respondent.starts("full", "Bellatrix").visits("G")


@pytest.mark.parametrize(
    "choice", ["5", "-1", "2.0", " ", " 2", "٢", "Applied", "not_applicable", "2\n", "9" * 5000]
)
def test_a_choice_that_is_not_on_the_page_is_refused_and_nothing_typed_is_lost(
    begun: Respondent, choice: str
) -> None:
    begun.sends({"G1": choice, "G1-comment": "Mine", "G2": "3", "G2-comment": "Too", "action": "continue"})

    assert begun.status == 422
    assert begun.errors()[0] == "G1 Written policy: choose one of the answers on the page"
    assert (begun.text_of("G1-comment"), begun.selected("G2"), begun.text_of("G2-comment")) == (
        "Mine",
        "3",
        "Too",
    )
    assert begun.exported()["answers"] == {"G2": {"level": 3, "comment": "Too"}}


def test_not_applicable_is_refused_where_the_question_applies_to_everybody(
    begun: Respondent, questionnaire: Questionnaire
) -> None:
    question = next(q for q in questionnaire.questions_in("full", "G") if q.not_applicable is None)

    begun.sends({question.id: "not_applicable", "action": "save"})

    assert begun.errors() == [f"{question.id} {question.name.en}: choose one of the answers on the page"]
    assert begun.exported()["answers"] == {}


@pytest.mark.parametrize("name", ["G1-comment", "G1-evidence"])
@pytest.mark.parametrize("text", ["x" * 2_001, "🙂" * 2_001, "a\r\n" * 1_000 + "b"])
def test_a_text_of_one_character_too_many_is_refused_whole(begun: Respondent, name: str, text: str) -> None:
    begun.sends({"G1": "2", name: text, "G2": "1", "action": "save"})

    assert begun.status == 422
    field = name.removeprefix("G1-")
    assert begun.errors() == [f"G1 Written policy: shorten the {field} to 2,000 characters; it has 2,001"]
    assert begun.text_of(name) == text.replace("\r\n", "\n")
    assert begun.selected("G1") == "2"
    assert begun.exported()["answers"] == {"G2": {"level": 1}}


@pytest.mark.parametrize(
    "day",
    ["2026-13-01", "2023-02-29", "31/4/2026", "2026-W40-4", "20261001", "0000-01-01", "yesterday", "<b>"],
)
def test_a_day_that_is_none_is_refused_and_shown_as_typed(begun: Respondent, day: str) -> None:
    begun.sends({"G1": "2", "G1-evidence-date": day, "G2": "1", "action": "save"})

    assert begun.errors() == ["G1 Written policy: enter a real date, for example 1 10 2026"]
    assert begun.text_of("G1-evidence-date") == day
    assert begun.exported()["answers"] == {"G2": {"level": 1}}


def test_an_invalid_answer_does_not_change_the_stored_one(begun: Respondent) -> None:
    begun.sends({"G1": "2", "G1-comment": "Stored", "action": "save"})

    begun.answers("G", "save", G1="7", G1_comment="Never")

    assert begun.stored("G1") == {"level": 2, "comment": "Stored"}


def test_a_field_that_the_page_does_not_have_is_named_and_the_sound_answers_are_stored(
    begun: Respondent,
) -> None:
    begun.sends({"G1": "2", "I1": "4", "<b>x</b>": "1", "action": "save"})

    assert begun.status == 422
    assert begun.errors() == [
        f"This page does not ask for “{name}”, or asks for it once." for name in ("I1", "<b>x</b>")
    ]
    assert begun.exported()["answers"] == {"G1": {"level": 2}}


def test_a_field_that_comes_twice_is_refused(begun: Respondent) -> None:
    begun.sends({"G1": ["1", "4"], "G2-comment": ["a", "b"], "G3": "3", "action": "save"})

    assert begun.status == 422
    assert [sentence.split("“")[1][:10] for sentence in begun.errors()] == ["G1”, or as", "G2-comment"]
    assert begun.exported()["answers"] == {"G3": {"level": 3}}


def test_a_million_strange_fields_get_a_short_answer(begun: Respondent) -> None:
    flood = "&".join(f"a{number:x}=" for number in range(20_000))

    begun.posts(f"csrf_token={begun.token()}&version=1&action=save&G1=2&{flood}")

    assert begun.status == 422
    assert len(begun.errors()) == 10
    assert begun.stored("G1") == {"level": 2}


@pytest.mark.parametrize(
    "broken",
    [{"csrf_token": FORGED}, {"csrf_token": ""}, {"csrf_token": [FORGED, FORGED]}, {"version": ["1", "1"]}]
    + [{"version": value} for value in ("", "-1", "1e3", "one", "9" * 400)],
)
def test_a_form_that_cannot_be_trusted_stores_nothing_and_keeps_what_was_typed(
    begun: Respondent, broken: Fields
) -> None:
    begun.sends({"G1": "2", "G1-comment": "Mine", "action": "save", **broken})

    assert begun.status == 422
    assert len(begun.errors()) == 1
    assert (begun.selected("G1"), begun.text_of("G1-comment")) == ("2", "Mine")
    assert begun.exported()["answers"] == {}
    # The page that is shown again has a valid token and version: pressing the button is enough.
    assert begun.sends({"action": "save"}).stored("G1") == {"level": 2, "comment": "Mine"}


@pytest.mark.parametrize("name", ["csrf_token", "version"])
def test_a_form_without_its_hidden_field_stores_nothing_and_keeps_what_was_typed(
    begun: Respondent, name: str
) -> None:
    begun.sends({"G1": "2", "action": "save"}, without=(name,))

    assert begun.status == 422
    assert begun.selected("G1") == "2"
    assert begun.exported()["answers"] == {}


def test_a_form_without_a_button_stores_the_valid_answers_and_asks_for_the_button(begun: Respondent) -> None:
    begun.sends({"G1": "2"}, without=("action",))

    assert begun.status == 422
    assert begun.errors() == ["Choose “Save and continue” or “Save and return to the tasks”."]
    assert begun.stored("G1") == {"level": 2}


def test_the_token_of_another_browser_is_refused(begun: Respondent) -> None:
    other = Respondent(begun.client.application.test_client()).opens("start")

    begun.sends({"G1": "2", "action": "save", "csrf_token": other.token()})

    assert begun.status == 422
    assert begun.exported()["answers"] == {}


def test_a_comment_of_a_megabyte_is_refused_and_shown_again_whole(begun: Respondent) -> None:
    begun.sends({"G1-comment": "word " * 200_000, "action": "save"})

    assert begun.status == 422
    assert begun.errors() == ["G1 Written policy: shorten the comment to 2,000 characters; it has 999,999"]
    assert len(begun.text_of("G1-comment")) == 999_999


def test_more_than_the_server_takes_gets_a_page_that_says_so(begun: Respondent) -> None:
    begun.posts(b"G1-comment=" + b"x" * 8_400_000)
    assert begun.status == 413
    assert "This page takes at most 2 MB." in begun.text

    multipart = b'--x\r\nContent-Disposition: form-data; name="G1"\r\n\r\n2\r\n' * 1_100 + b"--x--"
    assert begun.posts(multipart, content_type="multipart/form-data; boundary=x").status == 413


def test_a_form_sent_as_multipart_is_as_good(begun: Respondent) -> None:
    data = {"csrf_token": begun.token(), "version": "1", "action": "save", "G1": "2"}
    begun.posts(data, content_type="multipart/form-data")

    assert begun.status == 200
    assert begun.stored("G1") == {"level": 2}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "application/x-www-form-urlencoded"),
        (b'{"G1": "2"}', "application/json"),
        (b"{", "application/json"),
        (b"G1=2", "text/plain"),
        (b"%%%=%zz&=&&&==;", "application/x-www-form-urlencoded"),
        (b"\xff\xfe\x00=\x80", "application/x-www-form-urlencoded; charset=utf-16"),
        (b"--x", "multipart/form-data"),
        (b"garbage", "multipart/form-data; boundary=x"),
        (
            b'--x\r\nContent-Disposition: form-data; name="G1"; filename="a"\r\n\r\n2\r\n--x--',
            "multipart/form-data; boundary=x",
        ),
        (
            b'--x\r\nContent-Disposition: form-data; name="csrf_token"; filename="a"\r\n\r\n2\r\n--x--',
            "multipart/form-data; boundary=x",
        ),
        (b"G1=2", "\x00\xff"),
    ],
)
def test_what_is_no_form_is_refused_like_a_form_without_token(
    begun: Respondent, content: bytes, kind: str
) -> None:
    assert begun.posts(content, content_type=kind).status == 422
    assert begun.exported()["answers"] == {}
