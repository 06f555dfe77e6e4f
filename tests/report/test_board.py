from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.maturity.answers import ORGANISATION_LIMIT, Answer
from app.maturity.scorecard import Scorecard, build
from app.maturity.text import LANGUAGES, Language, Text
from app.report.board import render_board
from app.translations import translator
from tests import build as builders
from tests.figures.cast import card, questionnaire, wording_in
from tests.figures.cast_peers import among_suppliers
from tests.figures.cast_rounds import history
from tests.report.documents import board, reader, render_board_page, words
from tests.report.test_hostile import CORPUS
from tests.typesetting.tagged.structure_tree import tree

CHOICES = ("0", "1", "2", "3", "4", "unknown", "not_applicable", None)
NAMES = (
    "",
    "Bellatrix",
    "W" * ORGANISATION_LIMIT,
    "Ministère " * 20,
    "汉" * ORGANISATION_LIMIT,
    "شركة الدفاع " * 16,
)


def scorecard_of(
    choices: list[str | None], variant: str, organisation: str, *, completed: bool = True
) -> Scorecard:
    """Return the scorecard of choices in the order of the questions, repeated as often as needed."""
    answers = {}
    for place, question in enumerate(questionnaire().questions_in(variant)):
        choice = choices[place % len(choices)]
        if choice in question.choices:
            answers[question.id] = Answer(choice, evidence_date=date(2026, 10, 1))
    assessment = builders.an_assessment(answers, variant=variant, organisation=organisation)
    return build(questionnaire(), assessment, completed=completed)


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(CHOICES), min_size=1, max_size=46),
    st.sampled_from(("full", "quick")),
    st.sampled_from((*NAMES, *CORPUS.values())),
    st.sampled_from(LANGUAGES),
    st.booleans(),
    st.sampled_from((1, 2, 40)),
)
@example(["0"], "full", "W" * ORGANISATION_LIMIT, "fr", True, 40)
@example(["0", None, None], "full", "W" * ORGANISATION_LIMIT, "fr", False, 2)
@example([None], "full", "\n" * 200, "fr", False, 1)
def test_the_board_s_page_is_one_page(
    choices: list[str | None],
    variant: str,
    organisation: str,
    language: Language,
    completed: bool,
    rounds: int,
) -> None:
    scorecard = scorecard_of(choices, variant, organisation, completed=completed)
    shown = history(rounds, variant, upgraded=rounds // 2)

    document = reader(render_board(scorecard, wording_in(language), history=shown))

    assert len(document.pages) == 1


@pytest.mark.parametrize("rounds", [1, 3])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("choice", ["0", "1", "unknown", None])
def test_no_text_is_cut_if_the_name_fits_one_line(
    choice: str | None, language: Language, rounds: int
) -> None:
    gates = {q.id: Answer(choice) for q in questionnaire().questions_in("full") if q.gate}
    others = {q.id: Answer("4") for q in questionnaire().questions_in("full") if not q.gate}
    assessment = builders.an_assessment(others | gates)

    scorecard = build(questionnaire(), assessment, completed=True)
    content = render_board(scorecard, wording_in(language), history=history(rounds, upgraded=rounds - 1))

    assert "…" not in words(content)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("choices", [["1", "2"], ["1", "2", "unknown"]])
def test_no_text_is_cut_beside_three_decisions_and_peers(
    choices: list[str | None], language: Language
) -> None:
    scorecard = scorecard_of(choices, "full", "Bellatrix")

    content = render_board(scorecard, wording_in(language), standings=among_suppliers(scorecard, 20))

    assert "…" not in words(content)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("choice", ["0", "1", "unknown"])
def test_the_line_of_the_trend_stands_beside_the_decisions(choice: str, language: Language) -> None:
    scorecard = scorecard_of([choice], "full", "Bellatrix")

    content = render_board(scorecard, wording_in(language), history=history(40, upgraded=20))

    assert len(tree(content).all("Figure")) == 2
    assert len(reader(content).pages) == 1


def with_endless_texts() -> Scorecard:
    """Return a scorecard of a questionnaire with endless texts in which every question is a gate."""
    scorecard = scorecard_of(["0"], "full", "W" * ORGANISATION_LIMIT)
    endless = Text("without end " * 300, "sans fin " * 300)
    shipped = questionnaire()
    domains = tuple(
        replace(
            domain,
            name=endless,
            questions=tuple(
                replace(
                    each,
                    name=endless,
                    why=endless,
                    decision=endless,
                    gate=True,
                    not_applicable=None,
                )
                for each in domain.questions
            ),
        )
        for domain in shipped.domains
    )
    grown = replace(
        shipped,
        domains=domains,
        owners=dict.fromkeys(shipped.owners, endless),
        level_meanings=(endless,) * 5,
        variants={"full": replace(shipped.variants["full"], name=endless)},
    )
    return build(grown, scorecard.assessment, completed=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_of_any_length_are_cut_until_the_page_holds_them(language: Language) -> None:
    scorecard = with_endless_texts()
    document = render_board(scorecard, wording_in(language, scorecard.questionnaire), history=history(3))

    assert len(reader(document).pages) == 1
    assert words(document).count("…") > 9


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_read_from_position_to_the_next_review(language: Language) -> None:
    headings = [node.words for node in tree(board("bellatrix", "full", language)).all("H1", "H2")]

    _ = translator(language)
    expected = ("Social media policy readiness", "Position", "Decisions for the board")
    assert headings == [_(each) for each in (*expected, "The 2012 survey", "Next review")]


def test_each_decision_is_an_item_with_its_rank_as_label() -> None:
    items = tree(board("bellatrix", "full", "en")).all("LI")

    labelled = [[node.words for node in item.all("Lbl")] for item in items if item.all("Lbl")]
    assert labelled == [["1"], ["2"], ["3"]]


def test_the_boxes_of_a_decision_are_a_list_within_it() -> None:
    items = [item for item in tree(board("bellatrix", "full", "en")).all("LI") if item.all("Lbl")]

    for item in items:
        assert [node.words for node in item.all("LBody")[1:]] == ["Approved", "Amended", "Deferred"]


def test_the_same_scorecard_gives_the_same_bytes() -> None:
    assert render_board_page(card("bellatrix"), "fr") == render_board_page(card("bellatrix"), "fr")
