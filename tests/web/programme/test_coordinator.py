from datetime import timedelta

from flask import Flask

from app.maturity import clock
from tests.web.checks import attributes, words
from tests.web.programme.coordinator import NAME, RunningProgramme
from tests.web.respondent import Respondent


def test_each_of_the_two_codes_opens_the_programme(programme: RunningProgramme) -> None:
    for number in (0, 1):
        coordinator = programme.coordinator(code=number)
        assert coordinator.path == programme.address()
        assert NAME in coordinator.text


def test_no_code_stands_in_an_address_or_on_a_page(programme: RunningProgramme) -> None:
    coordinator = programme.coordinator()

    assert programme.codes[0] not in coordinator.response.text
    assert "?" not in coordinator.response.request.full_path.rstrip("?")


def test_a_wrong_code_opens_nothing(app: Flask, programme: RunningProgramme) -> None:
    guest = Respondent(app.test_client()).opens("programme").sends({"code": "0" * 28})

    assert guest.status == 404
    assert guest.errors() == ["No programme has this code; check what you entered"]
    assert guest.opens(programme.address()).status == 404


def test_the_code_of_an_assessment_opens_no_programme_and_the_reverse(
    app: Flask, programme: RunningProgramme, respondent: Respondent
) -> None:
    code = respondent.starts().code

    assert Respondent(app.test_client()).opens("programme").sends({"code": code}).status == 404
    assert Respondent(app.test_client()).enters(programme.codes[0]).status == 404


def test_signing_out_closes_the_programme(programme: RunningProgramme) -> None:
    coordinator = programme.coordinator()
    coordinator.sends(form="/sign-out")

    assert coordinator.path == "/en/signed-out"
    assert coordinator.opens(programme.address()).status == 404


def test_a_list_typed_after_signing_out_is_kept_and_sent_with_the_code(programme: RunningProgramme) -> None:
    coordinator = programme.coordinator().opens(programme.address("invite"))
    coordinator.client.delete_cookie("muster")
    coordinator.sends({"labels": "Altaïr\nDeneb"})
    assert coordinator.status == 404
    assert "Altaïr" in coordinator.text

    coordinator.sends({"code": programme.codes[0]})

    assert coordinator.status == 200
    assert programme.states() == {"Altaïr": "Not begun", "Deneb": "Not begun"}


def test_invited_organisations_are_listed_with_their_state_and_day(programme: RunningProgramme) -> None:
    programme.invites("Deneb", "Altaïr", "Écully")
    coordinator = programme.coordinator().opens(programme.address("organisations"))

    rows = [words(row) for row in coordinator.page.query("tbody tr")]
    assert [row.split(" State")[0] for row in rows] == ["Altaïr", "Deneb", "Écully"]
    assert all("Not begun" in row for row in rows)


def test_every_fault_of_a_list_is_named_by_line_and_everything_typed_is_kept(
    programme: RunningProgramme,
) -> None:
    coordinator = programme.coordinator().opens(programme.address("invite"))
    typed = f"Deneb\n{'x' * 201}\n\n{'y' * 300}"
    coordinator.sends({"labels": typed})

    assert coordinator.status == 422
    assert [each[:7] for each in coordinator.errors()] == ["Line 2:", "Line 4:"]
    assert coordinator.text_of("labels").splitlines() == typed.splitlines()
    assert programme.states() == {}


def test_repeated_lines_are_left_out_and_named(programme: RunningProgramme) -> None:
    programme.invites("Deneb")
    coordinator = programme.coordinator().opens(programme.address("invite"))
    coordinator.sends({"labels": "deneb\nVega\n\nVega"})

    assert "One organisation is invited." in coordinator.text
    assert "Line 1 is left out" in coordinator.text
    assert "Line 4 is left out" in coordinator.text
    assert set(programme.states()) == {"Deneb", "Vega"}


def test_a_csv_file_with_a_heading_is_read(programme: RunningProgramme) -> None:
    coordinator = programme.coordinator().opens(programme.address("invite"))
    file = "organisation;city\r\n“Bételgeuse”;Lyon\r\nVega;Brest\r\n".encode("utf-8-sig")
    part = '--x\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n'
    token = part.format("csrf_token", "").encode() + coordinator.token().encode()
    sent = token + b"\r\n" + part.format("file", '; filename="list.csv"').encode() + file + b"\r\n--x--"
    coordinator.posts(sent, content_type="multipart/form-data; boundary=x")

    assert "2 organisations are invited." in coordinator.text
    assert set(programme.states()) == {"“Bételgeuse”", "Vega"}


