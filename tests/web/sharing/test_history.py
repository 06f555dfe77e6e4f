"""The page and file of the history: what each link changed, for owners."""

import re

import pytest
from flask import Flask

from app.maturity.questionnaire import Questionnaire
from app.translations.wording import Wording
from app.web.document_names import document_name
from tests.storage.programme.stored_programme import leaves, submits, takes_back
from tests.web.checks import attributes, words
from tests.web.programme_member import joins, saved_of
from tests.web.respondent import Respondent
from tests.web.voices.colleagues import answers, asks_for, invites


@pytest.fixture
def owner(respondent: Respondent) -> Respondent:
    return respondent.starts("quick", "Bellatrix").answers("G", "save", G1="2", G1_comment="Quokka")


@pytest.fixture
def guest(app: Flask, owner: Respondent) -> Respondent:
    code = owner.shares("contributor", "A", name="Legal <b>").code
    return Respondent(app.test_client()).enters(code).answers("A", "save", A1="4")


def rows(owner: Respondent) -> list[tuple[str, ...]]:
    """Return the rows of the table of the history."""
    found = owner.visits("history").page.query("tbody tr")
    read = ([words(cell) for cell in row.query("th, td")] for row in found)
    # On a phone each cell stands under its own heading.
    return [(when, link.removeprefix("Link "), what.removeprefix("What ")) for when, link, what in read]


def test_a_new_assessment_has_no_history(respondent: Respondent) -> None:
    respondent.starts().visits("history")

    assert "Nothing has been changed" in respondent.text


def test_the_history_shows_which_link_changed_what_and_when(owner: Respondent, guest: Respondent) -> None:
    entries = rows(owner)

    assert sorted((link, what) for _, link, what in entries) == [
        ("Legal <b>", "A Account and platform security: A1"),
        ("The first code", "G Mandate and governance: G1"),
        ("The first code", "Sharing: link “Legal <b>” made"),
    ]
    assert all(re.fullmatch(r"\d+ \w+ \d{4}, \d\d:\d\d UTC", when) for when, _, _ in entries)


def test_the_history_tells_the_making_of_a_link_from_its_withdrawal(owner: Respondent) -> None:
    # All in the same minute; the same change twice in a row would be one.
    owner.shares("contributor", "A", name="Legal").answers("G", "save", G2="1")
    owner.visits("sharing").sends(form="/sharing/withdraw").shares("contributor", "A", name="Finance")

    assert [what for _, _, what in rows(owner) if what.startswith("Sharing")] == [
        "Sharing: link “Finance” made",
        "Sharing: link “Legal” withdrawn",
        "Sharing: link “Legal” made",
    ]


def test_the_history_says_what_was_done_in_a_programme(app: Flask, respondent: Respondent) -> None:
    saved = saved_of(app, respondent.starts("quick"))
    respondent.answers_all().completes()
    joins(saved)
    submits(saved)
    takes_back(saved)
    leaves(saved)

    done = [what for _, _, what in rows(respondent) if what.startswith("Programme")]
    assert sorted(done) == [
        "Programme: invitation accepted",
        "Programme: programme left",
        "Programme: round 1 submitted",
        "Programme: submissions withdrawn",
    ]


def _asks_and_ends(app: Flask, owner: Respondent) -> None:
    """Do everything that an owner can do to independent answers, then complete."""
    asks_for(owner)
    [link] = owner.visits("voices").page.query('a[href*="/voices/withdraw/"]')
    owner.opens(attributes(link)["href"]).sends({"sure": "yes"})
    answers(invites(app, owner, domains="G"), "G", G1="1")
    owner.visits("voices").sends({"action": "close"}).sends({"action": "reopen"}).sends({"action": "close"})
    owner.answers_all().completes()


@pytest.mark.parametrize(
    ("language", "name", "done"),
    [
        (
            "en",
            "Independent answers",
            {
                "link for a colleague made",
                "link of a colleague withdrawn",
                "closed to changes",
                "open to changes again",
                "links of all colleagues ended with the round",
            },
        ),
        (
            "fr",
            "Réponses indépendantes",
            {
                "lien d’un collègue créé",
                "lien d’un collègue retiré",
                "closes, aucune modification possible",
                "rouvertes aux modifications",
                "liens de tous les collègues supprimés à la fin du cycle",
            },
        ),
    ],
)
def test_the_history_says_what_was_done_to_independent_answers(
    app: Flask, respondent: Respondent, language: str, name: str, done: set[str]
) -> None:
    _asks_and_ends(app, respondent.starts("quick"))
    respondent.language = language
    respondent.visits("history")

    told = {words(cell) for cell in respondent.page.query("tbody td:last-child")}
    assert {each.split(name)[1].lstrip(" :\N{NO-BREAK SPACE}") for each in told if name in each} == done


def test_the_documents_of_independent_answers_have_names(questionnaire: Questionnaire) -> None:
    wordings = [Wording("en", str, questionnaire)]

    assert document_name("voice-a1b2", wordings) == "The independent answers of a colleague"
    assert document_name("round-voices-3", wordings) == "The independent answers of a closed round"
    assert document_name("round-3", wordings) == "A closed round"


def test_the_file_holds_the_links_and_the_changes(owner: Respondent, guest: Respondent) -> None:
    response = owner.client.get(owner.address("files/history.json"))
    content = response.get_json()

    named = r'attachment; filename="Bellatrix-\d{4}-\d\d-\d\d-history\.json"'
    assert re.fullmatch(named, response.headers["Content-Disposition"])
    assert (content["format"], content["format_version"]) == ("muster-history", 1)
    first, legal = content["links"]
    assert (first["name"], first["role"], first["withdrawn_on"]) == ("", "owner", None)
    assert (legal["name"], legal["role"], legal["domains"]) == ("Legal <b>", "contributor", ["A"])
    assert legal["last_used_on"] == legal["made_on"]
    assert {(each["link"], each["part"], *each["questions"]) for each in content["changes"]} == {
        (first["id"], "G", "G1"),
        (first["id"], "links", legal["id"]),
        (legal["id"], "A", "A1"),
    }


def test_the_history_shows_no_answer(owner: Respondent, guest: Respondent) -> None:
    sent = owner.visits("history").response.text + owner.client.get(owner.address("files/history.json")).text

    assert "Quokka" not in sent
    assert "Bellatrix" not in sent


def test_another_variant_is_one_change_of_the_profile(owner: Respondent) -> None:
    owner.visits("profile").sends({"variant": "full"})

    assert [what for _, _, what in rows(owner)] == ["Your organisation", "G Mandate and governance: G1"]
