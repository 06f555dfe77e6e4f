from app.maturity.voices.voice import (
    are_shown,
    asked_of,
    counting_voices,
    number_voices,
    still_unanswered,
)
from tests.build import an_answer
from tests.maturity.voices.build import QUESTIONS, a_voice


def keys(*roles: tuple[str, str]) -> list[str]:
    voices = tuple(a_voice(role, name=name) for role, name in roles)
    return [voice.role.key for voice in number_voices(voices)]


def test_two_voices_of_one_role_are_numbered_in_the_order_of_their_invitation() -> None:
    assert keys(("security", ""), ("hr", ""), ("security", "")) == ["security 1", "hr", "security 2"]


def test_others_are_told_apart_by_their_names_whatever_the_spelling() -> None:
    assert keys(("other", "Élus"), ("other", "Works council"), ("other", "elus")) == [
        "other: Élus 1",
        "other: Works council",
        "other: elus 2",
    ]


def test_a_number_does_not_change_while_the_first_of_a_role_has_not_finished() -> None:
    invited = (a_voice("hr", finished=False), a_voice("hr", G1=2))

    assert [voice.role.key for voice in counting_voices(invited, closed=False)] == ["hr 2"]


def test_only_finished_voices_count_until_the_owner_closes_then_all_that_have_begun() -> None:
    invited = (
        a_voice("hr", G1=2),
        a_voice("legal", G1=2, finished=False),
        a_voice("finance", G1=an_answer(comment="I must ask."), finished=False),
        a_voice("security", finished=False),
    )

    counted = {
        closed: [v.role.id for v in counting_voices(invited, closed=closed)] for closed in (False, True)
    }

    assert counted == {False: ["hr"], True: ["hr", "legal", "finance"]}


def test_answers_are_shown_once_two_have_finished_or_the_owner_has_closed_the_voices() -> None:
    one, other = a_voice("hr", G1=2), a_voice("legal", G1=2, finished=False)

    assert not are_shown((one, other), closed=False)
    assert are_shown((one, a_voice("legal")), closed=False)
    assert are_shown((one, other), closed=True)


def test_a_voice_is_asked_the_questions_of_its_domains_alone() -> None:
    voice = a_voice("hr", domains=("G",), G1=2, G2=an_answer(comment="I must ask."), E1=3)

    assert [question.id for question in asked_of(voice, QUESTIONS)] == ["G1", "G2", "G3"]
    assert [question.id for question in still_unanswered(voice, QUESTIONS)] == ["G2", "G3"]
    assert [voice.answer(question).choice for question in QUESTIONS] == ["2", *[None] * 7]


def test_a_choice_that_an_upgrade_took_away_is_no_answer_and_its_comment_stays() -> None:
    voice = a_voice("hr", G1=an_answer("not_applicable", comment="The law forbids it."))

    assert voice.answer(QUESTIONS[0]) == an_answer(comment="The law forbids it.")
