"""A running assessment stays on the version of the questionnaire that it began with."""

import re
import shutil
from pathlib import Path

import pytest

from tests.questionnaire_versions import FIRST_VERSION, SECOND_VERSION
from tests.web.respondent import Respondent
from tests.web.versioned_service import RestartedService, begin_assessment, sign_in_elsewhere

# What differs between two fetches of the same page.
OWN = re.compile(rb'(?<=name="csrf_token" value=")[^"]+')
OFFERING = ("", "code")
PAGES = (
    *OFFERING,
    *("H", "G", "opinions", "check", "results", "targets", "profile", "sharing", "sharing/new"),
    *("history", "delete", "files/assessment.json", "files/plan.ics", "files/board.pdf"),
)


def answers(person: Respondent) -> None:
    person.answers("H", "save", H1="2", H2="not_applicable", H2_comment="No water at all")
    person.answers("G", "save", G1="3", G1_evidence="A photograph")


def pages(person: Respondent, names: tuple[str, ...] = PAGES) -> dict[str, bytes]:
    return {name: OWN.sub(b"", person.client.get(person.address(name)).data) for name in names}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_restart_with_a_newer_version_leaves_every_page_as_it_was(
    copy: RestartedService, language: str
) -> None:
    with copy.started(FIRST_VERSION) as app:
        owner = begin_assessment(app, language)
        answers(owner)
        before = pages(owner)
    with copy.started(FIRST_VERSION, SECOND_VERSION) as app:
        again = sign_in_elsewhere(app, owner.known_code, language)
        after = pages(again)

    for name in PAGES[len(OFFERING) :]:
        assert after[name] == before[name], name


def test_an_assessment_begins_with_the_newest_version(copy: RestartedService) -> None:
    with copy.started(FIRST_VERSION, SECOND_VERSION) as app:
        exported = begin_assessment(app).exported()

    assert exported["questionnaire"] == {"id": "sound", "version": "1.1"}


def test_two_assessments_of_two_versions_are_each_asked_and_saved_by_their_own(
    copy: RestartedService,
) -> None:
    with copy.started(FIRST_VERSION) as app:
        old = begin_assessment(app).known_code
    with copy.started(FIRST_VERSION, SECOND_VERSION) as app:
        new, old_one = begin_assessment(app), sign_in_elsewhere(app, old)
        for person, reads, not_read in (
            (new, "Most of us cut the hedge.", "Most of us keep the hedge."),
            (old_one, "Most of us keep the hedge.", "Most of us cut the hedge."),
            (new, "Most of us cut the hedge.", "Most of us keep the hedge."),
        ):
            text = person.visits("G").text
            assert reads in text
            assert not_read not in text
        assert old_one.answers("H", "save", H2="3").stored("H2") == {"level": 3}
        assert new.visits("H").sends({"H2": "3", "action": "save"}).status == 422
        assert new.visits("K").status == 200
        assert old_one.visits("K").status == 404


def test_a_file_of_an_older_version_begins_on_that_version(copy: RestartedService) -> None:
    with copy.started(FIRST_VERSION) as app:
        owner = begin_assessment(app)
        answers(owner)
        file = owner.client.get(owner.address("files/assessment.json")).data
    with copy.started(FIRST_VERSION, SECOND_VERSION) as app:
        imported = Respondent(app.test_client()).uploads(file)
        assert imported.client.get(imported.address("files/assessment.json")).data == file
        assert "Lighthouse" in imported.visits("check").text


def test_a_file_of_a_version_without_a_folder_is_refused_with_the_version(copy: RestartedService) -> None:
    with copy.started(FIRST_VERSION) as app:
        owner = begin_assessment(app)
        file = owner.client.get(owner.address("files/assessment.json")).data
    with copy.started(FIRST_VERSION, SECOND_VERSION) as app:
        refused = Respondent(app.test_client()).uploads(file.replace(b'"1.0"', b'"0.9"'))

    sentence = 'questionnaire.version is "0.9"; this service has these versions: 1.0, 1.1.'
    assert (refused.status, refused.errors()) == (422, [sentence])


def test_without_its_version_an_assessment_says_so_and_loses_nothing(
    copy: RestartedService, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with copy.started(FIRST_VERSION) as app:
        owner = begin_assessment(app)
        answers(owner)
        before = pages(owner)
        token = owner.visits("H").token()
    shutil.move(copy.folder / FIRST_VERSION, tmp_path / "away")
    with copy.started(SECOND_VERSION) as app:
        message = "Assessments that cannot be opened while the folder of sound 1.0 is missing: 1."
        assert message in caplog.messages
        lost = sign_in_elsewhere(app, owner.known_code)
        for name in PAGES:
            lost.visits(name)
            assert lost.status == (200 if name in ("code", "delete") else 503), name
            assert name in ("code", "delete") or "sound 1.0" in lost.text
        lost.visits("code")
        typed = {"csrf_token": token, "version": "2", "H1": "4", "H1-comment": "Written <b>now</b>"}
        lost.posts(typed, path=lost.address("H"))
        assert lost.status == 503
        assert "Written <b>now</b>" in lost.text
        assert begin_assessment(app).visits("K").status == 200
    shutil.move(tmp_path / "away", copy.folder / FIRST_VERSION)
    with copy.started(FIRST_VERSION, SECOND_VERSION) as app:
        found = sign_in_elsewhere(app, owner.known_code)
        assert pages(found, PAGES[len(OFFERING) :]) == {name: before[name] for name in PAGES[len(OFFERING) :]}


def test_the_page_of_a_missing_version_is_in_the_readers_language(
    copy: RestartedService, tmp_path: Path
) -> None:
    with copy.started(FIRST_VERSION) as app:
        owner = begin_assessment(app)
    shutil.move(copy.folder / FIRST_VERSION, tmp_path / "away")
    with copy.started(SECOND_VERSION) as app:
        lost = sign_in_elsewhere(app, owner.known_code, "fr")

    assert lost.status == 503
    assert "Le questionnaire de cette évaluation est absent" in lost.text


def test_readiness_names_every_version(copy: RestartedService) -> None:
    with copy.started(FIRST_VERSION, SECOND_VERSION) as app:
        ready = app.test_client().get("/readyz").get_json()

    assert ready["questionnaire"] == "sound 1.0, sound 1.1"
