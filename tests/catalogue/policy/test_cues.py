"""Readings, cues and named sets of terms: what is refused, and where."""

from pathlib import Path

import pytest

from app.catalogue.check import check
from app.catalogue.loader import load
from tests.catalogue.mutations import Mutation, check_faults
from tests.catalogue.policy.test_clauses import reasons

HARBOUR = "cues/harbour.toml"
GARDEN = "cues/garden.toml"
TERMS = "cues/terms.toml"
MEASURED = "cues/measured.toml"


@pytest.mark.parametrize(
    ("seed", "fault"),
    [
        (Mutation(HARBOUR, "$duty", "$duties"), "H1.en.1.all.2.1: names an unknown set: duties"),
        (Mutation(HARBOUR, 'hits = "The lamp must be lit."\n', ""), "H1.en.1.hits: is missing"),
        (Mutation(HARBOUR, 'misses = "La lampe est belle."\n', ""), "H1.fr.1.misses: is missing"),
        (
            Mutation(HARBOUR, 'confirm.fr = "la lampe est allumée la plupart des nuits"\n', ""),
            "H1.confirm.fr: is missing",
        ),
        (
            Mutation(HARBOUR, "confirmed = 2", "confirmed = 5"),
            "H1.confirmed: must be a whole number from 0 to 4",
        ),
        (Mutation(HARBOUR, '"written"', '"partly"'), "H1.reads: must be one of written, weak, none"),
        (Mutation(HARBOUR, "lamp oil", "Lamp oil"), "H1.en.1.not.1: must have the form approv* by or $staff"),
        (Mutation(HARBOUR, '["lampe*"]', "[]"), "H1.fr.1.all.1: is empty"),
        (Mutation(HARBOUR, "lamp oil", "$oil"), "H1.en.1.not.1: names an unknown set: oil"),
        (
            Mutation(HARBOUR, 'not = ["lamp oil"]', 'under = ["lamp ^"]'),
            "H1.en.1.under.1: must have the form approv* by or $staff",
        ),
    ],
)
def test_a_faulty_reading_is_refused_at_its_place(with_policy: Path, seed: Mutation, fault: str) -> None:
    assert f"{HARBOUR}: {fault}" in reasons(with_policy, seed)


@pytest.mark.parametrize(
    ("seed", "fault"),
    [
        (Mutation(HARBOUR, "alone = 0", "alone = 3"), "H1.confirmed: must not be below the level alone"),
        (
            Mutation(HARBOUR, "alone = 0", "alone = 2"),
            "H1.confirm: must be left out; the person’s word adds nothing",
        ),
        (
            Mutation(HARBOUR, "alone = 0", "alone = 1"),
            "H1.alone: must be 0 for a must-have; it needs the person’s word",
        ),
        (
            Mutation(GARDEN, "confirmed = 2", "confirmed = 3"),
            "G1.confirm: is missing; the person’s word adds to the text",
        ),
        (Mutation(GARDEN, '"written"', '"weak"'), "G1.alone: must be 0 where a policy is read as weak"),
        (
            Mutation(HARBOUR, "alone = 0\nconfirmed = 0", "alone = 0\nconfirmed = 1"),
            "H2.confirmed: must be 0 where nothing is read",
        ),
        (Mutation(HARBOUR, '"none"', '"weak"'), "H2.fr: is missing"),
        (Mutation(HARBOUR, '"written"', '"none"'), "H1.en: must be left out; nothing is read"),
        (Mutation(GARDEN, 'matter = "date"\n', ""), "G1.en: has cues on fewer than two matters"),
        (
            Mutation(GARDEN, '["@date"]]\n', '["@date"]]\nwithin = 4\n'),
            "G1.en.2.within: is not possible with @date",
        ),
        (
            Mutation(GARDEN, '["@date"]]', '["@date", "may"]]'),
            "G1.en.2.all: has @date beside other terms of a group",
        ),
        (Mutation(GARDEN, '[["hedge"], ["@date"]]', '[["@date"]]'), "G1.en.2.all: has nothing but @date"),
    ],
)
def test_levels_languages_and_matters_fit_each_other(with_policy: Path, seed: Mutation, fault: str) -> None:
    assert f"{seed.file}: {fault}" in reasons(with_policy, seed)


