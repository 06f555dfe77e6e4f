"""Cues find the sentences that speak to a practice."""

import time
from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.maturity.policy.cue import Cue
from app.maturity.policy.cue_index import CueIndex
from app.maturity.policy.matching import Quote, cue_finds, find_quotes
from app.maturity.policy.policy_text import TextBlock
from app.maturity.policy.sentences import Sentence, split_sentences
from app.maturity.policy.topic import REACH, SHORT_DOCUMENT
from app.maturity.questionnaire import Questionnaire
from app.maturity.text import LANGUAGES, Language
from tests.maturity.policy.example_sentences import Verdict, example_sentences

LAMP = Cue("H1-en-1", "en", (("lamp*",), ("must", "may not")), 4, ("oil lamp",), hits="", misses="")
LIGHT = replace(LAMP, id="H1-en-2", groups=(("light",),), within=None, vetoes=())
DATED = replace(LAMP, id="G1-en-1", groups=(("hedge",), ("@date",)), within=None, vetoes=())


def sentence(text: str, lead: str = "", heading: str = "") -> Sentence:
    return Sentence(text, lead, heading, None, "en")


def quotes(
    *sentences: Sentence, cues: Sequence[tuple[str, Cue]] = (("H1", LAMP), ("H1", LIGHT))
) -> list[str]:
    index = CueIndex(cues, denials=("not yet",), duties=("must",))
    return [quote.text for quote in find_quotes(sentences, {"en": index}).get("H1", ())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Who must keep the lamp:", []),
        ("Nobody at all must take the lamp:", ["Nobody at all must take the lamp:"]),
        ("Who must keep the lamp.", ["Who must keep the lamp."]),
    ],
    ids=["five words and a colon", "seven words and a colon", "five words and a stop"],
)
def test_a_short_line_with_a_colon_is_no_sentence(text: str, found: list[str]) -> None:
    assert quotes(sentence(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The lamp must burn.", True),
        ("Lamps may not smoke.", True),
        ("You must trim each lamp.", True),
        ("The lamp is old.", False),
        ("The lamp may smoke, not burn.", False),
        ("The oil lamp must burn.", False),
        ("The lamp in this old house must burn.", False),
        ("The lamp in this house must burn.", True),
        ("A clamp must hold.", False),
    ],
)
def test_a_sentence_holds_one_term_of_each_group_near_each_other_and_no_veto(text: str, found: bool) -> None:
    assert cue_finds(LAMP, text) is found


def test_words_that_stand_far_apart_twice_may_stand_near_once() -> None:
    assert cue_finds(LAMP, "You must see that each and every old lamp is a lamp that must burn.")


@pytest.mark.parametrize(
    ("lead", "heading", "found"),
    [("", "", False), ("Mind the pier:", "", True), ("", "Pier and quay", True), ("", "Oil lamps", False)],
)
def test_a_cue_may_need_a_word_in_the_heading_or_the_lead(lead: str, heading: str, found: bool) -> None:
    under = replace(LAMP, under=("pier", "quay"))
    vetoed = sentence("The lamp must burn.", lead, f"{heading} with an oil lamp")

    assert bool(quotes(sentence("The lamp must burn.", lead, heading), cues=[("H1", under)])) is found
    assert quotes(vetoed, cues=[("H1", under)]) == []


def test_what_stands_before_a_colon_is_the_lead_of_a_cue_that_needs_one() -> None:
    under = replace(LAMP, under=("pier",))

    assert cue_finds(under, "On the pier: the lamp must burn")
    assert not cue_finds(under, "On the quay: the lamp must burn")
    assert not cue_finds(under, "The lamp on the pier must burn")


@pytest.mark.parametrize(
    ("term", "found"), [("^ lamps", True), ("^ must", False), ("@", True), ("@ two", False)]
)
def test_a_term_may_begin_the_sentence_or_the_name_of_an_account(term: str, found: bool) -> None:
    assert cue_finds(replace(LAMP, groups=((term,),)), "Lamps must burn at @one two.") is found


def test_of_a_long_document_only_the_parts_on_the_topic_are_read() -> None:
    index = CueIndex([("H1", LAMP)], topics=("harbour",))
    lamps = [sentence(f"Lamp {number} must burn.") for number in range(SHORT_DOCUMENT)]
    long = [*lamps, sentence("The harbour is near.")]

    def numbers(document: Sequence[Sentence]) -> list[int]:
        found = find_quotes(document, {"en": index})["H1"]
        return [int(quote.text.split()[1]) for quote in found]

    assert numbers(lamps) == list(range(SHORT_DOCUMENT))
    assert numbers(long) == list(range(SHORT_DOCUMENT - REACH, SHORT_DOCUMENT))
    assert numbers([sentence("The harbour is near."), *lamps]) == list(range(REACH))
    assert numbers([*lamps, sentence("The port is near.")]) == list(range(SHORT_DOCUMENT))


