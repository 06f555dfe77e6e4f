"""The command that invites prints every link, or names every fault of the list and invites nobody."""

import csv
from pathlib import Path

from click.testing import Result

from tests import build
from tests.cli.installation import Installation
from tests.cli.programme.commands import run
from tests.storage.programme.stored_programme import StoredProgramme, accepts


def rows(result: Result) -> list[list[str]]:
    return list(csv.reader(result.stdout_bytes.decode("utf-8-sig").splitlines(), delimiter=","))


def test_invite_prints_a_link_for_each_organisation_and_says_which_lines_it_left_out(
    copy: Installation, programme: StoredProgramme, labels: Path
) -> None:
    saved = copy.store.create(build.bellatrix(copy.store.questionnaire))

    result = run(
        copy,
        "invite",
        programme.id,
        str(labels),
        "--address",
        "https://muster.example",
        typed=programme.code.lower(),
    )

    assert result.exit_code == 0
    head, *invited = rows(result)
    assert head == ["Organisation", "State", "Date", "Link"]
    assert [row[0] for row in invited] == ["Ægir AS", "Bellatrix, Ltd", "'=SUM(A1)"]
    assert {row[1] for row in invited} == {"Not begun"}
    links = [row[3] for row in invited]
    assert all(link.startswith("https://muster.example/i/en/") for link in links)
    assert result.stderr == f"{labels}: Line 5 is left out: ægir as is already on line 2.\n"
    accepts(saved, links[1].rpartition("/")[2])
    assert programme.states()["Bellatrix, Ltd"][0] == "begun"


def test_who_is_invited_already_is_left_out(
    copy: Installation, programme: StoredProgramme, labels: Path
) -> None:
    programme.invites("ÆGIR AS")

    result = run(copy, "invite", programme.id, str(labels), typed=programme.code)

    assert [row[0] for row in rows(result)[1:]] == ["Bellatrix, Ltd", "'=SUM(A1)"]
    assert "Ægir AS is already invited" in result.stderr


def test_invite_writes_a_file_in_french(
    copy: Installation, programme: StoredProgramme, labels: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.csv"

    result = run(
        copy, "invite", programme.id, str(labels), "--lang", "fr", "-o", str(out), typed=programme.codes[1]
    )

    assert (result.exit_code, result.stdout) == (0, "")
    lines = out.read_text("utf-8-sig").splitlines()
    assert lines[1].startswith('"Ægir AS";"')
    assert "/i/fr/" in lines[1]
    assert "The links lack the address of the service: add --address https://HOST.\n" in result.stderr


def test_the_address_is_the_only_host_of_the_settings(
    copy: Installation, programme: StoredProgramme, labels: Path
) -> None:
    settings = {"MUSTER_ENV": "production", "TRUSTED_HOSTS": "muster.example"}

    result = run(copy, "invite", programme.id, str(labels), typed=programme.code, **settings)

    assert rows(result)[1][3].startswith("https://muster.example/i/en/")


def test_every_fault_of_a_list_is_named_by_its_line_and_nobody_is_invited(
    copy: Installation, programme: StoredProgramme, tmp_path: Path
) -> None:
    path = tmp_path / "labels.csv"
    path.write_text(f"Good\n{'x' * 201}\n{'y' * 300}\n", "utf-8")

    result = run(copy, "invite", programme.id, str(path), typed=programme.code)

    assert (result.exit_code, result.stdout) == (1, "")
    assert [line.split(": ")[1] for line in result.stderr.splitlines()] == ["Line 2", "Line 3"]
    assert programme.lists() == ()


def test_if_the_links_cannot_be_written_nobody_is_invited(
    copy: Installation, programme: StoredProgramme, labels: Path, tmp_path: Path
) -> None:
    result = run(copy, "invite", programme.id, str(labels), "-o", str(tmp_path), typed=programme.code)

    assert (result.exit_code, result.stderr) == (
        1,
        f"{tmp_path}: The file cannot be written: Is a directory.\n",
    )
    assert programme.lists() == ()


def test_a_list_that_is_not_there_is_one_sentence(copy: Installation, programme: StoredProgramme) -> None:
    result = run(copy, "invite", programme.id, "none.csv", typed=programme.code)

    assert (result.exit_code, result.stderr) == (
        1,
        "none.csv: The file cannot be read: No such file or directory.\n",
    )
