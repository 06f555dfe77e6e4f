"""Single values: numbers, choices, ids and addresses."""

from datetime import date
from pathlib import Path

import pytest

from app.catalogue.loader import load
from tests.catalogue.mutations import (
    GARDEN,
    GUIDANCE,
    HARBOUR,
    MAIN,
    OPINIONS,
    SURVEY,
    Mutation,
    check_faults,
    only_reason,
)

ADDRESS = 'address = "https://keepers.example/light?edition=1"'


@pytest.mark.parametrize("effort", ["0", "3", "8", "true", "1.0", '"1"', "[1]"])
def test_an_effort_is_one_two_or_four(sound: Path, effort: str) -> None:
    Mutation(HARBOUR, "effort = 1", f"effort = {effort}").apply(sound)

    assert check_faults(sound) == [(HARBOUR, "H1.effort")]


@pytest.mark.parametrize("share", ["-1", "101", "60.0", "true", '"60"'])
def test_a_share_is_a_whole_number_of_0_to_100(sound: Path, share: str) -> None:
    Mutation(SURVEY, "share = 60", f"share = {share}").apply(sound)

    assert check_faults(sound) == [(SURVEY, "F2.share")]


@pytest.mark.parametrize("share", ["0", "100"])
def test_the_ends_of_the_range_of_shares_are_sound(sound: Path, share: str) -> None:
    Mutation(SURVEY, "share = 60", f"share = {share}").apply(sound)

    assert check_faults(sound) == []


@pytest.mark.parametrize("gate", ["1", '"yes"', '"false"'])
def test_a_gate_is_true_or_false(sound: Path, gate: str) -> None:
    Mutation(GARDEN, "gate = false", f"gate = {gate}").apply(sound)

    assert check_faults(sound) == [(GARDEN, "G1.gate")]


@pytest.mark.parametrize(
    ("seed", "key"),
    [
        (Mutation(SURVEY, 'confidence = "C"', 'confidence = "D"'), "F3.confidence"),
        (Mutation(SURVEY, 'kind = "barrier"', 'kind = "hope"'), "fog.kind"),
        (Mutation(SURVEY, 'quote_language = "en"', 'quote_language = "de"'), "F1.quote_language"),
        (Mutation(OPINIONS, 'choice = "one"', 'choice = "two"'), "O1.choice"),
        (Mutation(GUIDANCE, 'status = "Vs"', 'status = "v"'), "R2.status"),
        (Mutation(GUIDANCE, 'title_language = "en"', 'title_language = "de"'), "R1.title_language"),
        (Mutation(GUIDANCE, 'title.fr = "Des haies"\n', ""), "R2.title.fr"),
        (Mutation(GUIDANCE, 'title = "On lighthouses"', "title = 7"), "R1.title"),
        (Mutation(MAIN, 'id = "quick"', 'id = "brief"'), "brief.id"),
        (Mutation(MAIN, 'version = "1.0"', 'version = "one"'), "version"),
        (Mutation(MAIN, 'version = "1.0"', "version = 1.0"), "version"),
        (Mutation(SURVEY, 'published = "1912-08-14"', 'published = "August 1912"'), "survey.published"),
        (Mutation(SURVEY, 'published = "1912-08-14"', "published = 1912-08-14"), "survey.published"),
        (Mutation(SURVEY, "n = 100", "n = 0"), "survey.n"),
        (Mutation(SURVEY, 'title = "Harbours in 1912"', 'title = "  "'), "survey.title"),
        (Mutation(GARDEN, 'letter = "G"', 'letter = "g"'), "letter"),
    ],
)
def test_a_value_that_is_none_of_the_allowed_is_refused(sound: Path, seed: Mutation, key: str) -> None:
    seed.apply(sound)

    assert (seed.file, key) in check_faults(sound)


@pytest.mark.parametrize("id", ["g1", "G", "1G", "G1 ", "G-1"])
def test_a_practice_id_is_a_letter_and_a_number(sound: Path, id: str) -> None:
    Mutation(GARDEN, 'id = "G1"', f'id = "{id}"').apply(sound)

    assert any(file == GARDEN and key.endswith(".id") for file, key in check_faults(sound))


@pytest.mark.parametrize(
    "address",
    [
        "ftp://keepers.example/",
        "javascript:alert(1)",
        "keepers.example",
        "https://",
        "https://a b",
        "//a.example",
    ],
)
def test_an_address_is_a_web_address(sound: Path, address: str) -> None:
    Mutation(GUIDANCE, ADDRESS, f'address = "{address}"').apply(sound)

    assert check_faults(sound) == [(GUIDANCE, "R1.address")]


@pytest.mark.parametrize("band", ["[30]", "[37, 30]", "[30, 101]", '["30", "37"]', "30", "[30, 33, 37]"])
def test_a_band_is_two_shares_the_lower_first(sound: Path, band: str) -> None:
    Mutation(OPINIONS, "drawn_as = [30, 37]", f"drawn_as = {band}").apply(sound)

    assert check_faults(sound) == [(OPINIONS, "O2.fog.drawn_as")]


@pytest.mark.parametrize("name", ["../harbour", "Harbour", "harbour.toml", ""])
def test_a_domain_name_never_leads_out_of_the_folder(sound: Path, name: str) -> None:
    Mutation(MAIN, '"harbour", "garden"', f'"harbour", "garden", "{name}"').apply(sound)

    assert check_faults(sound) == [(MAIN, "domains.3")]


def test_the_fault_of_an_id_of_another_form_has_an_example(sound: Path) -> None:
    Mutation(MAIN, 'version = "1.0"', 'version = "one"').apply(sound)

    assert only_reason(sound) == "must have the form 1.0"


@pytest.mark.parametrize(
    ("seed", "key"),
    [
        (Mutation(HARBOUR, 'owner = "pilot"', 'owner = ""'), "H2.owner"),
        (Mutation(SURVEY, 'sample_figure = "F1"', 'sample_figure = " "'), "survey.sample_figure"),
    ],
)
def test_an_empty_reference_is_empty_and_not_also_unknown(sound: Path, seed: Mutation, key: str) -> None:
    seed.apply(sound)

    assert check_faults(sound) == [(seed.file, key)]
    assert only_reason(sound) == "is empty"


def test_a_faulty_id_is_not_also_compared_with_others(sound: Path) -> None:
    Mutation(GUIDANCE, 'id = "R1"', 'id = "r2"').apply(sound)
    Mutation(GUIDANCE, 'id = "R2"', 'id = "r2"').apply(sound)
    Mutation(HARBOUR, 'guidance = ["R1", "R2"]\n', "").apply(sound)
    Mutation(GARDEN, 'guidance = ["R2"]', "").apply(sound)

    assert only_reason(sound) == "must have the form R7"


@pytest.mark.parametrize("day", ["2026-11-31", "30.11.2026", "2026-11-30T00:00:00Z"])
def test_the_day_of_a_version_is_a_day_that_exists(sound: Path, day: str) -> None:
    Mutation(MAIN, 'version = "', f'published = "{day}"\nversion = "').apply(sound)

    assert check_faults(sound) == [(MAIN, "published")]


def test_a_version_may_have_a_day_or_none(sound: Path) -> None:
    assert load(sound).published is None

    Mutation(MAIN, 'version = "', 'published = "2026-11-30"\nversion = "').apply(sound)

    assert load(sound).published == date(2026, 11, 30)