def test_a_practice_is_read_once(with_policy: Path) -> None:
    faults = reasons(with_policy, Mutation(GARDEN, '"G1"', '"H1"'))

    assert f"{HARBOUR}: H1.practice: is already used in {GARDEN}: H1" in faults


def test_cues_of_a_reading_may_stand_in_another_file(with_policy: Path) -> None:
    more = with_policy / "cues/harbour-fr.toml"
    more.write_text(
        '[[cues]]\npractice = "H1"\n\n[[cues.fr]]\nall = [["phare"]]\nhits = "Le phare luit."\n'
        'misses = "La nuit tombe."\n',
        "utf-8",
    )

    cues = load(with_policy).policy.readings["H1"].cues

    assert {"H1-en-1", "H1-fr-1", "H1-fr-2"} <= {cue.id for cue in cues}
    assert {cue.hits for cue in cues} >= {"The lamp must be lit.", "Le phare luit."}
    Mutation("cues/harbour-fr.toml", "Le phare luit.", "La lampe luit.").apply(with_policy)
    assert [str(fault) for fault in check(with_policy)] == [
        "cues/harbour-fr.toml: H1.fr.1.hits: is not found by the cue"
    ]


def test_cues_in_another_file_have_no_levels_and_belong_to_a_reading(with_policy: Path) -> None:
    more = with_policy / "cues/more.toml"
    more.write_text('[[cues]]\npractice = "H1"\nreads = "written"\n', "utf-8")
    assert check_faults(with_policy) == [("cues/more.toml", "H1.reads")]

    more.write_text('[[cues]]\npractice = "H9"\n', "utf-8")
    assert ("cues/more.toml", "H9.practice") in check_faults(with_policy)


def test_every_practice_has_a_reading(with_policy: Path) -> None:
    (with_policy / GARDEN).unlink()

    assert [str(fault) for fault in check(with_policy)] == [
        "cues: G1: has no reading, but domains/garden.toml asks it"
    ]


def test_a_set_that_no_cue_names_is_refused(with_policy: Path) -> None:
    for term in ('"$duty", "always"', '"$duty"'):
        Mutation(HARBOUR, term, '"always"').apply(with_policy)

    assert [str(fault) for fault in check(with_policy)] == [f"{TERMS}: set.duty: is used in no cue"]


def test_a_set_without_its_file_is_unknown(with_policy: Path) -> None:
    (with_policy / TERMS).unlink()

    assert check_faults(with_policy) == [(HARBOUR, "H1.en.1.all.2.1"), (HARBOUR, "H1.fr.1.all.2.1")]


def test_sets_in_an_unreadable_file_are_not_judged(with_policy: Path) -> None:
    (with_policy / TERMS).write_text("[", "utf-8")

    assert check_faults(with_policy) == [(TERMS, "")]


@pytest.mark.parametrize(
    ("seed", "fault"),
    [
        (Mutation(MEASURED, "right = 40", "right = 51"), "measured.en.right: is more than shown"),
        (Mutation(MEASURED, "found = 15", "found = 31"), "measured.fr.found: is more than marked"),
        (Mutation(MEASURED, "texts = 20\n", ""), "measured.en.texts: is missing"),
    ],
)
def test_measured_parts_are_not_above_their_wholes(with_policy: Path, seed: Mutation, fault: str) -> None:
    assert reasons(with_policy, seed) == [f"{MEASURED}: {fault}"]


def test_each_cue_judges_its_own_sentences(with_policy: Path) -> None:
    faults = reasons(
        with_policy,
        Mutation(HARBOUR, 'hits = "The lamp must be lit."', 'hits = "The lamp is lit."'),
        Mutation(HARBOUR, 'misses = "La lampe est belle."', 'misses = "La lampe doit être belle."'),
    )

    assert faults == [
        f"{HARBOUR}: H1.en.1.hits: is not found by the cue",
        f"{HARBOUR}: H1.fr.1.misses: is found by the cue",
    ]
