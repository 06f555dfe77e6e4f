"""What no address shows to a role: comments, other domains, the organisation, names of links."""

from io import BytesIO
from zipfile import ZipFile, is_zipfile

import pytest
from flask import Flask
from pypdf import PdfReader

from tests.web.people_by_role import (
    CONTRIBUTOR,
    LETTER,
    OTHER_VOICE,
    OWN,
    OWNER,
    RESULTS_VIEWER,
    VOICE,
    asks,
    open_people,
    path_of,
)
from tests.web.respondent import Respondent
from tests.web.voices.colleagues import answers as voice_answers
from tests.web.voices.colleagues import invites


@pytest.fixture(scope="module")
def people(app: Flask) -> dict[str, Respondent]:
    return open_people(app)


@pytest.fixture(scope="module")
def id(people: dict[str, Respondent]) -> str:
    return people[OWNER].path.split("/")[3]


@pytest.mark.parametrize("letter", "GISPCELV")
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_contributor_gets_into_no_other_domain(
    people: dict[str, Respondent], id: str, letter: str, method: str
) -> None:
    before = people[OWNER].exported()

    assert asks(people[CONTRIBUTOR], method, path_of(LETTER, id, letter)) == 403
    assert people[OWNER].exported() == before


def test_a_viewer_of_results_receives_no_comment_from_any_address(
    app: Flask, people: dict[str, Respondent], id: str
) -> None:
    people[OWNER].answers("G", "save", G1_comment="Quokka of now")
    assert people[OWNER].stored("G1")["comment"] == "Quokka of now"
    viewer, sent = people[RESULTS_VIEWER].client, b""
    rules = [rule.rule for rule in app.url_map.iter_rules() if rule.rule.startswith(OWN)]
    for path in sorted({path_of(rule, id, letter) for rule in rules for letter in "GIASPCELV"}):
        answer = viewer.get(path, follow_redirects=True)
        sent += answer.data + str(answer.headers).encode()
        if is_zipfile(BytesIO(answer.data)):
            with ZipFile(BytesIO(answer.data)) as file:
                sent += b"".join(file.read(part) for part in file.namelist())
        if answer.mimetype == "application/pdf":
            pdf = PdfReader(BytesIO(answer.data))
            assert not pdf.attachments
            sent += "".join(page.extract_text() for page in pdf.pages).encode()

    assert b"Recommendations" in sent
    assert b"Quokka" not in sent
    assert b"Numbat" not in sent
    assert b"Dugong" not in sent


def test_a_contributor_receives_nothing_of_another_domain_the_organisation_or_a_link(
    app: Flask, people: dict[str, Respondent], id: str
) -> None:
    contributor = people[CONTRIBUTOR]
    paths = {
        path_of(rule.rule, id, letter)
        for rule in app.url_map.iter_rules()
        for letter in "GIASPCELV"
        if rule.rule.startswith(OWN)
    }
    token, sent = Respondent(contributor.client).opens("code").token(), b""
    for path in sorted(paths):
        answer = contributor.client.get(path)
        sent += answer.data + str(answer.headers).encode()
        data = {"csrf_token": token, "version": "0", "action": "continue"}
        answer = contributor.client.post(path, data=data)
        sent += answer.data + str(answer.headers).encode()

    assert b"Quokka of A" in sent
    secret_words = [*(f"Quokka of {letter}" for letter in "GISPCELV"), "Zyzzyva", "Numbat", "Dugong"]
    assert not [words for words in secret_words if words.encode() in sent]


@pytest.mark.parametrize(("own", "other"), [(VOICE, OTHER_VOICE), (OTHER_VOICE, VOICE)])
def test_a_voice_receives_its_own_answers_from_every_address_and_nothing_else_that_anybody_typed(
    app: Flask, people: dict[str, Respondent], id: str, own: str, other: str
) -> None:
    voice = people[own]
    token, sent = Respondent(voice.client).opens("code").token(), b""
    rules = [rule.rule for rule in app.url_map.iter_rules() if rule.rule.startswith(OWN)]
    for path in sorted({path_of(rule, id, letter) for rule in rules for letter in "GIASPCELV"}):
        for answer in (
            voice.client.get(path, follow_redirects=True),
            voice.client.get(path.replace("/en/", "/fr/", 1), follow_redirects=True),
            voice.client.post(path, data={"csrf_token": token, "version": "0", "action": "continue"}),
        ):
            sent += answer.data + str(answer.headers).encode()

    assert f"Dugong of {own}<".encode() in sent
    secret_words = (f"Dugong of {other}", f"{own} then", "Quokka", "Zyzzyva", "Numbat", "Human resources")
    own_role = "Legal" if own == VOICE else "Human resources"
    assert own_role.encode() in sent
    assert not [words for words in secret_words if words != own_role and words.encode() in sent]


def test_everything_that_a_voice_is_refused_looks_the_same_whether_another_voice_answered_or_not(
    app: Flask, people: dict[str, Respondent], id: str
) -> None:
    """A status or a length that differed would tell what others do."""
    voice, owner = people[VOICE], people[OWNER]
    rules = [rule.rule for rule in app.url_map.iter_rules() if rule.rule.startswith(OWN)]
    paths = sorted({path_of(rule, id) for rule in rules})

    def seen() -> list[tuple[int, int]]:
        answers = [voice.client.get(path) for path in paths]
        return [(answer.status_code, len(answer.data)) for answer in answers]

    before = seen()
    owner.visits("voices").sends({"action": "close"})
    owner.visits("voices").sends({"action": "reopen"})
    third = invites(app, owner, "finance", "A")
    voice_answers(third, "A", A1="0", A1_comment="Dugong of a third")

    assert seen() == before
