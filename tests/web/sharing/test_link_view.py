"""What the page of a share link says before it opens anything, and the mail that brings it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from app.config import Config
from app.translations.dates import format_day
from tests.web.checks import words
from tests.web.respondent import Respondent
from tests.web.serving import serve

NAME = "Bella <b>trix</b>"


@pytest.fixture
def owner(respondent: Respondent) -> Respondent:
    return respondent.starts("full", NAME)


def shares(
    owner: Respondent, role: str, domains: str = "", *, named: bool = False, scores: bool = False
) -> str:
    """Make a link, and return the address that the page shows."""
    ticks = {"domains": list(domains), "scores": ["yes"] if scores else [], "shown": ["yes"] if named else []}
    owner.visits("sharing/new").sends({"name": "Legal", "role": role, **ticks})
    return "/" + words(owner.page.query("code")[1]).split("/", 3)[3]


@pytest.fixture
def guest(app: Flask) -> Respondent:
    return Respondent(app.test_client())


def test_the_organisation_is_not_named_unless_its_owner_ticks_it(
    owner: Respondent, guest: Respondent
) -> None:
    guest.opens(shares(owner, "contributor", "A"))

    assert words(guest.page.query("h1")[0]) == "You are asked to answer a part of an assessment"
    assert "Bella" not in guest.response.text
    assert "The owner of the assessment is not named here." in guest.text


@pytest.mark.parametrize(("role", "domains"), [("contributor", "A"), ("viewer", "")])
def test_the_organisation_is_named_before_anything_is_opened_if_its_owner_ticks_it(
    owner: Respondent, guest: Respondent, role: str, domains: str
) -> None:
    guest.opens(shares(owner, role, domains, named=True))

    assert words(guest.page.query("h1")[0]).startswith(NAME)
    assert "this service does not check it" in guest.text
    assert "<b>trix" not in guest.response.text
    assert guest.client.get(owner.address("A")).status_code == 404


def test_the_name_on_a_links_page_is_listed_for_its_owner(owner: Respondent) -> None:
    shares(owner, "contributor", "A")
    assert "Name shown on its page" not in owner.visits("sharing").text

    shares(owner, "contributor", "A", named=True)
    assert f"Name shown on its page {NAME}" in owner.visits("sharing").text


def test_an_assessment_without_a_name_offers_none(respondent: Respondent) -> None:
    respondent.starts("quick", "").visits("sharing/new")

    assert not respondent.page.query('input[name="shown"]')
    assert respondent.sends({"name": "Legal", "role": "viewer", "shown": ["yes"]}).status == 200


def test_a_contributor_reads_the_part_the_time_and_the_end(owner: Respondent, guest: Respondent) -> None:
    guest.opens(shares(owner, "contributor", "GA", scores=True))

    # Six questions and five, one minute each, rounded up to the next five minutes.
    assert "11 questions, about 15 minutes." in guest.text
    assert "These parts with their scores and their actions in the plan, and nothing else." in guest.text
    assert "Until an owner withdraws the link or deletes the assessment." in guest.text


def test_a_link_ends_with_the_assessment_that_nobody_changes(config: Config) -> None:
    with serve(replace(config, retention_days=10)) as app:
        path = shares(Respondent(app.test_client()).starts("quick"), "viewer")
        guest = Respondent(app.test_client()).opens(path)

    due = format_day(datetime.now(UTC).date() + timedelta(days=10), "en")
    assert f"If nobody changes the assessment before then, it will be deleted on {due}." in guest.text


def test_a_question_is_one_in_the_quick_check(respondent: Respondent, guest: Respondent) -> None:
    guest.opens(shares(respondent.starts("quick"), "contributor", "V"))

    assert "One question, about 5 minutes." in guest.text
    assert "This part without its score, and its actions in the plan, and nothing else." in guest.text


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("role", "domains"), [("contributor", "GA"), ("viewer", "")])
def test_the_mail_holds_the_address_and_the_part_in_the_readers_language(
    app: Flask, language: str, role: str, domains: str
) -> None:
    owner = Respondent(app.test_client(), language).starts("full", NAME)
    address = shares(owner, role, domains, named=True)

    mail = owner.page.query("textarea")[0].to_text(strip=False)

    assert mail.lstrip("\n").startswith("Subject: " if language == "en" else "Objet\u00a0: ")
    assert f"\n\nhttp://localhost{address}\n\n" in mail
    assert f"/l/{language}/" in address
    assert ("\n- G " in mail and "\n- A " in mail) == bool(domains)


def test_nothing_about_an_assessment_changes_when_a_links_page_is_read(
    owner: Respondent, guest: Respondent
) -> None:
    path = shares(owner, "contributor", "A", named=True)
    guest.opens(path)

    assert "Last used Not yet" in owner.visits("sharing").text


def test_a_contributor_finishes_and_its_owner_sees_it(owner: Respondent, guest: Respondent) -> None:
    path = shares(owner, "contributor", "A")
    guest.opens(path).sends({"idle": "60"}).answers("A", "save", A1="3")
    assert "You may close this page" in guest.text
    assert "Finished" not in owner.visits("sharing").text
    tasks = guest.path

    guest.sends(form="/finish")

    assert guest.path == "/en/finished"
    assert guest.client.get(tasks).status_code == 404
    assert "Finished" in owner.visits("sharing").text
    assert owner.stored("A1") == {"level": 3}


def test_who_finished_before_a_round_began_has_not_finished_it(owner: Respondent, guest: Respondent) -> None:
    guest.opens(shares(owner, "contributor", "A")).sends({"idle": "60"})
    guest.visits("finish").sends()
    owner.answers_all("2").completes()
    assert "Finished" in owner.visits("sharing").text

    owner.begins_round()

    assert "Finished" not in owner.visits("sharing").text


def test_the_end_belongs_to_contributors(owner: Respondent, guest: Respondent) -> None:
    assert owner.visits("finish").status == 403

    guest.opens(shares(owner, "contributor", "A")).sends({"idle": "60"})
    assert guest.visits("finish").text.count("Have you finished?") == 1
    assert guest.posts({"csrf_token": "forged"}).status == 422
    assert "Finished" not in owner.visits("sharing").text
