"""An assessment that was moved to a newer version of the questionnaire."""

from pathlib import Path

from tests.catalogue.mutations import MAIN, Mutation
from tests.questionnaire_versions import FIRST_VERSION, SECOND_VERSION, apply_mutations, lay_out
from tests.web.respondent import Respondent
from tests.web.versioned_service import (
    RestartedService,
    begin_assessment,
    sign_in_elsewhere,
    upgrade_to_newest,
)


def test_after_the_move_every_kept_answer_stands_on_its_page(behind: Respondent) -> None:
    upgrade_to_newest(behind)

    assert behind.path == behind.address("")
    exported = behind.exported()
    assert exported["questionnaire"] == {"id": "sound", "version": "1.1"}
    assert exported["answers"] == {
        "G1": {"level": 3, "evidence": "A photograph"},
        "H1": {"level": 2, "comment": "Lit by night"},
    }
    assert exported["opinions"] == {"O1": "fair", "O2": ["fog"]}
    assert exported["targets"] == {"H": 4, "G": 2}
    assert behind.visits("H").text_of("H1-comment") == "Lit by night"
    assert behind.selected("H1") == "2"
    assert "mole" in behind.text
    assert "jetty" not in behind.text
    assert behind.visits("G").text_of("G1-evidence") == "A photograph"
    assert behind.answers("K", "save", K1="1").stored("K1") == {"level": 1}
    assert behind.visits("check").text.index("Garden") < behind.text.index("Harbour")
    for page in ("results", "files/workbook.xlsx", "files/board.pdf", "sharing", "opinions", "targets"):
        assert behind.client.get(behind.address(page)).status_code == 200


def test_the_tasks_list_what_to_look_at_again_until_the_assessment_is_complete(behind: Respondent) -> None:
    upgrade_to_newest(behind)

    assert "Look at your answers again: G1 Hedge" in behind.visits("").text
    behind.answers("H", "save", H3="2")
    behind.answers("K", "save", K1="2")
    assert "Look at your answers again" in behind.visits("").text
    assert behind.completes().status == 200
    assert "Look at your answers again" not in behind.visits("").text


def test_the_move_stands_in_the_history(behind: Respondent) -> None:
    upgrade_to_newest(behind)

    assert "Version of the questionnaire: 1.0, 1.1" in behind.visits("history").text
    latest = behind.client.get(behind.address("files/history.json")).get_json()["changes"][0]
    assert (latest["part"], latest["questions"]) == ("questionnaire", ["1.0", "1.1"])


def test_a_complete_assessment_is_interim_after_a_move_that_changes_questions(behind: Respondent) -> None:
    assert behind.completes().status == 200
    behind.imports_itself()
    assert "until you complete it again" in behind.visits("version").text
    upgrade_to_newest(behind)

    assert "completed_on" not in behind.exported()


def test_a_page_that_was_open_before_the_move_loses_nothing_that_is_typed_into_it(behind: Respondent) -> None:
    typing = behind.visits("H").in_another_tab()
    upgrade_to_newest(behind)

    typing.sends(
        {"H1": "4", "H1-comment": "Later", "H2": "1", "H2-comment": "Only <i>here</i>", "action": "save"}
    )

    assert typing.status == 409
    assert typing.text_of("H1-comment") == "Later"
    assert "H2 Comment Only <i>here</i>" in typing.text
    assert "Lit by night" in typing.text
    assert behind.stored("H1") == {"level": 2, "comment": "Lit by night"}
    typing.sends({"action": "save"})
    assert typing.stored("H1") == {"level": 4, "comment": "Later"}


def test_what_is_typed_into_a_domain_that_is_gone_is_shown(behind: Respondent) -> None:
    newest = begin_assessment(behind.client.application)
    page = newest.visits("K")
    typed = {
        "csrf_token": page.token(),
        "version": "1",
        "K1": "2",
        "K1-comment": "Only here",
        "action": "save",
    }

    refused = behind.posts(typed, path=behind.address("K"))

    assert refused.status == 404
    assert "K1 Comment Only here" in refused.text


def test_everybody_works_on_under_the_newer_version(behind: Respondent) -> None:
    app = behind.client.application
    viewer = sign_in_elsewhere(app, behind.shares("viewer").code)
    contributor = sign_in_elsewhere(app, behind.shares("contributor", "H").code)
    upgrade_to_newest(behind)

    assert viewer.visits("results/domains").status == 200
    assert "Kitchen" in viewer.text
    assert contributor.answers("H", "save", H3="2").status == 200
    assert behind.stored("H3") == {"level": 2}
    assert contributor.visits("K").status == 403
    assert (
        viewer.client.get(viewer.address("files/assessment.json")).get_json()["questionnaire"]["version"]
        == "1.1"
    )


def test_a_domain_that_is_gone_takes_its_answers_along_only_with_consent(copy: RestartedService) -> None:
    with copy.started(SECOND_VERSION) as app:
        owner = begin_assessment(app).answers("K", "save", K1="2", K1_comment="Warm")
        owner.visits("targets").sends({"target-K": "4"})
        contributor = owner.shares("contributor", "K").code
    apply_mutations(
        lay_out(copy.folder, FIRST_VERSION) / FIRST_VERSION,
        [Mutation(MAIN, 'version = "1.0"', 'version = "1.2"')],
    )
    with copy.started(FIRST_VERSION, SECOND_VERSION) as app:
        again = sign_in_elsewhere(app, owner.known_code).visits("version")
        assert "K1 Stove 2 Defined Comment: Warm" in again.text
        assert "The target level of K Kitchen is dropped with its domain." in again.text
        assert "K Kitchen is no longer a domain." in again.text
        upgrade_to_newest(again)
        assert again.exported()["answers"] == {}
        assert "Answers: nothing that is still asked." in again.visits("sharing").text
        assert again.client.get(again.address("K")).status_code == 404
        guest = sign_in_elsewhere(app, contributor)
        assert guest.status == 200
        assert "no longer part of the questionnaire" in guest.text
        assert guest.client.get(guest.address("K")).status_code == 404


def test_after_the_upgrade_the_old_folder_is_not_needed(
    copy: RestartedService, behind: Respondent, tmp_path: Path
) -> None:
    upgrade_to_newest(behind)
    exported = behind.exported()
    (copy.folder / FIRST_VERSION).rename(tmp_path / "away")

    with copy.started(SECOND_VERSION) as app:
        again = sign_in_elsewhere(app, behind.known_code)

        assert again.status == 200
        assert again.exported() == exported