def test_an_empty_list_is_refused(programme: RunningProgramme) -> None:
    coordinator = programme.coordinator().opens(programme.address("invite")).sends({"labels": "  "})

    assert coordinator.status == 422
    assert coordinator.errors() == ["Paste the organisations, one on each line, or choose a CSV file"]


def test_two_thousand_names_of_two_hundred_letters_are_invited_and_not_one_more(
    programme: RunningProgramme,
) -> None:
    labels = [f"{number:04} {'é' * 195}" for number in range(2000)]
    programme.invites(*labels)
    assert len(programme.states()) == 2000

    coordinator = programme.coordinator().opens(programme.address("invite")).sends({"labels": "One more"})

    assert coordinator.status == 422
    assert coordinator.text_of("labels").strip() == "One more"
    assert coordinator.opens(programme.address("organisations?page=20")).status == 200
    assert "Organisations 1,901 to 2,000 of 2,000" in coordinator.text


def test_the_list_is_filtered_by_state_and_letter_and_names_no_label_in_its_address(
    programme: RunningProgramme,
) -> None:
    programme.invites("Altaïr", "Écully", "Eridanus")
    coordinator = programme.coordinator().opens(programme.address("organisations?initial=E"))
    assert "Organisations 1 to 2 of 2" in coordinator.text

    coordinator.opens(programme.address("organisations?initial=A"))
    assert "One organisation Show all" in coordinator.text

    coordinator.opens(programme.address("organisations?initial=E&state=submitted"))

    assert "No organisation matches your choices." in coordinator.text
    coordinator.opens(programme.address("organisations?initial=%3Cb%3E&state=nonsense&page=x"))
    assert "Organisations 1 to 3 of 3" in coordinator.text


def test_a_withdrawn_invitation_opens_nothing(app: Flask, programme: RunningProgramme) -> None:
    link = programme.invites("Deneb")["Deneb"]
    coordinator = programme.coordinator().opens(programme.address("organisations"))
    [address] = [attributes(each)["href"] for each in coordinator.page.query("tbody a")]
    assert coordinator.opens(address).sends().status == 422
    assert programme.states() == {"Deneb": "Not begun"}

    coordinator.sends({"sure": ["yes"]})

    assert "The invitation is withdrawn." in coordinator.text
    assert programme.states() == {}
    guest = Respondent(app.test_client()).opens(link)
    assert guest.status == 404
    assert "opens nothing" in guest.text


def test_a_programme_is_closed_and_opened_again(app: Flask, programme: RunningProgramme) -> None:
    link = programme.invites("Deneb")["Deneb"]
    coordinator = programme.coordinator().opens(programme.address("closing")).sends({"outcome": "close"})
    assert "The programme is closed." in coordinator.text
    guest = Respondent(app.test_client()).opens(link)
    assert "can no longer be accepted" in guest.text
    assert not guest.page.query('input[name="choice"]')
    refused = coordinator.opens(programme.address("invite")).sends({"labels": "Vega"})
    assert refused.status == 422

    day = clock.utc_day(clock.utc_now()) + timedelta(days=10)
    coordinator.opens(programme.address("closing"))
    coordinator.sends({"outcome": "extend", "day": f"{day.day} {day.month} {day.year}"})

    assert "The programme is open until the end of" in coordinator.text
    assert guest.opens(link).page.query('input[name="choice"]')


def test_a_past_or_unreadable_last_day_is_refused_and_kept(programme: RunningProgramme) -> None:
    coordinator = programme.coordinator().opens(programme.address("closing"))
    for typed in ("soon", "1 1 2020"):
        coordinator.sends({"outcome": "extend", "day": typed})
        assert coordinator.status == 422
        assert coordinator.text_of("day") == typed


def test_without_an_organisation_to_remind_the_reminder_says_so(programme: RunningProgramme) -> None:
    coordinator = programme.coordinator()

    assert "There is no organisation to remind." in coordinator.opens(programme.address("reminder")).text


def test_the_reminder_names_no_organisation_and_holds_no_link(programme: RunningProgramme) -> None:
    programme.invites("Deneb")
    coordinator = programme.coordinator().opens(programme.address("reminder"))

    mail = words(coordinator.page.query("#mail")[0])
    assert NAME in mail
    assert "Deneb" not in mail
    assert "/i/" not in mail
