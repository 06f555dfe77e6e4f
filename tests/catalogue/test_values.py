"""Single values: numbers, choices, ids and addresses."""

from pathlib import Path

import pytest

from tests.catalogue.mutations import GARDEN, GUIDANCE, HARBOUR, MAIN, OPINIONS, SURVEY, Seed, found, reason

ADDRESS = 'address = "https://keepers.example/light?edition=1"'


@pytest.mark.parametrize("effort", ["0", "3", "8", "true", "1.0", '"1"', "[1]"])
def test_an_effort_is_one_two_or_four(sound: Path, effort: str) -> None:
    Seed(HARBOUR, "effort = 1", f"effort = {effort}").plant(sound)

    assert found(sound) == [(HARBOUR, "H1.effort")]


@pytest.mark.parametrize("share", ["-1", "101", "60.0", "true", '"60"'])
def test_a_share_is_a_whole_number_of_0_to_100(sound: Path, share: str) -> None:
    Seed(SURVEY, "share = 60", f"share = {share}").plant(sound)

    assert found(sound) == [(SURVEY, "F2.share")]


@pytest.mark.parametrize("share", ["0", "100"])
def test_the_ends_of_the_range_of_shares_are_sound(sound: Path, share: str) -> None:
    Seed(SURVEY, "share = 60", f"share = {share}").plant(sound)

    assert found(sound) == []


@pytest.mark.parametrize("gate", ["1", '"yes"', '"false"'])
def test_a_gate_is_true_or_false(sound: Path, gate: str) -> None:
    Seed(GARDEN, "gate = false", f"gate = {gate}").plant(sound)

    assert found(sound) == [(GARDEN, "G1.gate")]


@pytest.mark.parametrize(
    ("seed", "key"),
    [
        (Seed(SURVEY, 'confidence = "C"', 'confidence = "D"'), "F3.confidence"),
        (Seed(SURVEY, 'kind = "barrier"', 'kind = "hope"'), "fog.kind"),
        (Seed(SURVEY, 'quote_language = "en"', 'quote_language = "de"'), "F1.quote_language"),
        (Seed(OPINIONS, 'choice = "one"', 'choice = "two"'), "O1.choice"),
        (Seed(GUIDANCE, 'status = "Vs"', 'status = "v"'), "R2.status"),
        (Seed(MAIN, 'id = "quick"', 'id = "brief"'), "brief.id"),
        (Seed(MAIN, 'version = "1.0"', 'version = "one"'), "version"),
        (Seed(MAIN, 'version = "1.0"', "version = 1.0"), "version"),
        (Seed(SURVEY, 'published = "1912-08-14"', 'published = "August 1912"'), "survey.published"),
        (Seed(SURVEY, 'published = "1912-08-14"', "published = 1912-08-14"), "survey.published"),
        (Seed(SURVEY, "n = 100", "n = 0"), "survey.n"),
        (Seed(SURVEY, 'title = "Harbours in 1912"', 'title = "  "'), "survey.title"),
        (Seed(GARDEN, 'letter = "G"', 'letter = "g"'), "letter"),
    ],
)
def test_a_value_that_is_none_of_the_allowed_is_refused(sound: Path, seed: Seed, key: str) -> None:
    seed.plant(sound)

    assert (seed.file, key) in found(sound)


@pytest.mark.parametrize("id", ["g1", "G", "1G", "G1 ", "G-1"])
def test_a_practice_id_is_a_letter_and_a_number(sound: Path, id: str) -> None:
    Seed(GARDEN, 'id = "G1"', f'id = "{id}"').plant(sound)

    assert any(file == GARDEN and key.endswith(".id") for file, key in found(sound))


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
def test_an_address_is_of_the_web(sound: Path, address: str) -> None:
    Seed(GUIDANCE, ADDRESS, f'address = "{address}"').plant(sound)

    assert found(sound) == [(GUIDANCE, "R1.address")]


@pytest.mark.parametrize("band", ["[30]", "[37, 30]", "[30, 101]", '["30", "37"]', "30", "[30, 33, 37]"])
def test_a_band_is_two_shares_the_lower_first(sound: Path, band: str) -> None:
    Seed(OPINIONS, "drawn_as = [30, 37]", f"drawn_as = {band}").plant(sound)

    assert found(sound) == [(OPINIONS, "O2.fog.drawn_as")]


@pytest.mark.parametrize("name", ["../harbour", "Harbour", "harbour.toml", ""])
def test_a_domain_name_never_leads_out_of_the_folder(sound: Path, name: str) -> None:
    Seed(MAIN, '"harbour", "garden"', f'"harbour", "garden", "{name}"').plant(sound)

    assert found(sound) == [(MAIN, "domains.3")]


def test_an_id_of_another_form_is_told_an_example(sound: Path) -> None:
    Seed(MAIN, 'version = "1.0"', 'version = "one"').plant(sound)

    assert reason(sound) == "must have the form 1.0"


@pytest.mark.parametrize(
    ("seed", "key"),
    [
        (Seed(HARBOUR, 'owner = "pilot"', 'owner = ""'), "H2.owner"),
        (Seed(SURVEY, 'sample_figure = "F1"', 'sample_figure = " "'), "survey.sample_figure"),
    ],
)
def test_an_empty_reference_is_empty_and_not_also_unknown(sound: Path, seed: Seed, key: str) -> None:
    seed.plant(sound)

    assert found(sound) == [(seed.file, key)]
    assert reason(sound) == "is empty"


def test_an_id_at_fault_is_not_also_compared_with_others(sound: Path) -> None:
    Seed(GUIDANCE, 'id = "R1"', 'id = "r2"').plant(sound)
    Seed(GUIDANCE, 'id = "R2"', 'id = "r2"').plant(sound)
    Seed(HARBOUR, 'guidance = ["R1", "R2"]\n', "").plant(sound)
    Seed(GARDEN, 'guidance = ["R2"]', "").plant(sound)

    assert reason(sound) == "must have the form R7"
