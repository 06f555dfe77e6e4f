"""What a domain page says around its questions, and how it is built for those who hear it."""

import pytest

from app.maturity.questionnaire import Questionnaire
from tests.web.checks import attributes, elements, words
from tests.web.respondent import Respondent


@pytest.fixture
def begun(respondent: Respondent) -> Respondent:
    return respondent.starts("full", "Bellatrix")


def test_each_domain_page_says_which_of_the_domains_it_is(begun: Respondent, respondente: Respondent) -> None:
    assert "Domain 1 of 9" in begun.visits("G").text
    assert "Domain 9 of 9" in begun.visits("V").text
    assert "Domaine 3 sur 9" in respondente.starts("quick").visits("A").text


def test_a_contributor_reads_which_of_their_own_domains_it_is(begun: Respondent) -> None:
    code = begun.shares("contributor", "AV").code

    contributor = Respondent(begun.client.application.test_client()).enters(code)

    assert "Domain 2 of 2" in contributor.visits("V").text


def test_the_quick_check_says_why_numbers_are_missing_and_the_full_assessment_does_not(
    respondent: Respondent,
) -> None:
    respondent.starts("quick").visits("G")
    assert "Questions asked here: 3 of 6. Each keeps its number" in respondent.text

    respondent.visits("profile").sends({"variant": "full"}).visits("G")
    assert "Questions asked here" not in respondent.text


def test_no_region_stands_round_a_question(begun: Respondent) -> None:
    nodes = list(elements(begun.visits("G").page.root))

    assert not [node for node in nodes if node.name in ("section", "aside")]
    assert not [node for node in nodes if attributes(node).get("role") in ("region", "group")]
    landmarks = [node.name for node in nodes if node.name in ("header", "nav", "main", "footer")]
    assert landmarks == ["header", "nav", "main", "footer", "nav"]


def test_a_statement_is_one_label_without_blocks(begun: Respondent, questionnaire: Questionnaire) -> None:
    question = questionnaire.question("G1")
    begun.visits("G")
    labels = [
        label
        for label in elements(begun.page.root, "label")
        if attributes(label)["for"].split("-")[0] == "G1"
    ]

    assert words(labels[0]) == f"0 Absent. {question.levels[0].en}"
    inside = {node.name for label in labels[:5] for node in elements(label)}
    assert inside == {"b"}


def test_the_words_that_are_defined_are_quoted_in_both_languages(
    begun: Respondent, respondente: Respondent
) -> None:
    assert "What “some”, “most”, “throughout”, “every” and “recorded” mean" in begun.visits("G").text
    quoted = (
        "«\u00a0certains\u00a0», «\u00a0la plupart\u00a0», «\u00a0l’ensemble\u00a0», «\u00a0chaque\u00a0»"
    )
    assert quoted in respondente.starts("quick").visits("G").response.text


def test_the_top_of_the_page_leads_to_the_buttons_that_save(begun: Respondent) -> None:
    begun.visits("G")
    [link] = [link for link in begun.page.query("main a") if attributes(link)["href"] == "#save"]
    [bar] = begun.page.query("#save")

    assert words(link) == "go to the buttons"
    assert [attributes(button)["value"] for button in elements(bar, "button")] == ["continue", "save"]


def test_an_answer_is_cleared_and_its_notes_and_the_other_answers_stay(begun: Respondent) -> None:
    begun.answers("G", "save", G1="2", G1_comment="Kept", G2="3")

    begun.answers("G", "save", G1="")

    assert begun.exported()["answers"] == {"G1": {"comment": "Kept"}, "G2": {"level": 3}}
    assert "1 of 46 answered" in begun.text


def test_only_an_answered_question_offers_to_clear_its_answer(begun: Respondent) -> None:
    begun.answers("G", "save", G1="2").visits("G")

    offers = [attributes(radio)["name"] for radio in begun.page.query('input[type="radio"][value=""]')]

    assert offers == ["G1"]
    assert "checked" not in attributes(begun.page.query("#G1-none")[0])


def test_a_cleared_answer_is_missing_when_going_on(begun: Respondent) -> None:
    begun.answers("G", G1="0", G2="1", G3="2", G4="3", G5="4", G6="4")

    begun.answers("G", G1="")

    assert begun.status == 422
    assert begun.errors() == ["G1 Written policy: choose an answer"]


def test_an_answer_cleared_in_another_tab_is_a_conflict(begun: Respondent) -> None:
    begun.answers("G", "save", G1="2")
    tab = begun.visits("G").in_another_tab()
    begun.sends({"G1": "", "action": "save"})

    tab.sends({"G1": "4", "action": "save"})

    assert tab.status == 409
    assert "Saved in the meantime: Not answered" in tab.text
    assert begun.exported()["answers"] == {}


def test_a_cleared_answer_is_shown_in_words_on_the_page_that_asks_for_the_code_again(
    begun: Respondent,
) -> None:
    begun.answers("G", "save", G1="2").visits("G")
    fields = {**begun.fields(begun.form()), "G1": "", "action": "save"}
    begun.client.delete_cookie("muster")

    begun.posts(fields)

    assert begun.status == 404
    assert "G1 Answer No answer yet" in begun.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("10/2026", "G1 Written policy: the date of the evidence must include a day"),
        ("1 October", "G1 Written policy: the date of the evidence must include a year"),
        ("31 6 2026", "G1 Written policy: enter a real date, for example 1 10 2026"),
        ("1 10 2999", "G1 Written policy: the date of the evidence cannot be in the future"),
    ],
)
def test_a_date_that_is_not_one_is_named_and_stays_as_typed(
    begun: Respondent, typed: str, sentence: str
) -> None:
    begun.answers("G", "save", G1_evidence_date=typed)

    assert begun.errors() == [sentence]
    assert begun.text_of("G1-evidence-date") == typed
    assert begun.exported()["answers"] == {}


def test_a_day_is_shown_in_words_and_sent_again_unchanged_is_no_change(respondente: Respondent) -> None:
    respondente.starts("quick").answers("G", "save", G1_evidence_date="1/10/2025")
    assert respondente.stored("G1") == {"evidence_date": "2025-10-01"}

    respondente.visits("G")
    assert respondente.text_of("G1-evidence-date") == "1er octobre 2025"
    tab = respondente.in_another_tab()
    respondente.sends({"G2": "3", "action": "save"})
    tab.sends({"G1-evidence-date": "2025-10-01", "G2": "2", "action": "save"})

    notes = [words(node) for node in tab.page.query(".muster-saved")]
    assert notes == ["Enregistré entre-temps : 3 Appliqué"]


def test_french_errors_name_the_question_and_group_their_digits(respondente: Respondent) -> None:
    respondente.starts("quick").answers("G", "save", G1_comment="x" * 2001, G2_evidence_date="10/2025")

    assert respondente.errors() == [
        "G1 Politique écrite : ramenez le commentaire à 2 000 caractères ; il en compte 2 001",
        "G2 Répartition des décisions : la date de la preuve doit comporter un jour",
    ]
