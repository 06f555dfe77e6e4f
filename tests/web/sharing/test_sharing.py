"""Links are made, used and withdrawn in the browser."""

import pytest
from flask import Flask

from tests.web.checks import attributes, words
from tests.web.respondent import Respondent


@pytest.fixture
def owner(respondent: Respondent) -> Respondent:
    return respondent.starts("quick", "Bellatrix").answers("G", "save", G1="2").answers("A", "save", A1="3")


@pytest.fixture
def guest(app: Flask) -> Respondent:
    return Respondent(app.test_client())


def address(owner: Respondent) -> str:
    """Return the share address that the page shows."""
    return "/" + words(owner.page.query("code")[1]).split("/", 3)[3]


def withdraws(owner: Respondent, name: str) -> Respondent:
    """Press the button that withdraws a link."""
    owner.visits("sharing")
    for section in owner.page.query("div.muster-link"):
        if name in words(section):
            [field] = section.query('input[name="link"]')
            return owner.posts(
                {"csrf_token": owner.token(), "link": attributes(field)["value"]},
                path=owner.address("sharing/withdraw"),
            )
    raise AssertionError(f"no link {name}")


def test_a_viewer_is_led_to_the_results_and_nothing_there_leads_where_it_may_not_go(
    owner: Respondent, guest: Respondent
) -> None:
    guest.enters(owner.shares("viewer").code)

    assert guest.path.endswith("/results")
    assert "Bellatrix" in guest.text
    for link in guest.page.query("a"):
        target = attributes(link)["href"]
        if target.startswith("/"):
            assert guest.client.get(target).status_code == 200, target


def test_a_viewer_may_suppose_and_download(owner: Respondent, guest: Respondent) -> None:
    guest.enters(owner.shares("viewer").code)
    guest.visits("results/what-if").sends({"reach": ["G1"]})

    assert guest.status == 200
    assert guest.exported() == owner.exported()


def test_a_contributor_sees_its_domains_and_no_score(owner: Respondent, guest: Respondent) -> None:
    guest.enters(owner.shares("contributor", "AS").code)

    listed = [attributes(link)["href"][-1] for link in guest.page.query(".govuk-task-list__link")]
    assert listed == ["A", "S"]
    assert "100 points" not in guest.text
    assert "Bellatrix" not in guest.text


def test_a_contributor_sees_the_scores_of_its_domains_if_allowed(
    owner: Respondent, guest: Respondent
) -> None:
    guest.enters(owner.shares("contributor", "AS", scores=True).code)

    assert "75 of 100 points, level Applied" in guest.text
    assert guest.text.count("100 points") == 1
    assert "No score yet" in guest.text


def test_a_contributor_goes_from_one_of_its_domains_to_the_next_and_back_to_the_list(
    owner: Respondent, guest: Respondent
) -> None:
    guest.enters(owner.shares("contributor", "GS").code)
    for letter, following in (("G", "S"), ("S", "")):
        guest.visits(letter)
        ids = {attributes(radio)["name"] for radio in guest.form().query('input[type="radio"]')}
        guest.sends({**dict.fromkeys(ids, "2"), "action": "continue"})
        assert guest.path == guest.address(following)


def test_an_owner_sees_at_once_what_a_contributor_saves(owner: Respondent, guest: Respondent) -> None:
    guest.enters(owner.shares("contributor", "A").code).answers("A", "save", A1="4", A1_comment="from legal")

    assert owner.stored("A1") == {"level": 4, "comment": "from legal"}


def test_the_task_list_names_who_is_to_answer(owner: Respondent) -> None:
    owner.shares("contributor", "AS", name="Legal & export")
    owner.shares("contributor", "A", name="Press")

    owner.visits("")

    assert owner.text.count("To be answered by Legal & export, Press") == 1
    assert owner.text.count("To be answered by Legal & export") == 2


def test_a_new_code_is_shown_until_its_owner_leaves_the_page(owner: Respondent) -> None:
    code = owner.shares("viewer").code
    page_of_code = owner.path
    assert owner.opens(page_of_code).code == code
    assert Respondent(owner.client, "fr").opens(page_of_code.replace("/en/", "/fr/")).code == code

    owner.visits("sharing")

    assert code not in owner.response.text
    assert owner.opens(page_of_code).path == owner.address("sharing")


def test_the_links_are_listed_with_what_they_open_and_when_they_were_used(
    owner: Respondent, guest: Respondent
) -> None:
    code = owner.shares("contributor", "AS", name="Legal <b>").code
    owner.visits("sharing")
    assert "Legal <b>" in owner.text
    assert "Answers: A " in owner.text
    assert "Sees no scores." in owner.text
    assert "Not yet" in owner.text

    guest.enters(code)

    # The owner began in this browser and has not entered the first code.
    assert owner.visits("sharing").text.count("Not yet") == 0


def test_a_withdrawn_link_opens_nothing_at_once_and_what_was_typed_is_kept(
    owner: Respondent, guest: Respondent
) -> None:
    code = owner.shares("contributor", "A", name="Legal").code
    guest.enters(code).visits("A")

    withdraws(owner, "Legal")
    assert "Legal (Contributor), on" in owner.text
    guest.sends({"A1": "4", "A1-comment": "typed meanwhile", "action": "save"})

    assert guest.status == 404
    assert "typed meanwhile" in guest.text
    assert guest.enters(code).status == 404
    assert owner.stored("A1") == {"level": 3}


def test_the_link_in_use_and_links_of_others_cannot_be_withdrawn(owner: Respondent) -> None:
    owner.visits("sharing")
    assert not owner.page.query('input[name="link"]')
    for link in ("", "no-such-link"):
        owner.visits("sharing").posts(
            {"csrf_token": owner.token(), "link": link}, path=owner.address("sharing/withdraw")
        )
        assert owner.status == 403
        owner.opens(f"/en/assessment/{owner.path.split('/')[3]}/sharing")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": "  ", "role": "viewer"}, "Enter a name"),
        ({"name": "x" * 61, "role": "viewer"}, "Shorten the name to 60"),
        ({"name": "Legal", "role": ""}, "Choose what the link is for"),
        ({"name": "Legal", "role": "admin"}, "Choose what the link is for"),
        ({"name": "Legal", "role": "contributor"}, "Tick at least one domain"),
        ({"name": "Legal", "role": "contributor", "domains": ["Z"]}, "Tick only domains on this page"),
        ({"name": "Legal", "role": "viewer", "domains": ["A"]}, "Only a contributor is given domains"),
        ({"name": "Legal", "role": "viewer", "scores": ["no"]}, "Tick only boxes on this page"),
    ],
)
def test_a_link_that_cannot_be_made_is_asked_for_again(
    owner: Respondent, typed: dict[str, str | list[str]], sentence: str
) -> None:
    owner.visits("sharing/new").sends(typed)

    assert owner.status == 422
    assert sentence in owner.errors()[0]
    assert owner.text_of("name") == str(typed["name"]).strip()
    assert not owner.visits("sharing").page.query('input[name="link"]')
