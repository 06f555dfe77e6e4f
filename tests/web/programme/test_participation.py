import json

from flask import Flask

from tests.web.checks import attributes
from tests.web.programme.coordinator import (
    CONTACT,
    NAME,
    RunningProgramme,
    begins_invited,
    creates_programme,
)
from tests.web.respondent import Respondent


def test_the_page_of_an_invitation_says_who_asks_for_what_and_what_would_be_seen(
    app: Flask, programme: RunningProgramme, link: str
) -> None:
    guest = Respondent(app.test_client()).opens(link)

    assert NAME in guest.text
    assert CONTACT in guest.text
    assert "Quick check" in guest.text
    assert "not begun, begun, completed, submitted, left" in guest.text
    assert programme.states() == {"Deneb": "Not begun"}


def _chosen(page: Respondent) -> list[str]:
    radios = map(attributes, page.page.query('input[name="choice"]'))
    return [each["value"] for each in radios if "checked" in each]


def test_the_only_choice_is_made_already(app: Flask, link: str, respondent: Respondent) -> None:
    assert _chosen(Respondent(app.test_client()).opens(link)) == ["new"]
    respondent.starts("full", "Other variant").opens(link)
    assert _chosen(respondent) == ["new"]
    respondent.starts("quick", "Zyzzyva").opens(link)

    assert _chosen(respondent) == []


def test_a_scanner_that_follows_the_link_changes_nothing(
    app: Flask, programme: RunningProgramme, link: str
) -> None:
    for _ in range(3):
        assert app.test_client().get(link).status_code == 200
        assert app.test_client().head(link).status_code == 200

    assert programme.states() == {"Deneb": "Not begun"}
    assert begins_invited(app, link).status == 200


def test_an_assessment_begins_with_an_invitation(
    programme: RunningProgramme, organisation: Respondent
) -> None:
    assert organisation.code
    assert "You have accepted the invitation." in organisation.text
    assert programme.states() == {"Deneb": "Begun"}
    assert "Begun (since" in organisation.visits("submission").text


def test_an_invitation_is_accepted_for_an_assessment_that_is_open(
    programme: RunningProgramme, link: str, respondent: Respondent
) -> None:
    respondent.starts("quick", "Zyzzyva").answers_all().completes()
    respondent.opens(link)
    assert "My assessment “Zyzzyva”" in respondent.text
    [own] = [
        attributes(radio)["value"]
        for radio in respondent.page.query('input[name="choice"]')
        if attributes(radio)["value"] != "new"
    ]

    respondent.sends({"choice": own})

    assert respondent.path.endswith("/submission")
    assert programme.states() == {"Deneb": "Completed"}
    assert "has accepted this invitation" in respondent.opens(link).text


def test_a_used_invitation_says_so_and_changes_nothing(
    app: Flask, programme: RunningProgramme, link: str, organisation: Respondent
) -> None:
    guest = Respondent(app.test_client()).opens(link)

    assert "has been used" in guest.text
    assert "Zyzzyva" not in guest.text
    assert not guest.page.query('input[name="choice"]')
    assert programme.states() == {"Deneb": "Begun"}


def test_an_invitation_used_or_closed_meanwhile_keeps_what_was_typed(
    app: Flask, programme: RunningProgramme, link: str
) -> None:
    late = Respondent(app.test_client()).opens(link).sends({"choice": "new"})
    begins_invited(app, link)
    profile = {
        **{"organisation": "Quokka", "organisation_type": "supplier", "size_band": "50_249"},
        "region": "europe",
    }
    late.sends(profile)

    assert late.status == 422
    assert "has been used" in late.errors()[0]
    assert late.text_of("organisation") == "Quokka"
    late.sends({"without": "yes", "variant": "full"})
    assert late.code
    assert "takes part in no programme" in late.visits("submission").text


def test_a_programme_that_closed_meanwhile_refuses_the_choice(
    app: Flask, programme: RunningProgramme, link: str, respondent: Respondent
) -> None:
    respondent.starts("quick").opens(link)
    own = _own_choice(respondent)
    programme.coordinator().opens(programme.address("closing")).sends({"outcome": "close"})

    respondent.sends({"choice": own})

    assert respondent.status == 422
    assert "The programme is closed." in respondent.errors()[0]
    assert programme.states() == {"Deneb": "Not begun"}


def test_another_variant_cannot_take_part_and_the_page_says_why(
    programme: RunningProgramme, link: str, respondent: Respondent
) -> None:
    respondent.starts("full", "Zyzzyva").opens(link)
    assert "“Zyzzyva” cannot take part." in respondent.text
    id = next(iter(_open_ids(respondent)))

    respondent.sends({"choice": id})

    assert respondent.status == 422
    assert programme.states() == {"Deneb": "Not begun"}


def test_an_assessment_takes_part_in_one_programme_at_a_time(
    app: Flask, programme: RunningProgramme, organisation: Respondent
) -> None:
    other = creates_programme(app).invites("Vega")["Vega"]

    assert "It already takes part in a programme." in organisation.opens(other).text


def test_an_unknown_invitation_opens_nothing(respondent: Respondent) -> None:
    assert respondent.opens("/i/en/0000-0000-0000-0000-0000-0000-0000").status == 404
    assert "opens nothing" in respondent.text


def _own_choice(person: Respondent) -> str:
    values = [attributes(radio)["value"] for radio in person.page.query('input[name="choice"]')]
    return next(value for value in values if value != "new")


def _open_ids(person: Respondent) -> dict[str, str]:
    app = person.client.application
    with person.client.session_transaction() as session:
        assert app is not None
        found: dict[str, str] = json.loads(json.dumps(session["open"]))
        return found
