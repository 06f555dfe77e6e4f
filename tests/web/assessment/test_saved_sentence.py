"""What a page with problems says about the rest of it: saved, or not yet."""

from tests.web.checks import words
from tests.web.respondent import Respondent


def said(respondent: Respondent) -> str:
    """Return the sentence under the list of problems."""
    return " ".join(words(node) for node in respondent.page.query(".govuk-error-summary p"))


def test_a_date_typed_in_part_leaves_its_question_unsaved_and_the_page_says_so(
    respondent: Respondent, respondente: Respondent
) -> None:
    respondent.starts().answers("G", "save", G1="3", G1_evidence_date="October 2026", G2="2")

    assert said(respondent) == (
        "Not saved yet: G1 Written policy (answer, comment and evidence)."
        " Everything else on this page is saved."
    )
    assert respondent.selected("G1") == "3"
    assert respondent.exported()["answers"] == {"G2": {"level": 2}}

    respondente.starts().answers("G", "save", G1="3", G1_evidence_date="10/2026", G2_comment="x" * 2001)

    assert said(respondente) == (
        "Pas encore enregistré : G1 Politique écrite ; G2 Répartition des décisions"
        " (réponse, commentaire et preuve). Tout le reste de cette page est enregistré."
    )


def test_a_page_with_blanks_says_that_the_answers_are_saved(respondent: Respondent) -> None:
    respondent.starts().answers("G", G1="3")

    assert said(respondent) == "Your answers on this page are saved."
    assert respondent.stored("G1") == {"level": 3}


def test_a_page_without_an_answer_does_not_speak_of_saved_answers(
    respondent: Respondent, respondente: Respondent
) -> None:
    nothing = "No question on this page has an answer yet, so there is nothing to save."
    assert said(respondent.starts().answers("G")) == nothing

    assert said(respondent.answers("G", G1_comment="Ours")) == (
        "No question on this page has an answer yet. What you typed is saved."
    )
    assert respondent.exported()["answers"] == {"G1": {"comment": "Ours"}}
    # What was typed is cleared again.
    assert said(respondent.answers("G", G1_comment="")) == nothing
    assert respondent.exported()["answers"] == {}

    assert said(respondente.starts().answers("G")) == (
        "Aucune question de cette page n’a encore de réponse : il n’y a rien à enregistrer."
    )


def test_a_form_that_cannot_be_trusted_says_that_nothing_is_saved(respondent: Respondent) -> None:
    respondent.starts().visits("G").sends({"G1": "3", "csrf_token": "forged", "action": "save"})

    assert said(respondent) == "Nothing on this page is saved yet."
    assert respondent.exported()["answers"] == {}


def test_targets_opinions_and_profile_say_that_the_rest_is_saved(respondent: Respondent) -> None:
    respondent.starts(organisation="Altair")
    rest = "What is named here is not saved yet. Everything else on this page is saved."

    respondent.visits("targets").sends({"target-G": "9", "target-I": "4"})
    assert said(respondent) == rest
    respondent.visits("opinions").sends({"O1": "essential", "O4": "so"})
    assert said(respondent) == rest
    respondent.visits("profile").sends({"organisation": "W" * 201, "region": "north_america"})
    assert said(respondent) == rest

    stored = respondent.exported()
    assert (stored["targets"]["G"], stored["targets"]["I"]) == (3, 4)
    assert stored["opinions"] == {"O1": "essential"}
    assert (stored["profile"]["organisation"], stored["profile"]["region"]) == ("Altair", "north_america")


def test_a_conflict_has_its_own_sentence(respondent: Respondent) -> None:
    respondent.starts().visits("G")
    other = respondent.in_another_tab()
    respondent.sends({"G1": "3", "action": "save"})

    other.sends({"G1": "2", "G1-evidence-date": "2026", "action": "save"})

    assert other.status == 409
    assert said(other) == ""
    assert "Nothing that you entered here is saved yet" in other.text
