"""Overall readiness: what the first screen says of it, and how its scale is drawn."""

from fractions import Fraction

import pytest

from app.figures import readiness_words
from app.figures.chart import Line, Polygon, Rectangle
from app.figures.overall_readiness import readiness_bar
from app.figures.palette import ACCENT, INK, WARNING
from app.figures.typography import PHONE_WIDTH
from app.maturity.scorecard import Scorecard, build
from tests import build as builders
from tests.figures.cast import questionnaire, wording_in

# The scale is drawn from 10 to 470: 62.5 points, the end of Defined, lie at 297.5.
END_OF_DEFINED = 10 + 460 * 0.625


def scored(level: int, **changes: int | str) -> Scorecard:
    """Return a complete result with every practice at a level but some."""
    given = {q.id: builders.an_answer(level) for q in questionnaire().questions_in("full")}
    return build(questionnaire(), builders.an_assessment(given | builders.answers(**changes)), completed=True)


def name(id: str) -> str:
    return questionnaire().question(id).name.en


def held_back(card: Scorecard) -> str:
    return readiness_words.held_back(card, wording_in("en"))


@pytest.mark.parametrize(
    ("card", "sentence"),
    [
        (
            scored(3, A4=1, E3="unknown"),
            f"The level is held at Defined by two must-haves still missing: {name('A4')} and {name('E3')}.",
        ),
        (scored(3, A4=0), f"The level is held at Defined by one must-have still missing: {name('A4')}."),
        (
            scored(1, A4=3, E3=3, I2=3),
            f"There are still two must-haves missing: {name('I3')} and {name('A1')}. They do not"
            " lower the level, but until they are in place it cannot rise above Defined.",
        ),
        (
            scored(2, A4=1),
            f"One must-have is still missing: {name('A4')}. It does not lower the level, but until it is"
            " in place the level cannot rise above Defined.",
        ),
        (
            scored(3, V1=0),
            "No must-have is missing. The lowest domain score is 60 of 100 (Value and return).",
        ),
        (
            scored(3, V1=0, P1=0),
            "No must-have is missing. The lowest domain score is 60 of 100 (“People and recruitment” and"
            " “Value and return”).",
        ),
        (scored(2), "No must-have is missing."),
        (scored(3), "No must-have is missing, and every answered practice is at its target."),
    ],
    ids=[
        "two that cap",
        "one that caps",
        "two that do not",
        "one that does not",
        "none missing",
        "two domains lowest",
        "every domain the same",
        "nothing to do",
    ],
)
def test_one_sentence_names_what_holds_the_result_back(card: Scorecard, sentence: str) -> None:
    assert held_back(card) == sentence


def test_a_must_have_without_an_answer_is_not_called_missing() -> None:
    alone = build(questionnaire(), builders.an_assessment(builders.answers(G1=4)), completed=False)
    given = builders.answers(G1=4, A4=1)
    some = build(questionnaire(), builders.an_assessment(given), completed=False)

    assert "until five must-haves are answered" in held_back(alone)
    assert "by five must-haves missing or not answered yet" in held_back(some)


def test_with_nothing_answered_no_practice_is_named() -> None:
    card = build(questionnaire(), builders.an_assessment(), completed=False)

    assert held_back(card) == (
        "There is no score yet. It appears with your first answer other than “Not applicable”."
    )


def test_the_list_of_must_haves_is_called_missing_only_where_they_are_answered() -> None:
    gates = [each.id for each in questionnaire().questions_in("full") if each.gate]
    given = ({"G1": 3}, {"G1": 3, gates[0]: 1}, {"G1": 3, **dict.fromkeys(gates, 1)})
    cards = [
        build(questionnaire(), builders.an_assessment(builders.answers(**each)), completed=False)
        for each in given
    ]

    titles = [readiness_words.must_haves_title(card, wording_in("en")) for card in cards]

    assert titles == [
        "Must-haves not answered yet",
        "Must-haves missing or not answered yet",
        "Must-haves still missing",
    ]


def test_the_level_says_that_it_is_held() -> None:
    words = [readiness_words.level_words(card, wording_in("en")) for card in (scored(3), scored(3, A4=1))]

    assert words == ["Level: Applied", "Level held at Defined"]


def test_the_cap_is_drawn_where_it_caps_and_the_pointer_at_the_score() -> None:
    card = scored(4, I2=1)
    chart = readiness_bar(card, wording_in("en"))

    caps = [each for each in chart.primitives if isinstance(each, Line) and each.colour == WARNING]
    (bar,) = (each for each in chart.primitives if isinstance(each, Rectangle) and each.fill == ACCENT)
    (pointer,) = (each for each in chart.primitives if isinstance(each, Polygon) and each.fill == INK)
    # Eight domains at 100 and one of six practices at 4, 1, 4, 4, 4, 4: 87.5; the mean is 98.6.
    score = Fraction(1775, 18)
    assert [(line.x1, line.x2) for line in caps] == [(END_OF_DEFINED, END_OF_DEFINED)]
    assert bar.x + bar.width == END_OF_DEFINED
    assert pointer.points[2][0] == pytest.approx(10 + 460 * float(score) / 100)
    assert {"99", "held at Defined"} <= {label.text for label in chart.labels}
    assert chart.title == "Overall readiness 99 of 100. Level held at Defined"


@pytest.mark.parametrize("card", [scored(3), scored(1)], ids=["no gate fails", "gates that lower nothing"])
def test_without_a_cap_none_is_drawn_or_named(card: Scorecard) -> None:
    chart = readiness_bar(card, wording_in("en"))

    assert not [each for each in chart.primitives if isinstance(each, Line) and each.colour == WARNING]
    assert not [label for label in chart.labels if "held" in label.text]
    assert [row[2] for row in chart.table.rows] == ["–"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_words_of_the_cap_touch_neither_the_number_nor_an_edge(language: str) -> None:
    # 63.0 points, the least score that a failing gate can lower, and nearly the most.
    for card in (scored(3, A4=1, G1=0, G2=0, V1=0, V2=0, L1=0, C1=0), scored(4, A4=1)):
        wording = wording_in("fr" if language == "fr" else "en")
        for width in (PHONE_WIDTH, 480.0):
            chart = readiness_bar(card, wording, width=width)
            score = str(card.overall.score.rounded) if card.overall.score else ""
            (number,) = (label for label in chart.labels if label.text == score)
            (words,) = (label for label in chart.labels if label.colour == WARNING)
            assert words.box[0] >= 0
            assert words.box[2] <= number.box[0] or words.box[1] >= number.box[3]


def test_the_meaning_of_the_level_says_that_it_is_about_a_practice() -> None:
    held = scored(4, A4=1)
    meanings = questionnaire().level_meanings

    # The level that is printed is explained, not the one that the score alone would give.
    assert readiness_words.level_meaning(held, wording_in("en")) == (
        f"For one practice, Defined means: “{meanings[2].en}”"
    )
    assert readiness_words.level_meaning(held, wording_in("fr")) == (
        f"Pour une pratique, Défini signifie\u00a0: «\u00a0{meanings[2].fr}\u00a0»"
    )


def test_french_says_that_a_must_have_is_missing_before_it_names_the_practice() -> None:
    wording = wording_in("fr")

    assert readiness_words.held_back(scored(3, A4=0), wording) == (
        "Le niveau est plafonné à Défini, car un verrou n’est pas levé\u00a0:"
        f" {questionnaire().question('A4').name.fr}."
    )
    assert "Un verrou n’est pas levé\u00a0: " in readiness_words.held_back(scored(2, A4=1), wording)
