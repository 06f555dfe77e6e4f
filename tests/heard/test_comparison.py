"""What the trial with a screen reader calls a fault, and what not."""

import pytest

from tests.browser.spoken_tree import SpokenNode
from tests.heard.comparison import Heard, compare, passages
from tests.heard.desk import Utterance

PAGE = [
    "Results",
    "Level: Defined.",
    "Find out what is in place, and change your answer.",
    "Politique écrite",
]
RUNS = [("en", "ResultsLevel: Defined. Find out what is in place, and change your answer."), ("fr", PAGE[3])]


def said(*texts: str, language: str | None = "en") -> list[Utterance]:
    return [Utterance("read", text, language, None) for text in texts]


WHOLE = [*said("Results", "heading level 1", PAGE[1], f"1. {PAGE[2]}"), *said(PAGE[3], language="fr-FR")]


def heard(*utterances: Utterance) -> Heard:
    return compare(PAGE, utterances, RUNS, "heading level")


def test_a_page_heard_once_whole_and_in_order_is_sound() -> None:
    found = heard(*WHOLE)

    assert found.is_sound
    assert found.added == {"heading level 1": 1}


def test_what_was_left_out_or_cut_off_is_not_heard() -> None:
    assert heard(*WHOLE[:2], *WHOLE[3:]).unheard == (PAGE[1],)
    assert heard(*WHOLE[:3], *said("Find out what is in place"), WHOLE[4]).unheard == (PAGE[2],)


def test_what_comes_too_late_is_not_heard_in_its_place() -> None:
    assert not heard(*WHOLE[:2], WHOLE[3], WHOLE[2], WHOLE[4]).is_sound


def test_what_is_said_again_is_heard_twice() -> None:
    assert heard(*WHOLE[:4], WHOLE[3], WHOLE[4]).repeated == (PAGE[2],)


def test_a_name_that_orca_announces_before_reading_it_is_no_fault() -> None:
    found = heard(*WHOLE[:3], *said(PAGE[2], language=None), *WHOLE[3:])

    assert found.is_sound
    assert found.announced == (PAGE[2],)


def test_a_heading_of_two_parts_is_heard_as_two() -> None:
    two = said("Results", "heading level 1", PAGE[1], "heading level 1")

    assert heard(*two, *WHOLE[3:]).split_headings == (f"Results | {PAGE[1]}",)


def test_a_passage_in_the_voice_of_another_language_is_named() -> None:
    assert heard(*WHOLE[:4], *said(PAGE[3])).wrong_language == (f"{PAGE[3]} (en)",)


@pytest.mark.parametrize("role", ["checkbox", "image"])
def test_a_control_and_an_image_are_one_passage_by_name(role: str) -> None:
    text = SpokenNode("StaticText", "Crisis plan", "", 0, ())
    label = SpokenNode("LabelText", "", "", 0, (text,))
    control = SpokenNode(role, "Crisis plan", "", 0, ())

    assert passages(SpokenNode("main", "", "", 0, (control, label, text))) == ["Crisis plan", "Crisis plan"]
