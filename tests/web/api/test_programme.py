"""A coordinator’s program lists organisations, invites them, closes the programme and reads submissions."""

from datetime import date

import pytest
from flask import Flask

from tests.web.api.program import Program
from tests.web.programme.coordinator import RunningProgramme, begins_invited, creates_programme, submits
from tests.web.respondent import Respondent

INVITATIONS = "/programme/invitations"


@pytest.fixture
def programme(app: Flask) -> RunningProgramme:
    return creates_programme(app)


@pytest.fixture
def program(app: Flask, programme: RunningProgramme) -> Program:
    return Program.of(app, programme.codes[1])


def begins(app: Flask, invitation: dict[str, str], name: str) -> Respondent:
    """Accept an invitation and answer everything, up to the closed round."""
    link = invitation["address"].removeprefix("http://localhost")
    return begins_invited(app, link, name).answers_all("3").completes()


def test_the_programme_is_listed_with_states_and_days(app: Flask, program: Program) -> None:
    sent = program.sends("POST", INVITATIONS, {"labels": ["Bellatrix", "Aldébaran", "Capella"]})
    assert sent.status_code == 201
    first, _, third = sent.get_json()["invitations"]
    assert sent.get_json()["left_out"] == []
    begins_invited(app, third["address"].removeprefix("http://localhost"), "Zyzzyva")
    submits(begins(app, first, "Quokka works"))

    read = program.reads("/programme")

    today = read["created_on"]
    assert [(each["label"], each["state"], each["day"]) for each in read["organisations"]] == [
        ("Aldébaran", "not_begun", today),
        ("Bellatrix", "submitted", today),
        ("Capella", "begun", today),
    ]
    assert (read["name"], read["variant"], read["open"]) == ("Zephyr ministry", "quick", True)
    assert "Zyzzyva" not in program.gets("/programme").text


def test_only_what_was_submitted_is_read(app: Flask, program: Program) -> None:
    made = program.sends("POST", INVITATIONS, {"labels": ["Deneb", "Altair"]}).get_json()["invitations"]
    person = begins(app, made[0], "Zyzzyva")
    begins(app, made[1], "Quokka works")
    assert program.reads("/programme/submissions") == {"submissions": [], "unreadable": 0}

    submits(person, "levels")

    [found] = program.reads("/programme/submissions")["submissions"]
    assert (found["label"], found["organisation"]) == ("Deneb", made[0]["id"])
    assert found["submission"]["organisation"] == "Zyzzyva"
    assert found["submission"]["answers"]["G1"] == 3
    assert "Quokka" not in program.gets("/programme/submissions").text


def test_labels_that_are_repeated_or_invited_are_left_out_so_a_request_can_be_sent_twice(
    program: Program,
) -> None:
    labels = {"labels": ["Deneb", " deneb ", "", "Altair\nWorks"]}
    first, second = (program.sends("POST", INVITATIONS, labels).get_json() for _ in range(2))

    assert [each["label"] for each in first["invitations"]] == ["Deneb", "Altair Works"]
    assert len(first["left_out"]) == 1
    assert second["invitations"] == []
    assert len(second["left_out"]) == 3
    assert len(program.reads("/programme")["organisations"]) == 2


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({}, "labels"),
        ({"labels": "Deneb"}, "labels"),
        ({"labels": []}, "labels"),
        ({"labels": ["Deneb", 7]}, "labels[1]"),
        ({"labels": ["Deneb", "x" * 201]}, "labels[1]"),
        ({"labels": ["Deneb"] * 2001}, "labels"),
        ({"labels": ["Deneb"], "more": 1}, "more"),
    ],
)
def test_a_faulty_list_invites_nobody_and_names_each_place(
    program: Program, body: dict[str, object], where: str
) -> None:
    refused = program.sends("POST", INVITATIONS, body)

    assert refused.status_code == 422
    assert [each["where"] for each in refused.get_json()["errors"]] == [where]
    assert program.reads("/programme")["organisations"] == []


def test_two_thousand_organisations_are_invited_and_not_one_more(program: Program) -> None:
    labels = [f"Organisation {number:04} {'é' * 180}" for number in range(2000)]
    assert len(program.sends("POST", INVITATIONS, {"labels": labels}).get_json()["invitations"]) == 2000

    assert program.sends("POST", INVITATIONS, {"labels": ["One more"]}).status_code == 422
    assert len(program.reads("/programme")["organisations"]) == 2000


def test_a_programme_is_closed_once_and_invites_nobody_more(program: Program) -> None:
    first, second = (program.sends("POST", "/programme/close") for _ in range(2))

    assert first.status_code == second.status_code == 200
    assert first.get_json() == second.get_json()
    assert date.fromisoformat(first.get_json()["closed_on"]) >= date(2026, 1, 1)
    assert program.reads("/programme")["open"] is False
    refused = program.sends("POST", INVITATIONS, {"labels": ["Deneb"]})
    assert refused.get_json()["type"] == "urn:muster:problem:programme-closed"


def test_invitations_have_the_limit_of_imports(program: Program) -> None:
    statuses = {program.sends("POST", INVITATIONS, {"labels": []}).status_code for _ in range(11)}

    assert statuses == {422, 429}


def test_the_address_is_in_the_language_asked_for(app: Flask, programme: RunningProgramme) -> None:
    sent = Program.of(app, programme.codes[0], "fr").sends("POST", INVITATIONS, {"labels": ["Deneb"]})

    [made] = sent.get_json()["invitations"]
    assert made["address"].startswith("http://localhost/i/fr/")
    assert "Zephyr ministry" in Respondent(app.test_client(), "fr").opens(made["address"][16:]).text


def test_a_coordinator_reads_nothing_of_another_programme_or_of_an_assessment(
    app: Flask, program: Program, owner: Respondent, reader: Program
) -> None:
    other = Program.of(app, creates_programme(app).codes[0])
    program.sends("POST", INVITATIONS, {"labels": ["Deneb"]})

    assert other.reads("/programme")["organisations"] == []
    assert program.gets("/assessment").status_code == 401
    for path in ("/programme", "/programme/submissions"):
        assert reader.gets(path).status_code == 401
    assert reader.sends("POST", "/programme/close").status_code == 401
    assert reader.sends("POST", INVITATIONS, {"labels": ["Altair"]}).status_code == 401
