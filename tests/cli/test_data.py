from pathlib import Path

import pytest
from flask.testing import FlaskCliRunner
from sqlalchemy import text

from app.exchange import assessment_json
from app.storage import migrations
from app.storage.sealing.roles import CONTRIBUTOR, PULSE_VIEWER, RESULTS_VIEWER
from tests import build
from tests.cli.installation import PEPPER, PEPPER_KEPT, Installation
from tests.conftest import SECRET
from tests.storage.programme.stored_programme import accepts, creates
from tests.storage.rounds.stored_rounds import closes


def ids(copy: Installation) -> set[str]:
    return {row[0] for row in copy.store.rows(text("SELECT id FROM assessments"))}


def test_delete_takes_the_assessment_with_the_public_id_and_no_other(copy: Installation) -> None:
    one, other = (copy.store.create(build.capella(copy.store.questionnaire)) for _ in range(2))

    result = copy.run_data("delete", one.id, "--yes")

    assert (result.exit_code, result.stdout) == (
        0,
        "The assessment is deleted; its contribution to peers, if there is one, stays.\n",
    )
    assert ids(copy) == {other.id}


@pytest.mark.parametrize(("typed", "left"), [("y\n", 0), ("n\n", 1), ("", 1)])
def test_delete_asks_first(copy: Installation, typed: str, left: int) -> None:
    saved = copy.store.create(build.capella(copy.store.questionnaire))

    result = copy.run_data("delete", saved.id, typed=typed)

    assert "Delete this for good?" in result.stderr
    assert result.exit_code == left
    assert len(ids(copy)) == left


def test_what_nobody_has_cannot_be_deleted(copy: Installation) -> None:
    result = copy.run_data("delete", "nobody", "--yes")

    assert (result.exit_code, result.stderr) == (
        1,
        "There is no assessment and no programme with this public id.\n",
    )


def test_delete_deletes_a_programme_and_its_organisations_keep_their_assessments(copy: Installation) -> None:
    programme, other = creates(copy.store), creates(copy.store)
    saved = copy.store.create(build.bellatrix(copy.store.questionnaire))
    accepts(saved, programme.invites("Alpha")[0].token)

    result = copy.run_data("delete", programme.id, "--yes")

    assert (result.exit_code, result.stdout) == (
        0,
        "The programme is deleted with its submissions; the assessments of its organisations stay.\n",
    )
    assert copy.store.rows(text("SELECT id FROM programmes")) == [(other.id,)]
    assert copy.rows()["programme_invitations"] == 0
    assert ids(copy) == {saved.id}


def test_a_deletion_by_the_operator_is_told_to_the_programme(copy: Installation) -> None:
    programme = creates(copy.store)
    saved = copy.store.create(build.bellatrix(copy.store.questionnaire))
    accepts(saved, programme.invites("Alpha")[0].token)

    copy.run_data("delete", saved.id, "--yes")

    assert [state for state, _ in programme.states().values()] == ["left"]


@pytest.mark.parametrize(("words", "settings"), [((), {"RETENTION_DAYS": "30"}), (("--days", "30"), {})])
def test_purge_deletes_what_nobody_changed_and_counts_it(
    copy: Installation, words: tuple[str, ...], settings: dict[str, str]
) -> None:
    copy.store.create(build.capella(copy.store.questionnaire))
    copy.store.run(text("UPDATE assessments SET changed_on = '2020-01-01'"))
    fresh = copy.store.create(build.capella(copy.store.questionnaire))

    result = copy.run_data("purge", *words, settings=settings)

    assert (result.exit_code, result.stdout) == (0, "Assessments purged: 1.\n")
    assert ids(copy) == {fresh.id}


def test_purge_without_a_number_of_days_deletes_nothing(copy: Installation) -> None:
    copy.store.create(build.capella(copy.store.questionnaire))
    copy.store.run(text("UPDATE assessments SET changed_on = '2020-01-01'"))

    result = copy.run_data("purge")

    assert (result.exit_code, result.stderr) == (1, "Set RETENTION_DAYS, or pass --days.\n")
    assert len(ids(copy)) == 1


def test_a_wrong_setting_is_one_sentence(copy: Installation) -> None:
    result = copy.run_data("purge", settings={"DATABASE_URL": "mysql://host/db"})

    assert result.exit_code == 1
    assert result.stderr == "DATABASE_URL must begin with sqlite:/// or postgresql+psycopg://.\n"


