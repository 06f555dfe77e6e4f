"""The page that follows a save says what was saved, and what became of completed results."""

import pytest

from tests.web.checks import words
from tests.web.respondent import Respondent

INTERIM = "The results are interim now, until you complete the assessment again."


def statuses(page: Respondent) -> list[str]:
    return [words(node) for node in page.page.query('main > [role="status"]')]


def test_a_saved_domain_is_named_with_its_progress_once(respondent: Respondent) -> None:
    respondent.starts("quick").answers("G", "save", G1="2", G2="unknown")
    assert statuses(respondent) == ["Saved. Mandate and governance: 2 of 3 answered."]

    assert statuses(respondent.visits("")) == []


def test_a_domain_without_an_answer_is_not_said_to_be_saved(respondent: Respondent) -> None:
    respondent.starts("quick").answers("G", "save")
    assert statuses(respondent) == ["Nothing was changed. Mandate and governance: 0 of 3 answered."]

    respondent.answers("G", "save", G1_comment="Ours")
    assert statuses(respondent) == ["Saved. Mandate and governance: 0 of 3 answered."]


def test_the_next_domain_says_so_in_the_readers_language(respondente: Respondent) -> None:
    respondente.starts("quick").answers("V", V1="2").visits("A").sends(
        {"A1": "1", "A4": "1", "action": "continue"}
    )

    assert respondente.path.endswith("/S")
    [status] = statuses(respondente)
    domain = "Sécurité des comptes et des plateformes"
    assert status == f"Enregistré. Réponses du domaine « {domain} » : 2 sur 2."


def test_a_save_that_makes_completed_results_interim_says_so_once(respondent: Respondent) -> None:
    respondent.starts("quick").answers_all("3").completes()
    assert statuses(respondent) == [
        "The assessment is complete. The answers, results and files of this round are kept as they are today."
    ]

    respondent.imports_itself()
    respondent.answers("G", "save", G1="3")
    assert statuses(respondent) == ["Saved. Mandate and governance: 3 of 3 answered."]
    respondent.answers("G", "save", G1="4")
    assert statuses(respondent) == [f"Saved. Mandate and governance: 3 of 3 answered. {INTERIM}"]
    respondent.answers("G", "save", G1="2")
    assert statuses(respondent) == ["Saved. Mandate and governance: 3 of 3 answered."]


def test_opinions_profile_and_targets_say_that_they_are_saved(respondent: Respondent) -> None:
    respondent.starts("quick").answers_all("3").completes().imports_itself()

    assert statuses(respondent.visits("opinions").sends({"O1": "essential"})) == ["Your changes are saved."]
    assert statuses(respondent.visits("targets").sends({"target-G": "4"})) == ["Your changes are saved."]
    assert statuses(respondent.visits("profile").sends({"organisation": "B"})) == ["Your changes are saved."]
    assert statuses(respondent.visits("profile").sends({"variant": "full"})) == [
        f"Your changes are saved. {INTERIM}"
    ]


@pytest.mark.parametrize("page", ["opinions", "targets", "profile"])
def test_a_page_that_was_sent_as_it_was_says_that_nothing_was_changed(
    respondent: Respondent, page: str
) -> None:
    respondent.starts("quick").answers("G", "save", G1="2")

    assert statuses(respondent.visits(page).sends({})) == ["Nothing was changed."]


def test_a_notice_is_not_shown_in_another_assessment(respondent: Respondent) -> None:
    first = respondent.starts("quick").visits("G").path
    respondent.client.post(first, data={**respondent.fields(respondent.form()), "G1": "2", "action": "save"})

    respondent.starts("quick")

    assert statuses(respondent) == []


def test_a_refused_page_does_not_say_that_it_is_saved(respondent: Respondent) -> None:
    respondent.starts("quick").answers("G", G1="2")

    assert respondent.status == 422
    assert statuses(respondent) == []
    assert statuses(respondent.visits("")) == []


def test_a_contributor_reads_what_is_saved_and_nothing_of_the_results(respondent: Respondent) -> None:
    respondent.starts("quick").answers_all("3").completes().imports_itself()
    code = respondent.shares("contributor", "V").code
    contributor = Respondent(respondent.client.application.test_client()).enters(code)

    contributor.answers("V", "save", V1="1")

    assert statuses(contributor) == ["Saved. Value and return: 1 of 1 answered."]
