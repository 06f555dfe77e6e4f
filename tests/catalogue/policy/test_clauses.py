"""Clauses and placeholders: what is refused, and where."""

from pathlib import Path

import pytest

from app.catalogue.check import check
from tests.catalogue.mutations import Mutation, check_faults

HARBOUR = "clauses/harbour.toml"
GARDEN = "clauses/garden.toml"
PLACEHOLDERS = "clauses/placeholders.toml"


def reasons(folder: Path, *seeds: Mutation) -> list[str]:
    for seed in seeds:
        seed.apply(folder)
    return [str(fault) for fault in check(folder)]


def test_the_sound_bank_has_no_faults(with_policy: Path) -> None:
    assert check(with_policy) == ()


@pytest.mark.parametrize(
    ("seed", "fault"),
    [
        (
            Mutation(GARDEN, 'practice = "G1"', 'practice = "G9"'),
            "G1-1.practice: names an unknown practice: G9",
        ),
        (Mutation(GARDEN, '"R2"', '"R7"'), "G1-1.guidance.1: names an unknown guidance: R7"),
        (Mutation(GARDEN, 'title.fr = "La haie"\n', ""), "G1-1.title.fr: is missing"),
        (Mutation(GARDEN, 'text.fr = ["La haie doit être taillée."]\n', ""), "G1-1.text.fr: is missing"),
        (
            Mutation(GARDEN, '["The hedge must be cut."]', '["The hedge must be cut.", "It may grow."]'),
            "G1-1.text: has 2 paragraphs in English and 1 in French",
        ),
        (
            Mutation(GARDEN, '["Acheter un sécateur."]', '["Acheter un sécateur.", "Et un seau."]'),
            "G1-1.also: has 1 paragraphs in English and 2 in French",
        ),
        (
            Mutation(GARDEN, "must be cut", "is cut"),
            "G1-1.text.en.1: does not bind: it has neither “must” nor “may”",
        ),
        (
            Mutation(GARDEN, "doit être taillée", "est taillée"),
            "G1-1.text.fr.1: does not bind: it has neither “doit” nor “peut”",
        ),
        (
            Mutation(GARDEN, "supports = 2", "supports = 5"),
            "G1-1.supports: must be a whole number from 1 to 4",
        ),
        (
            Mutation(GARDEN, '["Buy shears."]', "[\"Buy 'shears'.\"]"),
            "G1-1.also.en.1: holds a straight apostrophe; write ’",
        ),
    ],
)
def test_a_faulty_clause_is_refused_at_its_place(with_policy: Path, seed: Mutation, fault: str) -> None:
    assert f"{GARDEN}: {fault}" in reasons(with_policy, seed)


def test_a_clause_id_begins_with_its_practice_and_is_used_once(with_policy: Path) -> None:
    faults = reasons(with_policy, Mutation(GARDEN, 'id = "G1-1"', 'id = "H1-1"'))

    assert faults == [
        f"{GARDEN}: H1-1.id: does not begin with its practice G1",
        f"{HARBOUR}: H1-1.id: is already used in {GARDEN}: H1-1",
    ]


def test_an_unknown_placeholder_is_refused_in_its_language(with_policy: Path) -> None:
    faults = reasons(with_policy, Mutation(HARBOUR, "[Gardien] doit", "[Veilleur] doit"))

    reason = f"has a placeholder that {PLACEHOLDERS} does not have in French: [veilleur]"
    assert faults == [f"{HARBOUR}: H1-1.text.fr.1: {reason}"]


def test_a_placeholder_in_a_step_is_known_too(with_policy: Path) -> None:
    faults = reasons(with_policy, Mutation(HARBOUR, '["Buy oil."]', '["Buy oil for [ship]."]'))

    assert (
        f"{HARBOUR}: H1-1.also.en.1: has a placeholder that {PLACEHOLDERS} does not have in English: [ship]"
        in faults
    )


def test_a_placeholder_that_no_clause_uses_is_refused(with_policy: Path) -> None:
    faults = reasons(
        with_policy,
        Mutation(HARBOUR, "The staff of [port]", "The staff"),
        Mutation(HARBOUR, "Le personnel de [port]", "Le personnel"),
    )

    assert faults == [f"{PLACEHOLDERS}: port: is used in no clause"]


def test_a_paragraph_has_the_same_placeholders_in_both_languages(with_policy: Path) -> None:
    faults = reasons(with_policy, Mutation(HARBOUR, "Le personnel de [port]", "Le personnel de [gardien]"))

    assert faults == [f"{HARBOUR}: H1-1.text.fr.2: has other placeholders than in English: keeper, port"]


def test_a_value_in_brackets_is_the_same_in_both_languages(with_policy: Path) -> None:
    faults = reasons(with_policy, Mutation(HARBOUR, "avant [6] heures", "avant [7] heures"))

    assert faults == [f"{HARBOUR}: H1-1.text.fr.1: has other placeholders than in English: [6], [7]"]


def test_the_case_of_a_placeholder_counts_but_for_its_first_letter(with_policy: Path) -> None:
    Mutation(HARBOUR, "[Keeper] must", "[KEEPER] must").apply(with_policy)

    assert check_faults(with_policy) == [(HARBOUR, "H1-1.text.en.1")]


def test_a_bracket_that_is_not_closed_is_refused(with_policy: Path) -> None:
    faults = reasons(with_policy, Mutation(HARBOUR, "before [6] o’clock", "before [6 o’clock"))

    assert f"{HARBOUR}: H1-1.text.en.1: opens or closes a bracket that has no other" in faults


def test_two_placeholders_do_not_share_a_name(with_policy: Path) -> None:
    faults = reasons(with_policy, Mutation(PLACEHOLDERS, 'name.fr = "port"', 'name.fr = "gardien"'))

    assert f"{PLACEHOLDERS}: port.name.fr: is the name of keeper already" in faults


@pytest.mark.parametrize("file", ["clauses/notes.txt", "cues/Harbour.toml", "clauses/old/harbour.toml"])
def test_a_file_of_another_name_is_refused(with_policy: Path, file: str) -> None:
    (with_policy / file).parent.mkdir(exist_ok=True)
    (with_policy / file).write_text("", "utf-8")

    faults = check_faults(with_policy)

    assert len(faults) == 1
    assert faults[0][0] in (file, str(Path(file).parent))
