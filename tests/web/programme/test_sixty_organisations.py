"""Sixty organisations of one programme, each as far as it got: what the coordinator and each of them read."""

import csv
import io
import json
from collections import Counter
from dataclasses import dataclass, replace

import pytest
from flask import Flask
from pypdf import PdfReader

from app.exchange import assessment_json
from app.maturity.questionnaire import Questionnaire
from tests import build
from tests.web.checks import attributes
from tests.web.programme.coordinator import RunningProgramme, begins_invited, creates_programme, submits
from tests.web.respondent import Respondent

# Accents, a name of 200 letters, two that differ in one letter alone, and one with every separator.
LABELS = [
    *(
        "Écully Systèmes",
        "Ecully Systemes",
        "é" * 200,
        "Marteau, Enclume; & Fils",
        "« Œuvre » navale",
    ),
    *(f"Société {number:02}" for number in range(55)),
]
LISTED = "organisation;pays\r\n" + "\r\n".join(f'"{label}";FR' for label in LABELS)
REPEATED = f"{LISTED}\r\n;FR\r\n\r\nSociété 00;FR\r\nSOCIÉTÉ 01;FR\r\n"

BEGUN, COMPLETE, SUBMITTED, REPLACED, WITHDRAWN = 40, 30, 20, 3, 2


@dataclass(frozen=True)
class SixtyOrganisations:
    """The programme, and the owner of each organisation that has begun, by label."""

    programme: RunningProgramme
    owners: dict[str, Respondent]
    invited: Respondent


@pytest.fixture(scope="module")
def sixty(app: Flask, questionnaire: Questionnaire) -> SixtyOrganisations:
    programme = creates_programme(app, "full")
    coordinator = programme.coordinator().opens(programme.address("invite"))
    part = '--x\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n'
    sent = part.format("csrf_token", "") + coordinator.token() + "\r\n"
    sent += part.format("file", '; filename="liste.csv"') + REPEATED + "\r\n--x--"
    coordinator.posts(sent.encode("utf-8"), content_type="multipart/form-data; boundary=x")
    links = programme.links(programme.coordinator())
    owners = {}
    for number, label in enumerate(LABELS[:BEGUN]):
        app.extensions["muster-limits"].forget()
        if number >= COMPLETE:
            owners[label] = begins_invited(app, links[label], f"Zyzzyva {number}")
            continue
        owner = Respondent(app.test_client()).uploads(_file(questionnaire, number)).completes()
        id = owner.id
        owners[label] = owner.opens(links[label]).sends({"choice": id})
        if number < SUBMITTED:
            submits(owner, ("scores", "levels")[number % 2])
        if number < REPLACED:
            submits(owner, "levels", texts=True)
        if SUBMITTED - WITHDRAWN <= number < SUBMITTED:
            owner.visits("submission/withdraw").sends({"sure": ["yes"]})
    return SixtyOrganisations(programme, owners, coordinator)


def _file(questionnaire: Questionnaire, number: int) -> bytes:
    answers = {
        each.id: build.an_answer((number + place) % 5, comment=f"Quokka {number}")
        for place, each in enumerate(questionnaire.questions_in("full"))
    }
    assessment = build.an_assessment(answers, organisation=f"Zyzzyva {number}", version=questionnaire.version)
    return assessment_json.write(replace(assessment, completed_on=build.TODAY), questionnaire)


def _state(number: int) -> str:
    if number < SUBMITTED - WITHDRAWN:
        return "Submitted"
    return "Completed" if number < COMPLETE else "Begun" if number < BEGUN else "Not begun"


EXPECTED = {label: _state(number) for number, label in enumerate(LABELS)}


def test_each_is_invited_once_and_what_is_left_out_is_named_by_line(sixty: SixtyOrganisations) -> None:
    assert "60 organisations are invited." in sixty.invited.text
    assert "Line 64 is left out" in sixty.invited.text
    assert "Line 65 is left out" in sixty.invited.text