def test_a_heading_on_the_topic_counts_as_a_mention() -> None:
    index = CueIndex([("H1", LAMP)], topics=("harbour",))
    lamps = [sentence("A lamp must burn.") for _ in range(SHORT_DOCUMENT)]

    found = find_quotes([*lamps, sentence("Ask first.", heading="The harbour")], {"en": index})

    assert len(found["H1"]) == REACH


def test_a_date_stands_anywhere_in_the_sentence() -> None:
    assert cue_finds(DATED, "In one May of old somebody who is long forgotten planted the hedge.") is False
    assert cue_finds(DATED, "On 3 May 1912 somebody who is long forgotten planted the hedge.")


@pytest.mark.parametrize(
    "text",
    ["Must the lamp burn?", "The lamp must be ........ by me.", "The lamp must not yet burn.", "Lamp must"],
)
def test_a_question_a_blank_a_denial_and_two_words_are_no_quotes(text: str) -> None:
    assert quotes(sentence(text)) == []


def test_a_text_that_never_stops_is_no_sentence() -> None:
    assert quotes(sentence("The lamp must burn " + "and burn " * 140 + "on.")) != []
    assert quotes(sentence("The lamp must burn " + "and burn " * 150 + "on.")) == []


def test_a_text_of_the_most_frequent_words_takes_no_minutes(questionnaire: Questionnaire) -> None:
    frequent = "must not publish " * 30_000

    start = time.process_time()
    find_quotes((sentence(frequent),), questionnaire.policy.cues)

    assert time.process_time() - start < 1


def test_a_word_as_long_as_a_document_takes_no_minutes(questionnaire: Questionnaire) -> None:
    start = time.process_time()
    find_quotes((sentence(f"Nobody shares {'x' * 500_000}"),), questionnaire.policy.cues)

    assert time.process_time() - start < 3


def test_an_item_is_found_with_its_lead_and_quoted_with_it() -> None:
    assert quotes(sentence("the lamp on the pier", lead="You must clean:")) == [
        "You must clean: the lamp on the pier"
    ]


def test_an_item_is_not_found_by_its_lead_alone() -> None:
    assert quotes(sentence("the floor and the stairs", lead="You must clean the lamp and:")) == []
    assert quotes(sentence("the floor and the stairs", lead="Keep the light away from:")) == []


def test_only_the_last_words_of_a_lead_count() -> None:
    long = "You must clean " + "and polish " * 15 + "all of these:"

    assert quotes(sentence("the lamp and more", lead=long)) == []


def test_a_fitting_heading_comes_first_then_a_whole_sentence_then_a_duty_then_the_order() -> None:
    found = quotes(
        sentence("the light of the pier", lead="You must see:"),
        sentence("The light is white."),
        sentence("The light must burn."),
        sentence("The light is red."),
        sentence("the light of the quay", lead="You see:", heading="The light"),
    )

    assert found == [
        "You see: the light of the quay",
        "The light must burn.",
        "The light is white.",
        "The light is red.",
        "You must see: the light of the pier",
    ]


def test_a_quote_has_its_place_and_the_first_cue_that_finds_it() -> None:
    found = find_quotes(
        (Sentence("The lamp must light.", "", "The pier", 7, "en"),),
        {"en": CueIndex([("H1", LAMP), ("H1", LIGHT), ("H2", LIGHT)])},
    )

    assert found == {
        "H1": (Quote("H1", "The lamp must light.", "The pier", 7, "H1-en-1"),),
        "H2": (Quote("H2", "The lamp must light.", "The pier", 7, "H1-en-2"),),
    }


def test_a_sentence_is_read_by_the_cues_of_its_language(questionnaire: Questionnaire) -> None:
    text = "La nétiquette s’applique à tous."

    french = find_quotes((Sentence(text, "", "", None, "fr"),), questionnaire.policy.cues)
    english = find_quotes((Sentence(text, "", "", None, "en"),), questionnaire.policy.cues)

    assert (list(french), list(english)) == (["E1"], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cues_find_what_they_must_and_nothing_that_they_must_not(
    questionnaire: Questionnaire, language: Language
) -> None:
    def found(verdict: Verdict) -> set[tuple[str, str]]:
        return {
            (practice, example.text)
            for example in example_sentences(verdict, language)
            for practice in find_quotes(
                (Sentence(example.text, example.lead, example.heading, None, language),),
                questionnaire.policy.cues,
            )
            if practice in example.practices
        }

    wanted = {(p, example.text) for example in example_sentences("hit", language) for p in example.practices}

    assert wanted - found("hit") == set()
    assert found("miss") == set()


def test_1700_sentences_are_read_in_half_a_second_of_processor_time(questionnaire: Questionnaire) -> None:
    examples = [
        TextBlock("paragraph", f"{each.text} ({number})")
        for number in range(5)
        for language in LANGUAGES
        for each in (*example_sentences("hit", language), *example_sentences("miss", language))
    ]
    sentences = split_sentences(examples)[:1700]
    cues = questionnaire.policy.cues

    start = time.process_time()
    find_quotes(sentences, cues)

    assert len(sentences) == 1700
    assert time.process_time() - start < 0.5
