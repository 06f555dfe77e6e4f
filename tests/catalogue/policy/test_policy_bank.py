"""Clauses and cues are loaded with the questionnaire."""

import shutil
from pathlib import Path

import pytest

from app.catalogue.loader import load
from app.catalogue.versions import load_all
from app.maturity.policy.clause import Clause, Placeholder, PolicyBank
from app.maturity.policy.cue import Cue, MeasuredReading
from app.maturity.text import Text
from tests.catalogue.mutations import GUIDANCE, MAIN, QUESTIONNAIRES, Mutation


@pytest.fixture
def bank(with_policy: Path) -> PolicyBank:
    return load(with_policy).policy


def test_a_questionnaire_without_clauses_has_an_empty_bank() -> None:
    bank = load(QUESTIONNAIRES / "sound").policy

    assert not bank
    assert (bank.clauses, bank.placeholders, bank.readings, bank.measured) == ({}, (), {}, {})


def test_a_clause_has_its_paragraphs_in_both_languages(bank: PolicyBank) -> None:
    assert bank.clauses["G1"] == (
        Clause(
            id="G1-1",
            practice="G1",
            supports=2,
            title=Text("The hedge", "La haie"),
            paragraphs=(Text("The hedge must be cut.", "La haie doit être taillée."),),
            also=(Text("Buy shears.", "Acheter un sécateur."),),
            guidance=("R2",),
        ),
    )


def test_clauses_and_readings_are_in_the_order_of_the_questionnaire(bank: PolicyBank) -> None:
    assert [each.id for clauses in bank.clauses.values() for each in clauses] == ["H1-1", "H1-2", "G1-1"]
    assert list(bank.readings) == ["H1", "H2", "G1"]


def test_placeholders_are_loaded(bank: PolicyBank) -> None:
    keeper = Placeholder(
        "keeper",
        Text("keeper", "gardien"),
        Text("The person who lights the lamp.", "La personne qui allume la lampe."),
        common=True,
    )

    assert bank.placeholders[0] == keeper
    assert not bank.placeholders[1].common


def test_a_reading_has_its_levels_its_sentence_and_its_cues(bank: PolicyBank) -> None:
    reading = bank.readings["H1"]

    assert (reading.kind, reading.alone, reading.confirmed, reading.two_matters) == ("written", 0, 2, False)
    assert reading.confirm == Text(
        "the lamp is lit on most nights", "la lampe est allumée la plupart des nuits"
    )
    assert reading.why == Text("a rule lights no lamp", "une règle n’allume aucune lampe")
    assert [cue.id for cue in reading.cues] == ["H1-en-1", "H1-fr-1"]


def test_a_named_set_is_replaced_by_its_terms(bank: PolicyBank) -> None:
    assert bank.readings["H1"].cues[0] == Cue(
        id="H1-en-1",
        language="en",
        groups=(("lamp*",), ("must", "shall", "always")),
        within=8,
        vetoes=("lamp oil",),
        hits="The lamp must be lit.",
        misses="The lamp oil must be bought.",
    )


def test_cues_tell_the_matters_of_their_quotes(bank: PolicyBank) -> None:
    reading = bank.readings["G1"]

    assert reading.two_matters
    assert reading.matters_of({"G1-en-1", "G1-fr-1"}) == {"cutting"}
    assert reading.matters_of({"G1-en-1", "G1-en-2", "H1-en-1"}) == {"cutting", "date"}


def test_what_was_measured_is_loaded_by_language(bank: PolicyBank) -> None:
    assert bank.measured == {
        "en": MeasuredReading(texts=20, shown=50, right=40, marked=80, found=40),
        "fr": MeasuredReading(texts=10, shown=20, right=15, marked=30, found=15),
    }


def test_an_older_version_without_a_bank_has_the_newest_one_for_what_it_knows(with_policy: Path) -> None:
    older = Path(shutil.copytree(QUESTIONNAIRES / "sound", with_policy.with_name("older")))
    Mutation(MAIN, 'version = "1.0"', 'version = "0.9"').apply(older)
    for file in (GUIDANCE, "domains/garden.toml", "domains/harbour.toml"):
        text = (older / file).read_text("utf-8")
        (older / file).write_text(text.replace('"R2"', '"R3"').replace("G1", "G2"), "utf-8")
    Mutation(MAIN, '["H1", "G1"]', '["H1", "G2"]').apply(older)
    extra = 'guidance = ["R1"]'
    Mutation("clauses/harbour.toml", extra, 'guidance = ["R1", "R2"]').apply(with_policy)

    first, newest = load_all(with_policy.parent).known

    assert list(newest.policy.clauses) == list(newest.policy.readings)[::2] == ["H1", "G1"]
    assert list(first.policy.clauses) == ["H1"]
    assert list(first.policy.readings) == ["H1", "H2"]
    assert first.policy.clauses["H1"][0].guidance == ("R1",)
    assert first.policy.placeholders == newest.policy.placeholders
    assert first.policy.measured == newest.policy.measured


def test_an_older_version_with_a_bank_keeps_it(with_policy: Path) -> None:
    older = Path(shutil.copytree(with_policy, with_policy.with_name("older")))
    Mutation(MAIN, 'version = "1.0"', 'version = "0.9"').apply(older)
    Mutation("clauses/garden.toml", "The hedge must be cut.", "The hedge must be tall.").apply(older)

    first, newest = load_all(with_policy.parent).known

    assert [each.policy.clauses["G1"][0].paragraphs[0].en for each in (first, newest)] == [
        "The hedge must be tall.",
        "The hedge must be cut.",
    ]