def test_pages_and_files_tell_the_same_states(sixty: SixtyOrganisations) -> None:
    programme = sixty.programme
    client = programme.coordinator().client
    data = json.loads(client.get(programme.address("files/comparison.json")).data)
    rows = list(csv.DictReader(io.StringIO(client.get(programme.address("files/comparison.csv")).text[1:])))
    counted = Counter(EXPECTED.values())

    assert programme.states() == EXPECTED
    words = {"not_begun": "Not begun", "begun": "Begun", "complete": "Completed", "submitted": "Submitted"}
    assert {each["label"]: words[each["state"]] for each in data["organisations"]} == EXPECTED
    assert len(rows) == 60
    overview = programme.coordinator().text
    assert all(f"{state} {count}" in overview for state, count in counted.items())


def test_every_organisation_reads_on_its_page_the_state_that_the_coordinator_sees(
    sixty: SixtyOrganisations,
) -> None:
    for label, owner in sixty.owners.items():
        assert f"{EXPECTED[label]} (since" in owner.visits("submission").text


def test_the_report_and_the_table_name_those_that_submitted(sixty: SixtyOrganisations) -> None:
    programme = sixty.programme
    coordinator = programme.coordinator().opens(programme.address("side-by-side"))
    pdf = PdfReader(io.BytesIO(coordinator.client.get(programme.address("files/report.pdf")).data))
    text = "".join("".join(page.extract_text().split()) for page in pdf.pages)

    assert "Organisations 1 to 18 of 18" in coordinator.text
    numbered = [label for label in LABELS if label.startswith("Société")]
    for label in numbered:
        has_submitted = EXPECTED[label] == "Submitted"
        assert (label in coordinator.text) == has_submitted
        assert ("".join(label.split()) in text) == has_submitted


def test_comments_are_read_of_those_alone_that_sent_them(sixty: SixtyOrganisations) -> None:
    programme = sixty.programme
    data = json.loads(programme.coordinator().client.get(programme.address("files/comparison.json")).data)
    assert "Quokka" not in json.dumps(data)
    ids = _ids(sixty)
    for number in (0, 2, REPLACED, REPLACED + 1):
        page = programme.coordinator().opens(programme.address(f"organisations/{ids[LABELS[number]]}"))
        assert (f"Quokka {number}" in page.text) == (number < REPLACED)


def test_of_those_that_did_not_submit_states_and_days_alone_are_learnt(
    app: Flask, sixty: SixtyOrganisations
) -> None:
    """Every address of the programme is read, of every organisation: no name, comment or score of them."""
    programme, ids = sixty.programme, _ids(sixty)
    client = programme.coordinator().client
    prefix = "/<any(en, fr):language>/programme/<id>"
    rules = [
        rule.rule.removeprefix(prefix) for rule in app.url_map.iter_rules() if rule.rule.startswith(prefix)
    ]
    sent = b""
    for rule in rules:
        for id in ids.values() if "<invitation>" in rule else ("",):
            path = f"/en/programme/{programme.id}{rule}".replace("<invitation>", id)
            answer = client.get(path.replace("<int:part>", "1"))
            content = answer.data
            if answer.mimetype == "application/pdf":
                pages = PdfReader(io.BytesIO(content)).pages
                content = "".join(page.extract_text() for page in pages).encode()
            sent += content + str(answer.headers).encode()
    silent = [f"Zyzzyva {number}" for number in range(SUBMITTED - WITHDRAWN, BEGUN)]

    assert b"Zyzzyva 1<" in sent
    assert not [name for name in silent if f"{name}<".encode() in sent or f'{name}"'.encode() in sent]
    assert not [n for n in range(REPLACED, BEGUN) if f"Quokka {n}<".encode() in sent]
    assert all(owner.id.encode() not in sent for owner in sixty.owners.values())


def _ids(sixty: SixtyOrganisations) -> dict[str, str]:
    """Return the ids of the invitations by label."""
    programme = sixty.programme
    page = programme.coordinator().opens(programme.address("organisations")).page
    rows = page.query("tbody th")
    return {row.to_text().strip(): attributes(row)["id"].removeprefix("o-") for row in rows}
