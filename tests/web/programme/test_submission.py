import pytest

from tests.web.checks import attributes, words
from tests.web.programme.coordinator import NAME, RunningProgramme, submits
from tests.web.respondent import Respondent


def test_nothing_can_be_submitted_before_a_round_is_complete(organisation: Respondent) -> None:
    assert organisation.visits("submission/preview").path.endswith("/submission")
    assert "You can submit a completed round that uses the questionnaire named above." in organisation.text


@pytest.mark.parametrize("depth", ["scores", "levels"])
def test_the_coordinator_reads_exactly_what_the_preview_showed(
    programme: RunningProgramme, completed: Respondent, depth: str
) -> None:
    completed.visits(f"submission/preview?depth={depth}")
    shown = _lists(completed)
    submits(completed, depth)
    assert completed.path.endswith("/submission")
    assert programme.states() == {"Deneb": "Submitted"}

    coordinator = programme.coordinator().opens(programme.address("organisations"))
    address = next(attributes(each)["href"] for each in coordinator.page.query("tbody a"))
    assert _lists(coordinator.opens(address)) == shown


def test_comments_leave_only_with_their_own_tick(
    programme: RunningProgramme, organisation: Respondent
) -> None:
    organisation.answers_all("3").answers("G", G1_comment="Quokka comment").completes()
    organisation.visits("submission/preview?depth=levels")
    assert "Quokka comment" not in organisation.text
    organisation.visits("submission/preview?depth=levels&texts=yes")
    assert "Quokka comment" in organisation.text
    organisation.sends({"agree": ["yes"]}, form="/submit")
    assert organisation.status == 422
    assert programme.states() == {"Deneb": "Completed"}

    organisation.sends({"agree_texts": ["yes"]}, form="/submit")

    assert programme.states() == {"Deneb": "Submitted"}
    coordinator = programme.coordinator().opens(programme.address("organisations"))
    address = next(attributes(each)["href"] for each in coordinator.page.query("tbody a"))
    assert "Quokka comment" in coordinator.opens(address).text


def test_without_the_tick_nothing_is_sent(programme: RunningProgramme, completed: Respondent) -> None:
    completed.visits("submission/preview").sends(form="/submit")

    assert completed.status == 422
    assert completed.errors() == ["Tick the box if you agree to submit this"]
    assert programme.states() == {"Deneb": "Completed"}


def test_a_preview_that_is_no_longer_true_is_shown_again(
    programme: RunningProgramme, completed: Respondent
) -> None:
    completed.visits("submission/preview").sends({"agree": ["yes"], "shown": "0" * 64}, form="/submit")

    assert completed.status == 422
    assert "has changed since" in completed.errors()[0]
    assert programme.states() == {"Deneb": "Completed"}


def test_a_submission_is_replaced_and_withdrawn(programme: RunningProgramme, completed: Respondent) -> None:
    submits(completed)
    assert "This replaces what you submitted" in completed.visits("submission/preview?depth=levels").text
    submits(completed, "levels")
    assert "Scores and answers." in completed.visits("submission").text

    completed.visits("submission/withdraw").sends()
    assert completed.status == 422
    completed.sends({"sure": ["yes"]})

    assert programme.states() == {"Deneb": "Completed"}
    assert "is deleted from the programme" in completed.text
    assert (
        "Nothing has been submitted yet."
        in programme.coordinator().opens(programme.address("side-by-side")).text
    )


def test_leaving_deletes_what_was_submitted_and_shows_left(
    programme: RunningProgramme, completed: Respondent
) -> None:
    submits(completed)
    completed.visits("submission/leave").sends({"sure": ["yes"]})

    assert "takes part in no programme" in completed.text
    assert programme.states() == {"Deneb": "Left"}


def test_after_closing_nothing_is_submitted_and_leaving_is_possible(
    programme: RunningProgramme, completed: Respondent
) -> None:
    submits(completed)
    completed.visits("submission/preview")
    programme.coordinator().opens(programme.address("closing")).sends({"outcome": "close"})
    completed.sends({"agree": ["yes"]}, form="/submit")
    assert completed.status == 422
    assert "The programme is closed." in completed.errors()[0]
    completed.visits("submission/withdraw").sends({"sure": ["yes"]})
    assert completed.status == 422
    assert "If you leave the programme, it is deleted." in completed.visits("submission").text

    completed.visits("submission/leave").sends({"sure": ["yes"]})

    assert programme.states() == {"Deneb": "Left"}


def test_a_withdrawn_invitation_is_told_to_the_organisation(
    programme: RunningProgramme, organisation: Respondent
) -> None:
    coordinator = programme.coordinator().opens(programme.address("organisations"))
    address = next(attributes(each)["href"] for each in coordinator.page.query("tbody a"))
    coordinator.opens(address).sends({"sure": ["yes"]})

    assert "The coordinator has withdrawn your invitation" in organisation.visits("submission").text


def test_the_receipt_is_a_text_file(completed: Respondent) -> None:
    submits(completed, "levels")
    text = completed.client.get(completed.address("submission/receipt.txt")).text

    assert NAME in text
    assert "Round 1, submitted on" in text


def test_a_later_round_is_kept_beside_the_earlier_and_its_change_is_shown(
    programme: RunningProgramme, completed: Respondent
) -> None:
    submits(completed, "levels")
    completed.begins_confirmed_round().answers("G", G1="4").completes()
    submits(completed, "levels")
    text = completed.visits("submission").text
    assert "Round 1, submitted on" in text
    assert "Round 2, submitted on" in text

    coordinator = programme.coordinator().opens(programme.address("side-by-side"))
    assert "+1" in coordinator.text
    address = next(attributes(each)["href"] for each in coordinator.page.query("tbody a"))
    assert "Since the round of" in coordinator.opens(address).text


def _lists(person: Respondent) -> list[str]:
    """Return what the page lists of a submission, and its table."""
    main = person.page.query("main")[0]
    return [words(each) for each in (*main.query("dl"), *main.query("table"))]
