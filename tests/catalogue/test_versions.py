"""Several versions of one questionnaire in one folder."""

from pathlib import Path

import pytest

from app.catalogue.faults import FaultyQuestionnaireError
from app.catalogue.versions import load_all
from app.maturity.text import Text
from tests.catalogue.mutations import GARDEN, HARBOUR, MAIN, OPINIONS, Mutation
from tests.questionnaire_versions import FIRST_VERSION, SECOND_VERSION, lay_out


@pytest.fixture
def both(tmp_path: Path) -> Path:
    return lay_out(tmp_path, FIRST_VERSION, SECOND_VERSION)


def refusal(folder: Path) -> str:
    with pytest.raises(FaultyQuestionnaireError) as refused:
        load_all(folder)
    return str(refused.value)


def versioned(folder: Path, old: str, new: str) -> None:
    Mutation(MAIN, f'version = "{old}"', f'version = "{new}"').apply(folder)


def test_every_folder_is_a_version_and_the_newest_comes_last(both: Path) -> None:
    versions = load_all(both)

    assert [each.version for each in versions.known] == ["1.0", "1.1"]
    assert versions.newest.version == "1.1"


def test_versions_are_compared_by_their_numbers(both: Path) -> None:
    versioned(both / FIRST_VERSION, "1.0", "1.10")
    versioned(both / SECOND_VERSION, "1.1", "1.9")

    assert load_all(both).newest.version == "1.10"


def test_an_older_version_without_decisions_has_those_of_the_newest(both: Path) -> None:
    for text in (
        'decision.en = "Appoint a keeper of the hedge."\n',
        'decision.fr = "Désigner un gardien de la haie."\n',
    ):
        Mutation(GARDEN, text, "").apply(both / FIRST_VERSION)
    Mutation(HARBOUR, "Fund the lighthouse.", "Sell the lighthouse.").apply(both / SECOND_VERSION)

    older, newest = load_all(both).known

    assert older.question("G1").decision == newest.question("G1").decision is not None
    assert older.question("H1").decision == Text("Fund the lighthouse.", "Financer le phare.")
    assert older.questions_in("quick") == tuple(older.question(id) for id in ("H1", "G1"))


def test_every_practice_of_the_newest_version_needs_a_decision(both: Path) -> None:
    for line in ('decision.en = "Fund the lighthouse."\n', 'decision.fr = "Financer le phare."\n'):
        Mutation(HARBOUR, line, "").apply(both / SECOND_VERSION)

    assert refusal(both) == "sound-1.1/domains: H1.decision: is missing in the newest version"


def test_hidden_folders_and_files_are_no_versions(both: Path) -> None:
    (both / ".git").mkdir()
    (both / "README.md").write_text("How to release")

    assert len(load_all(both).known) == 2


def test_the_same_version_twice_is_refused_with_the_names_of_both_folders(both: Path) -> None:
    versioned(both / SECOND_VERSION, "1.1", "1.00")

    assert refusal(both) == "sound-1.1/questionnaire.toml: version: is 1.00, which sound is already"


def test_a_fault_in_any_version_names_its_folder(both: Path) -> None:
    Mutation(GARDEN, "why.en", "wyh.en").apply(both / FIRST_VERSION)

    assert "sound/domains/garden.toml: G1.why.en: is missing" in refusal(both).splitlines()


def test_another_questionnaire_beside_it_is_refused(both: Path) -> None:
    Mutation(MAIN, 'id = "sound"', 'id = "other"').apply(both / SECOND_VERSION)

    sentence = "must be sound, as in sound; one questionnaire is served"
    assert refusal(both) == f"sound-1.1/questionnaire.toml: id: {sentence}"


def test_a_folder_without_any_version_is_refused(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        assert refusal(folder) == f"{folder}: holds no questionnaire"


def test_a_practice_must_not_be_an_opinion_of_another_version(both: Path) -> None:
    Mutation(OPINIONS, 'id = "O2"', 'id = "K1"').apply(both / FIRST_VERSION)

    assert refusal(both) == "sound-1.1/domains: K1: is an opinion in sound"


def test_an_opinion_must_not_be_a_practice_of_another_version(both: Path) -> None:
    Mutation(OPINIONS, 'id = "O2"', 'id = "H2"').apply(both / SECOND_VERSION)

    assert refusal(both) == "sound-1.1/opinions.toml: H2: is a practice in sound"


def test_a_dropped_id_is_never_used_again(both: Path) -> None:
    lay_out(both, "third")
    versioned(both / "third", "1.0", "1.2")

    assert refusal(both) == "third/domains: H2: was dropped in sound-1.1; what is new needs a new id"


def test_the_letter_of_a_dropped_domain_is_never_used_again(both: Path) -> None:
    (both / SECOND_VERSION).rename(both / "earliest")
    versioned(both / "earliest", "1.1", "0.9")
    lay_out(both, SECOND_VERSION)

    faults = refusal(both).splitlines()

    assert faults == [
        f"sound-1.1/domains: {id}: was dropped in sound; what is new needs a new id"
        for id in ("H3", "K1", "K")
    ]
