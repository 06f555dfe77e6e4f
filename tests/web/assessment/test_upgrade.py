"""The offer to move an assessment to a newer version of the questionnaire."""

from pathlib import Path

from tests.catalogue.mutations import MAIN, Mutation
from tests.questionnaire_versions import FIRST_VERSION, apply_mutations, lay_out
from tests.storage.stored_assessment import SavedAssessment, Store
from tests.web.programme_member import joins
from tests.web.pulse import colleague
from tests.web.respondent import Respondent
from tests.web.versioned_service import (
    RestartedService,
    begin_assessment,
    sign_in_elsewhere,
    upgrade_to_newest,
)


def test_the_task_list_offers_the_newer_version_to_owners_alone(behind: Respondent) -> None:
    offer = "There is a newer version, 1.1"

    assert offer in behind.visits("").text
    for role, domains in (("viewer", ""), ("contributor", "G")):
        code = behind.shares(role, domains).code
        other = sign_in_elsewhere(behind.client.application, code)
        assert offer not in other.text
        assert other.visits("version").status == 403


def test_an_assessment_of_the_newest_version_is_offered_nothing(behind: Respondent) -> None:
    newest = begin_assessment(behind.client.application)

    assert "newer version" not in newest.visits("").text
    assert newest.visits("version").path == newest.address("")


def test_a_file_of_an_older_version_says_so_and_offers_the_newer(behind: Respondent) -> None:
    file = behind.client.get(behind.address("files/assessment.json")).data

    imported = Respondent(behind.client.application.test_client()).uploads(file)

    assert imported.path.endswith("/code")
    assert "This assessment follows version 1.0 of the questionnaire and stays on it." in imported.text
    assert "There is a newer version, 1.1" in imported.visits("").text


def test_the_offer_shows_what_changes(behind: Respondent) -> None:
    text = behind.visits("version").text

    for sentence in (
        "K1 Do you keep the stove?",
        "H3 Do you keep the mole?",
        "H2 Do you keep the jetty?",
        "2 Defined Version 1.0 Most of us keep the hedge. Version 1.1 Most of us cut the hedge.",
        "Not applicable Version 1.0 Not allowed Version 1.1 No hedge.",
        "G1 Hedge becomes a must-have.",
        "The survey’s finding “Fear of fog” weighs: 40 of 100; before: 33 of 100.",
        "K Kitchen is a new domain",
        "asked differently: O1.",
    ):
        assert sentence in text, sentence


def test_the_offer_warns_an_organisation_of_a_programme_that_takes_this_version_only(
    behind: Respondent,
) -> None:
    warning = "uses version 1.0. After this change, no round that you complete can be submitted to it."
    assert warning not in behind.visits("version").text
    services = behind.client.application.extensions["muster"]
    followed = next(each for each in services.versions.known if each.version == "1.0")
    store = Store(services.engine, services.vault, followed, services.clock())

    joins(SavedAssessment(store, behind.id, behind.known_code), "full")

    assert warning in behind.visits("version").text


def test_the_offer_is_in_french_too(behind: Respondent) -> None:
    page = sign_in_elsewhere(behind.client.application, behind.known_code, "fr").visits("version")

    assert (
        "Version 1.0 La plupart entretiennent la haie. Version 1.1 La plupart taillent la haie." in page.text
    )
    assert "Most of us" not in page.text


def test_the_offer_shows_what_happens_to_every_answer(behind: Respondent) -> None:
    text = behind.visits("version").text

    assert "Kept as they are: 1." in text
    assert "because the wording of their question changed: G1." in text
    assert "Dropped, because their question no longer exists: 1." in text
    assert "H2 Jetty 3 Applied Comment: Stone, <b>1912</b>" in text
    assert "assessment.json" in text


def test_what_is_dropped_needs_a_tick(behind: Respondent) -> None:
    before = behind.exported()

    behind.visits("version").sends()

    assert (behind.status, behind.errors()) == (422, ["Tick the box if what is named above may be dropped"])
    assert behind.exported() == before


def test_an_answer_that_came_after_the_offer_was_shown_is_not_dropped_unseen(behind: Respondent) -> None:
    offer = behind.visits("version").in_another_tab()
    behind.answers("H", "save", H2_comment="Rebuilt")

    offer.sends({"sure": "yes"})

    assert offer.status == 409
    assert "Rebuilt" in offer.text
    assert behind.exported()["questionnaire"]["version"] == "1.0"
    offer.sends({"sure": "yes"})
    assert behind.exported()["questionnaire"]["version"] == "1.1"


def test_an_offer_of_another_version_than_the_newest_is_shown_again(behind: Respondent) -> None:
    assert behind.visits("version").sends({"sure": "yes", "to": "1.2"}).status == 409


def test_pressing_twice_moves_once(behind: Respondent) -> None:
    offer = behind.visits("version").in_another_tab()
    upgrade_to_newest(behind)

    offer.sends({"sure": "yes"})

    assert (offer.status, offer.path) == (200, behind.address(""))
    assert behind.visits("history").text.count("1.0, 1.1") == 1


def test_a_forged_move_moves_nothing(behind: Respondent) -> None:
    behind.visits("version").sends({"sure": "yes"}, without=("csrf_token",))

    assert behind.status == 422
    assert behind.exported()["questionnaire"]["version"] == "1.0"


def test_no_move_while_colleagues_are_asked_opinion_questions_that_it_changes(behind: Respondent) -> None:
    colleague.open_pulse(behind)

    upgrade_to_newest(behind)

    sentence = "Close the staff pulse first: it asks opinion questions that would change"
    assert (behind.status, behind.errors()) == (422, [sentence])
    assert behind.exported()["questionnaire"]["version"] == "1.0"
    colleague.close_pulse(behind)
    assert upgrade_to_newest(behind).exported()["questionnaire"]["version"] == "1.1"


def test_a_pulse_whose_questions_stay_as_they_are_hinders_no_move(
    copy: RestartedService, tmp_path: Path
) -> None:
    with copy.started(FIRST_VERSION) as app:
        owner = begin_assessment(app)
        colleague.open_pulse(owner)
    newer = lay_out(tmp_path, FIRST_VERSION) / FIRST_VERSION
    apply_mutations(newer, [Mutation(MAIN, 'version = "1.0"', 'version = "1.1"')])
    newer.rename(copy.folder / "newer")

    with copy.started(FIRST_VERSION) as app:
        again = upgrade_to_newest(sign_in_elsewhere(app, owner.known_code))

        assert again.exported()["questionnaire"]["version"] == "1.1"
        assert "The pulse is open" in again.visits("pulse").text
