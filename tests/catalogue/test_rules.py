"""Rules between the keys of one entry."""

from pathlib import Path

import pytest

from tests.catalogue.mutations import (
    GARDEN,
    GUIDANCE,
    HARBOUR,
    MAIN,
    OPINIONS,
    Mutation,
    check_faults,
    only_reason,
)


def test_a_practice_of_another_letter_is_refused(sound: Path) -> None:
    Mutation(HARBOUR, 'id = "H2"', 'id = "K2"').apply(sound)

    assert check_faults(sound) == [(HARBOUR, "K2.id")]
    assert only_reason(sound) == "does not begin with its domain’s letter H"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("All of us keep the hedge.", "Most of us keep the hedge.", "G1.level.3.en"),
        ("All of us keep the hedge.", "Most of us  keep the hedge.", "G1.level.3.en"),
        ("Tous entretiennent la haie.", "Certains entretiennent la haie.", "G1.level.3.fr"),
    ],
)
def test_two_equal_level_statements_are_refused_at_the_later_one(
    sound: Path, old: str, new: str, key: str
) -> None:
    Mutation(GARDEN, old, new).apply(sound)

    assert check_faults(sound) == [(GARDEN, key)]


def test_a_title_in_both_languages_has_no_language_of_its_own(sound: Path) -> None:
    Mutation(GUIDANCE, 'title = "On lighthouses"', 'title.en = "On light"\ntitle.fr = "Des phares"').apply(
        sound
    )

    assert check_faults(sound) == [(GUIDANCE, "R1.title_language")]
    assert only_reason(sound) == "is for a title that has no translation"


@pytest.mark.parametrize(
    ("old", "twenty_words", "key"),
    [
        ("Fund the lighthouse.", f"Fund the lighthouse {'and its lamp' + ' and oil' * 7}.", "H1.decision.en"),
        (
            "Financer le phare.",
            f"Financer le phare\u00a0: {'sa belle lampe, son gardien' + ' et l’huile' * 6}\u00a0!",
            "H1.decision.fr",
        ),
    ],
)
def test_a_decision_of_twenty_words_is_accepted_and_one_of_21_refused(
    sound: Path, old: str, twenty_words: str, key: str
) -> None:
    Mutation(HARBOUR, old, twenty_words).apply(sound)
    assert check_faults(sound) == []

    Mutation(HARBOUR, twenty_words, f"Now {twenty_words}").apply(sound)

    assert check_faults(sound) == [(HARBOUR, key)]
    assert only_reason(sound) == "has 21 words; at most 20 are allowed"


@pytest.mark.parametrize("status", ["Vs", "M"])
def test_an_address_that_was_not_read_at_its_issuer_is_refused(sound: Path, status: str) -> None:
    Mutation(GUIDANCE, 'status = "V"', f'status = "{status}"').apply(sound)

    assert check_faults(sound) == [(GUIDANCE, "R1.address")]
    assert only_reason(sound) == "is allowed only where the status is V"


def test_an_exclusive_option_needs_an_opinion_with_many(sound: Path) -> None:
    Mutation(OPINIONS, 'choice = "many"', 'choice = "one"').apply(sound)

    assert check_faults(sound) == [(OPINIONS, "O2.none.exclusive")]


def test_two_options_of_one_token_are_refused(sound: Path) -> None:
    Mutation(OPINIONS, 'token = "none"', 'token = "fog"').apply(sound)

    assert check_faults(sound) == [(OPINIONS, "O2.fog.token")]


def test_a_combined_figure_of_another_opinions_option_is_refused(sound: Path) -> None:
    Mutation(OPINIONS, '["fair", "fine"]', '["fair", "fog"]').apply(sound)

    assert check_faults(sound) == [(OPINIONS, "O1.combined.1.tokens.2")]
    assert only_reason(sound) == "names no option of this opinion: fog"


def test_a_missing_variant_is_refused(sound: Path) -> None:
    path = sound / MAIN
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.rindex("[[variant]]")], encoding="utf-8")

    assert check_faults(sound) == [(MAIN, "variant")]
    assert only_reason(sound) == "lacks the variant quick"


def test_a_quick_variant_that_lists_nothing_is_refused(sound: Path) -> None:
    Mutation(MAIN, 'questions = ["H1", "G1"]', "").apply(sound)

    assert check_faults(sound) == [(MAIN, "quick.questions")]
    assert only_reason(sound) == "is missing"


def test_a_full_variant_that_lists_questions_is_refused(sound: Path) -> None:
    Mutation(MAIN, 'id = "full"', 'id = "full"\nquestions = ["H1", "G1"]').apply(sound)

    assert check_faults(sound) == [(MAIN, "full.questions")]
    assert only_reason(sound) == "must be left out; the full assessment asks all"
