"""What a sector body’s commands say: nothing of one contribution, and no number that is not published."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy import func, select, text

from app.storage.database.tables import InvitationRow
from app.storage.peers import invitations
from tests.cli.installation import Installation
from tests.maturity.peers.build import MEDIA
from tests.report.documents import words
from tests.storage.peers.stored_contributions import contribute_all, publish


def peers(copy: Installation, *words: str, **settings: str) -> Result:
    return copy.run_group("peers", *words, settings=settings)


def test_publish_says_what_got_a_new_snapshot(copy: Installation) -> None:
    contribute_all(copy.store, [50] * 10)

    result = peers(copy, "publish")

    assert result.exit_code == 0
    assert result.stdout.startswith("1.0 full: published as of 20")
    assert peers(copy, "publish").stdout == "1.0 full: stays as it is: not enough has changed.\n"


def test_publish_says_the_same_of_eight_as_of_none(copy: Installation) -> None:
    contribute_all(copy.store, [50] * 10)
    peers(copy, "publish")
    unchanged = peers(copy, "publish").stdout
    contribute_all(copy.store, [60] * 8)

    assert peers(copy, "publish").stdout == unchanged


def test_publish_of_nothing_says_so(copy: Installation) -> None:
    assert peers(copy, "publish").stdout == "There is nothing to publish.\n"


def test_publish_keeps_to_the_operators_minimum(copy: Installation) -> None:
    contribute_all(copy.store, [50] * 12)

    assert "stays" in peers(copy, "publish", MINIMUM_COHORT="15").stdout
    assert "published" in peers(copy, "publish", MINIMUM_COHORT="12").stdout


def test_a_minimum_below_ten_stops_every_command(copy: Installation) -> None:
    result = peers(copy, "publish", MINIMUM_COHORT="9")

    assert (result.exit_code, result.stderr) == (
        1,
        "MINIMUM_COHORT must be a whole number from 10 to 1000.\n",
    )


def test_rebuild_says_whether_all_was_right_and_mends(copy: Installation) -> None:
    contribute_all(copy.store, [50] * 3)

    assert peers(copy, "rebuild").stdout == "Recounted: all counts were right.\n"
    copy.store.run(text("DELETE FROM histograms"))
    assert peers(copy, "rebuild").stdout == "Recounted: some counts were wrong and are corrected.\n"
    assert peers(copy, "rebuild").stdout == "Recounted: all counts were right.\n"


def test_report_gives_the_published_cohorts_as_csv(copy: Installation) -> None:
    contribute_all(copy.store, [50] * 12)
    contribute_all(copy.store, [98] * 20, MEDIA, first=100)
    publish(copy.store)

    rows = list(csv.DictReader(peers(copy, "report").stdout.splitlines()))

    kinds = [(row["organisation_type"], row["size_band"]) for row in rows]
    assert kinds == [
        *(("all", "all"), ("media", "all"), ("media", "1_49"), ("supplier", "all"), ("supplier", "50_249"))
    ]
    assert list(rows[1].values()) == [
        *("1.0", "full", "2026-11", "media", "all", "overall", "20", ">=90", ">=90", ">=90")
    ]
    assert list(rows[3].values())[6:] == ["10", "", "50", ""]


def test_report_gives_the_same_as_json_into_a_file(copy: Installation, tmp_path: Path) -> None:
    contribute_all(copy.store, [50] * 12)
    publish(copy.store)

    assert peers(copy, "report", "--json", "-o", str(tmp_path / "peers.json")).stdout == ""

    report = json.loads((tmp_path / "peers.json").read_text())
    assert (report["format"], report["format_version"], len(report["notes"])) == ("muster-peers", 1, 5)
    assert report["cohorts"][0] == {
        "version": "1.0",
        "variant": "full",
        "month": "2026-11",
        "organisation_type": None,
        "size_band": None,
        "measure": "overall",
        "contributions": 10,
        "lower_quartile": None,
        "median": 50,
        "upper_quartile": None,
    }


def test_a_report_of_nothing_has_no_rows(copy: Installation) -> None:
    contribute_all(copy.store, [50] * 9)

    assert len(peers(copy, "report", "--csv").stdout.splitlines()) == 1
    assert json.loads(peers(copy, "report", "--json").stdout)["cohorts"] == []


def test_a_report_that_cannot_be_written_is_one_sentence(copy: Installation, tmp_path: Path) -> None:
    result = peers(copy, "report", "-o", str(tmp_path))

    assert (result.exit_code, result.stderr) == (
        1,
        f"{tmp_path}: The file cannot be written: Is a directory.\n",
    )


def test_invite_prints_tokens_of_which_only_digests_are_kept(copy: Installation) -> None:
    result = peers(copy, "invite", "3", CONTRIBUTIONS="invited")

    tokens = result.stdout.split()
    assert len(set(tokens)) == 3
    assert result.stderr == ""
    assert copy.store.rows(select(func.count()).select_from(InvitationRow)) == [(3,)]
    with copy.store.writing.begin() as connection:
        assert invitations.redeem(connection, tokens[1])


def test_invite_says_when_nobody_asks_for_tokens(copy: Installation) -> None:
    result = peers(copy, "invite")

    assert len(result.stdout.split()) == 1
    assert result.stderr == "CONTRIBUTIONS is open: contributing needs no invitation.\n"


@pytest.mark.parametrize("words", [("invite", "0"), ("invite", "many"), ("report", "--xml"), ("show",)])
def test_what_is_asked_wrongly_is_usage(copy: Installation, words: tuple[str, ...]) -> None:
    assert peers(copy, *words).exit_code == 2


def test_stats_round_contributions_down_to_five(copy: Installation) -> None:
    contribute_all(copy.store, [50] * 9)

    assert "contributions 5\n" in copy.run_data("stats").stdout


def test_a_backup_carries_what_is_contributed_and_published(
    copy: Installation, empty: Installation, tmp_path: Path
) -> None:
    contribute_all(copy.store, [50] * 12)
    publish(copy.store)
    contribute_all(copy.store, [60] * 2)
    copy.run_data("backup", str(tmp_path / "b"), "--pepper-kept-elsewhere")

    assert empty.run_data("restore", str(tmp_path / "b")).exit_code == 0

    assert empty.rows() == copy.rows()
    assert peers(empty, "report").stdout == peers(copy, "report").stdout
    assert peers(empty, "rebuild").stdout == "Recounted: all counts were right.\n"
    assert "stays" in peers(empty, "publish").stdout


def test_the_report_as_a_pdf_holds_every_published_cohort(copy: Installation, tmp_path: Path) -> None:
    contribute_all(copy.store, [50] * 10)
    publish(copy.store)
    out = tmp_path / "peers.pdf"

    result = peers(copy, "report", "--pdf", "--lang", "fr", "-o", str(out))

    assert (result.exit_code, result.stderr) == (0, "")
    content = words(out.read_bytes())
    assert "Toutes les organisations Au moins 10 organisations" in content
    assert "Maturité globale trop peu de pairs 50" in content


@pytest.mark.parametrize("options", [("--pdf",), ("--lang", "en"), ("--pdf", "--lang", "en")])
def test_the_report_as_a_pdf_needs_a_language_and_a_file(
    copy: Installation, options: tuple[str, ...]
) -> None:
    assert peers(copy, "report", *options).exit_code == 2


def test_a_report_of_nothing_is_not_printed(copy: Installation, tmp_path: Path) -> None:
    out = tmp_path / "peers.pdf"

    assert peers(copy, "report", "--pdf", "--lang", "en", "-o", str(out)).exit_code == 1
    assert not out.exists()
