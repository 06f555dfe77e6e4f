from datetime import timedelta

import pytest

from app.maturity.clock import latest_day, utc_now
from app.maturity.questionnaire import Questionnaire
from tests.web.checks import attributes
from tests.web.respondent import Respondent

DAY = timedelta(days=1)
MARKUP = "<script>alert(1)</script> & \"quoted\" 'text' </textarea><b>{{ 7 * 7 }}"


@pytest.fixture
def begun(respondent: Respondent) -> Respondent:
    return respondent.starts("full", "Bellatrix")


def test_save_stores_what_is_there_and_returns_to_the_tasks(begun: Respondent) -> None:
    begun.answers("G", "save", G1="2", G2_comment="Asked HR")

    assert begun.path.endswith(f"/assessment/{begun.id}/")
    assert "1 of 46 answered" in begun.text
    assert begun.exported()["answers"] == {"G1": {"level": 2}, "G2": {"comment": "Asked HR"}}


def test_continue_with_every_answer_leads_to_the_next_domain(begun: Respondent) -> None:
    begun.answers("G", G1="0", G2="1", G3="2", G4="3", G5="4", G6="unknown")

    assert begun.path.endswith("/I")
    assert begun.exported()["answers"] == {
        **{f"G{number}": {"level": number - 1} for number in range(1, 6)},
        "G6": {"unknown": True},
    }


def test_after_the_last_domain_come_the_opinions(begun: Respondent, questionnaire: Questionnaire) -> None:
    choices = {question.id: "1" for question in questionnaire.questions_in("full", "V")}

    begun.answers("V", **choices)

    assert begun.path.endswith("/opinions")


def test_continue_names_every_blank_and_stores_the_others(begun: Respondent) -> None:
    begun.answers("G", G1="2", G4="3")

    assert begun.status == 422
    names = ("G2 Decision roles", "G3 Senior engagement", "G5 Account register", "G6 Records of posts")
    assert begun.errors() == [f"{name}: choose an answer" for name in names]
    links = [attributes(link)["href"] for link in begun.page.query(".govuk-error-summary a")]
    assert links == ["#G2", "#G3", "#G5", "#G6"]
    assert begun.exported()["answers"] == {"G1": {"level": 2}, "G4": {"level": 3}}


def test_a_page_with_blanks_can_be_sent_again_at_once(begun: Respondent) -> None:
    begun.answers("G", G1="2").sends({"G2": "3", "action": "save"})

    assert begun.status == 200
    assert begun.exported()["answers"] == {"G1": {"level": 2}, "G2": {"level": 3}}


def test_the_quick_check_asks_and_stores_its_own_questions_only(respondent: Respondent) -> None:
    respondent.starts("quick").answers("G", "save", G1="2", G3="4")

    assert respondent.status == 422
    assert respondent.errors() == ["This page does not ask for “G3”, or asks for it once."]
    assert set(respondent.exported()["answers"]) == {"G1"}


def test_notes_are_stored_with_and_without_a_choice(begun: Respondent) -> None:
    notes = {
        "G1_comment": "Zwölf 你好 🙂",
        "G1_evidence": "Minutes\r\nof May",
        "G1_evidence_date": "2024-02-29",
    }
    begun.answers("G", "save", **notes)

    kept = {"comment": "Zwölf 你好 🙂", "evidence": "Minutes\nof May", "evidence_date": "2024-02-29"}
    assert begun.stored("G1") == kept
    begun.answers("G", "save", G1="3")
    assert begun.stored("G1") == {"level": 3, **kept}


def test_a_stored_answer_is_shown_again_as_it_was_typed(begun: Respondent) -> None:
    begun.answers("G", "save", G1="unknown", G1_comment="  Line\r\n\r\n  two ", G1_evidence_date="2024-02-29")

    begun.visits("G")

    assert begun.selected("G1") == "unknown"
    assert begun.text_of("G1-comment") == "Line\n\n  two"
    assert begun.text_of("G1-evidence-date") == "29 February 2024"


def test_an_emptied_note_is_emptied_and_an_absent_one_is_kept(begun: Respondent) -> None:
    begun.answers("G", "save", G1="1", G1_comment="Gone soon", G1_evidence="Stays")

    begun.answers("G", "save", G1_comment="", G1_evidence="Stays")
    assert begun.stored("G1") == {"level": 1, "evidence": "Stays"}
    begun.visits("G").sends({"action": "save"}, without=("G1", "G1-evidence", "G1-comment"))
    assert begun.stored("G1") == {"level": 1, "evidence": "Stays"}


def test_not_applicable_is_taken_where_the_question_allows_it(
    begun: Respondent, questionnaire: Questionnaire
) -> None:
    question = next(q for q in questionnaire.questions_in("full", "C") if q.not_applicable)

    begun.answers("C", "save", **{question.id: "not_applicable"})

    assert begun.stored(question.id) == {"not_applicable": True}


def test_text_with_markup_is_shown_as_text_everywhere(begun: Respondent) -> None:
    begun.answers("G", "save", G1="2", G1_comment=MARKUP, G1_evidence=MARKUP)
    assert begun.stored("G1") == {"level": 2, "comment": MARKUP, "evidence": MARKUP}

    for page in ("G", "check"):
        begun.visits(page)
        assert MARKUP in begun.text
        assert "<script>alert" not in begun.response.text
    assert begun.visits("G").text_of("G1-comment") == MARKUP


def test_a_name_with_markup_is_shown_as_text(respondent: Respondent) -> None:
    respondent.starts("full", MARKUP).visits("")
    assert MARKUP in respondent.text

    assert respondent.visits("profile").text_of("organisation") == MARKUP


def test_evidence_of_the_latest_day_is_stored_and_of_two_days_later_refused(begun: Respondent) -> None:
    latest = latest_day(utc_now())

    begun.answers("G", "save", G1_evidence_date=latest.isoformat())
    assert begun.stored("G1") == {"evidence_date": latest.isoformat()}

    begun.answers("G", "save", G1_evidence_date=(latest + 2 * DAY).isoformat())
    assert begun.errors() == ["G1 Written policy: the date of the evidence cannot be in the future"]
    assert begun.stored("G1") == {"evidence_date": latest.isoformat()}


def test_two_thousand_characters_are_kept_whatever_they_weigh(begun: Respondent) -> None:
    astral, lines = "🙂" * 2_000, "\r\n".join(["x"] * 1_000) + "y"

    begun.answers("G", "save", G1_comment=astral, G1_evidence=lines)

    assert begun.status == 200
    assert begun.stored("G1") == {"comment": astral, "evidence": lines.replace("\r\n", "\n")}


def test_controls_are_dropped_and_bytes_that_are_no_text_stay_as_they_came(begun: Respondent) -> None:
    begun.visits("G")
    fields = f"csrf_token={begun.token()}&version=1&action=save"

    begun.posts(f"{fields}&G1=2&G1-comment=a%00b%1Bc%ED%A0%80d%FF%FEe%C2%85f")

    assert begun.status == 200
    assert begun.stored("G1")["comment"] == "abc%ED%A0%80d%FF%FEef"


@pytest.mark.parametrize("letter", ["g", "X", "Z", "é", "%00"])
def test_a_domain_that_does_not_exist_is_not_found(begun: Respondent, letter: str) -> None:
    assert begun.visits(letter).status == 404