def test_a_purge_of_today_is_not_possible(copy: Installation) -> None:
    copy.store.create(build.capella(copy.store.questionnaire))

    assert copy.run_data("purge", "--days", "0").exit_code == 2
    assert copy.store.rows(text("SELECT count(*) FROM assessments")) == [(1,)]


def test_stats_are_numbers_and_the_schema_and_nothing_else(copy: Installation) -> None:
    saved = copy.store.create(build.capella(copy.store.questionnaire))
    copy.store.run(text("UPDATE assessments SET changed_on = '2020-01-01'"))
    copy.store.create(build.capella(copy.store.questionnaire))

    result = copy.run_data("stats")

    assert result.exit_code == 0
    numbers = dict(line.split() for line in result.stdout.splitlines())
    assert (numbers["assessments"], numbers["changed_this_week"], numbers["changed_this_month"]) == (
        "2",
        "1",
        "1",
    )
    assert numbers["links"] == "2"
    assert int(numbers["sealed_bytes"]) == int(numbers["documents"]) * (12 + 2048 + 16)
    assert numbers.pop("schema") == migrations.newest()
    assert all(value.isdigit() for value in numbers.values())
    assert saved.id not in result.stdout


def test_stats_say_that_an_unusual_purge_waits_and_purge_does_it_by_hand(copy: Installation) -> None:
    for _ in range(2):
        copy.store.create(build.capella(copy.store.questionnaire))
    copy.store.run(text("UPDATE assessments SET changed_on = '2020-01-01'"))
    retention = {"RETENTION_DAYS": "365"}

    waiting = copy.run_data("stats", settings=retention)
    purged = copy.run_data("purge", settings=retention)
    after = copy.run_data("stats", settings=retention)

    assert (waiting.exit_code, waiting.stderr.count("\n")) == (0, 1)
    assert waiting.stderr.startswith("The purge of 2 of 2 assessments waits, because today is ")
    assert "purge_waiting 2\n" in waiting.stdout
    assert purged.stdout == "Assessments purged: 2.\n"
    assert "purge_waiting 0\n" in after.stdout
    assert after.stderr == ""


def test_stats_of_an_empty_database_are_zero(copy: Installation) -> None:
    numbers = dict(line.split() for line in copy.run_data("stats").stdout.splitlines())

    assert {value for name, value in numbers.items() if name != "schema"} == {"0"}


def test_export_reads_the_code_and_prints_what_it_opens(copy: Installation) -> None:
    assessment = build.aldebaran(copy.store.questionnaire)
    saved = copy.store.create(assessment)

    result = copy.run_data("export", typed=f"{saved.code.lower()}\n")

    assert result.exit_code == 0
    assert result.stdout_bytes == assessment_json.write(assessment, copy.store.questionnaire)
    assert saved.code not in result.stdout


@pytest.mark.parametrize("code", ["", "no code", "0" * 28])
def test_export_of_a_code_that_opens_nothing_is_one_sentence(copy: Installation, code: str) -> None:
    result = copy.run_data("export", typed=f"{code}\n")

    assert (result.exit_code, result.stderr) == (1, "No assessment has this code.\n")
    assert result.stdout == ""


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("role", [CONTRIBUTOR, RESULTS_VIEWER, PULSE_VIEWER])
def test_export_of_a_code_that_may_not_read_every_answer_is_one_sentence(
    copy: Installation, role: str, closed: bool
) -> None:
    saved = copy.store.create(build.aldebaran(copy.store.questionnaire))
    if closed:
        closes(saved)

    link = saved.shares(role, "G" if role == CONTRIBUTOR else "")
    result = copy.run_data("export", typed=f"{link.code}\n")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("This code does not open every answer with its comment and evidence.")
    assert result.stderr.count("\n") == 1


@pytest.mark.sqlite
@pytest.mark.parametrize(
    "words", [("data", "stats"), ("data", "backup", "FILE", PEPPER_KEPT), ("peers", "report")]
)
def test_a_command_never_creates_the_database_that_a_mistyped_address_names(
    words: tuple[str, ...], runner: FlaskCliRunner, tmp_path: Path
) -> None:
    missing, backup = tmp_path / "mistyped" / "muster.sqlite", tmp_path / "backup"
    settings = {"DATABASE_URL": f"sqlite:///{missing}", "SECRET_KEY": SECRET, "PEPPER": PEPPER}

    result = runner.invoke(args=[str(backup) if word == "FILE" else word for word in words], env=settings)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1
    assert "DATABASE_URL names a file that does not exist" in result.stderr
    assert not missing.parent.exists()
    assert not backup.exists()
