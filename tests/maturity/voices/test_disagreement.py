import pytest

from app.maturity.questionnaire import NOT_APPLICABLE, UNKNOWN
from app.maturity.voices.disagreement import Agreement, Voices, compare, hear
from tests.build import an_answer
from tests.maturity.voices.build import QUESTIONS, a_voice, the_five

NA = NOT_APPLICABLE


def said(*choices: int | str) -> tuple[int | None, bool, str | None]:
    """Return spread, disagreement and proposal of G3 if each voice makes one choice."""
    voices = [a_voice("operations", G3=choice) for choice in choices]
    found = next(each for each in compare(QUESTIONS, voices).questions if each.question.id == "G3")
    return found.spread, found.disagreement, found.proposed


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ((), (None, False, None)),
        ((3,), (None, False, "3")),
        ((3, 3), (0, False, "3")),
        ((2, 3), (1, False, "2")),
        ((3, 1), (2, True, "1")),
        ((4, 2, 0), (4, True, "0")),
        ((UNKNOWN,), (None, False, UNKNOWN)),
        ((UNKNOWN, UNKNOWN), (None, False, UNKNOWN)),
        ((NA, NA), (None, False, NA)),
        ((UNKNOWN, 3), (None, True, "3")),
        ((3, NA), (None, True, "3")),
        ((NA, UNKNOWN), (None, True, UNKNOWN)),
        ((2, 3, UNKNOWN), (1, True, "2")),
    ],
)
def test_spread_disagreement_and_proposal(
    choices: tuple[int | str, ...], expected: tuple[int | None, bool, str | None]
) -> None:
    assert said(*choices) == expected


def the_voices() -> Voices:
    return compare(QUESTIONS, the_five())


def test_the_example_by_hand() -> None:
    # In disagreement: E3, a gate, 4 and 2; G1 from 4 to 1; G2 3, 3 and "don't know", spread 0; G3 2, 2 and
    # not applicable, spread 0; C2 2 and "don't know", no spread. Agreed: C1 3, 2; E1 3, 2; E2 2, 2, 3.
    found = the_voices()

    rows = [(each.question.id, each.spread, each.disagreement, each.proposed) for each in found.questions]
    assert rows == [
        ("E3", 2, True, "2"),
        ("G1", 3, True, "1"),
        ("G2", 0, True, "3"),
        ("G3", 0, True, "2"),
        ("C2", None, True, "2"),
        ("C1", 1, False, "2"),
        ("E1", 1, False, "2"),
        ("E2", 1, False, "2"),
    ]
    # Seven questions have two levels: E3, G1, G2, G3, C1, E1, E2; on the last three the voices agree.
    assert found.agreement == Agreement(3, 7)
    assert [each.question.id for each in found.undisputed] == ["C1", "E1", "E2"]


def test_the_answers_of_a_question_are_in_the_order_of_invitation_each_with_its_role() -> None:
    given = the_voices().questions[1].given

    assert [(each.role.key, each.answer.choice) for each in given] == [
        ("communications", "4"),
        ("security", "1"),
        ("hr", "2"),
        ("other: Works council", "2"),
    ]


def test_a_comment_without_an_answer_is_heard_and_is_no_answer() -> None:
    asks = an_answer(comment="Who would know?")
    question = compare(QUESTIONS, [a_voice("hr", G1=asks), a_voice("legal", G1=3)]).questions[0]

    assert [each.role.id for each in question.comments] == ["hr"]
    assert [each.role.id for each in question.given] == ["legal"]
    assert (question.disagreement, question.proposed) == (False, "3")


def test_a_question_that_nobody_answered_is_listed_without_a_proposal() -> None:
    questions = compare(QUESTIONS, [a_voice("hr", G1=1), a_voice("legal", G1=1)]).questions

    assert [each.question.id for each in questions] == [question.id for question in QUESTIONS]
    assert {each.proposed for each in questions[1:]} == {None}


def test_without_two_levels_on_any_question_there_is_no_agreement_to_tell() -> None:
    assert compare(QUESTIONS, [a_voice("hr", G1=1), a_voice("legal", G2=1)]).agreement is None
    assert compare(QUESTIONS, [a_voice("hr", G1=1), a_voice("legal", G1=4)]).agreement == Agreement(0, 1)


def test_nothing_is_heard_before_two_have_finished_or_the_owner_has_closed() -> None:
    first, second = a_voice("hr", G1=1), a_voice("legal", G1=4, finished=False)

    assert hear(QUESTIONS, (first, second), closed=False) is None
    assert hear(QUESTIONS, (a_voice("hr", finished=False),), closed=True) is None
    heard = hear(QUESTIONS, (first, second), closed=True)
    assert heard is not None
    assert [role.key for role in heard.roles] == ["hr", "legal"]
    assert [each.question.id for each in heard.disputed] == ["G1"]
