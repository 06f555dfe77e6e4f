"""What a coordinator's commands print: codes and links once, then states and days, and no more."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from app.maturity.clock import utc_now
from app.storage.operator import backup
from app.storage.programme import programme_key
from app.storage.programme.programme_key import ProgrammeKey
from app.storage.sealing import codes, peppers
from tests import build
from tests.cli.installation import PEPPER, PEPPER_KEPT, Installation
from tests.cli.programme.commands import run
from tests.storage.programme.stored_programme import NAME, StoredProgramme, accepts, creates, submits
from tests.storage.rounds.stored_rounds import closes
from tests.storage.stored_assessment import SavedAssessment

CREATE = ("create", "--name", "  Défense\n2026 ", "--variant", "quick")


def key_of(copy: Installation, code: str) -> ProgrammeKey | None:
    with copy.store.reading.connect() as connection:
        return programme_key.unlock(connection, copy.store.vault, code, copy.store.now)


def test_create_prints_an_id_and_two_codes_that_open_the_programme(copy: Installation) -> None:
    result = run(copy, *CREATE, "--contact", "Desk 4", "--closes", "2999-12-31")

    assert result.exit_code == 0
    id, *made = result.stdout.split()
    assert len(set(made)) == 2
    for code in made:
        key = key_of(copy, code)
        assert key is not None
        assert (key.programme_id, key.terms.name, key.terms.contact) == (id, "Défense 2026", "Desk 4")
        newest = copy.store.questionnaire
        assert key.terms.fits(newest.id, newest.version, "quick")
        assert str(key.days.closes_on) == "2999-12-31"
    assert result.stderr == (
        "Each of the two codes opens the programme."
        " Neither is stored: if both are lost, so is the programme.\n"
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("create", "--name", " \n", "--variant", "full"), "--name is empty."),
        (("create", "--name", "x" * 201, "--variant", "full"), "--name has 201 characters."),
        ((*CREATE, "--contact", "x" * 201), "--contact has 201 characters."),
        ((*CREATE, "--closes", "30/6/2027"), "--closes must be a day such as 2027-06-30."),
        ((*CREATE, "--closes", "2026-01-31"), "--closes names a day that has passed: today is "),
        (("create", "--name", "x", "--variant", "some"), "--variant"),
        (("create", "--name", "x"), "--variant"),
        (("invite", "id"), "LABELS.csv"),
        (("show",), "show"),
    ],
)
def test_what_is_asked_wrongly_is_usage(copy: Installation, words: tuple[str, ...], sentence: str) -> None:
    result = run(copy, *words)

    assert result.exit_code == 2
    assert sentence in result.stderr
    assert copy.rows()["programmes"] == 0


def test_a_programme_may_close_today(copy: Installation) -> None:
    assert run(copy, *CREATE, "--closes", utc_now().date().isoformat()).exit_code == 0


def test_create_asks_for_a_pepper_that_the_codes_can_be_made_under(copy: Installation) -> None:
    saved = copy.store.create(build.capella(copy.store.questionnaire))
    result = run(copy, *CREATE, PEPPER="o" * 32)

    assert result.exit_code == 1
    assert result.stderr.startswith("PEPPER must hold every pepper under which stored links were made")
    assert saved.opens()
    assert copy.rows()["programmes"] == 0


@pytest.mark.parametrize("words", [("list",), ("close",), ("invite", "labels")])
def test_without_the_programmes_own_code_nothing_is_done(
    copy: Installation, programme: StoredProgramme, labels: Path, words: tuple[str, ...]
) -> None:
    command, *more = (words[0], programme.id, *(str(labels) for _ in words[1:]))
    other = creates(copy.store).code
    saved = copy.store.create(build.capella(copy.store.questionnaire)).code

    for typed in ("", "no code", codes.new_code(), other, saved):
        result = run(copy, command, *more, typed=typed)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr == "No programme with this id has this code.\n"
    assert programme.lists() == ()
    assert programme.at(copy.store.now).states() == {}


def lives(copy: Installation, programme: StoredProgramme) -> SavedAssessment:
    """Invite three, of which one completes an assessment and submits nothing."""
    one, *_others = programme.invites("Sirius", "Tab\there", "Antares")
    saved = copy.store.create(build.bellatrix(copy.store.questionnaire))
    accepts(saved, one.token)
    closes(saved, copy.store.now.date())
    return saved


def test_list_prints_states_and_days_and_nothing_else(copy: Installation, programme: StoredProgramme) -> None:
    saved = lives(copy, programme)
    today = copy.store.now.date()

    result = run(copy, "list", programme.id, typed=programme.code)

    assert (result.exit_code, result.stdout) == (
        0,
        f"{today} not_begun Antares\n{today} complete Sirius\n{today} not_begun Tab\\u0009here\n",
    )
    assert result.stderr == "not_begun 2, begun 0, complete 1, submitted 0, left 0\n"
    assert saved.id not in result.output


def test_no_command_prints_anything_of_who_submitted_nothing(
    copy: Installation, programme: StoredProgramme, labels: Path
) -> None:
    saved = lives(copy, programme)

    printed = "".join(
        run(copy, *words, typed=programme.code).output
        for words in (("list", programme.id), ("invite", programme.id, str(labels)), ("close", programme.id))
    )
    printed += copy.run_data("stats").output

    for secret in (saved.id, saved.code, "Bellatrix\n", "50_249", programme.code, NAME):
        assert secret not in printed
    assert programme.codes[1] not in printed


def test_close_closes_it_once(copy: Installation, programme: StoredProgramme, labels: Path) -> None:
    first = run(copy, "close", programme.id, typed=programme.code)
    again = run(copy, "close", programme.id, typed=programme.code)
    invited = run(copy, "invite", programme.id, str(labels), typed=programme.code)

    assert (first.stdout, again.stdout) == (
        "The programme is closed.\n",
        "The programme was closed already.\n",
    )
    key = key_of(copy, programme.code)
    assert key is not None
    assert not key.is_open
    assert (invited.exit_code, invited.stderr) == (
        1,
        "The programme is closed: extend it on its pages to invite more organisations.\n",
    )


def test_a_last_day_that_has_passed_is_closed_too(copy: Installation) -> None:
    programme = creates(copy.store, closes_on=copy.store.now.date() - timedelta(days=1))

    assert run(copy, "close", programme.id, typed=programme.code).stdout.endswith("closed already.\n")


def test_a_row_that_was_altered_is_one_sentence(copy: Installation, programme: StoredProgramme) -> None:
    programme.invites("Sirius")
    copy.store.run(text("UPDATE programme_invitations SET sealed = terms"))

    result = run(copy, "list", programme.id, typed=programme.code)

    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "is not what was sealed." in result.stderr


def test_a_backup_carries_a_programme_with_all_that_was_submitted(
    copy: Installation, empty: Installation, programme: StoredProgramme, tmp_path: Path
) -> None:
    lives(copy, programme)
    copy.run_data("backup", str(tmp_path / "b"), "--pepper-kept-elsewhere")

    assert empty.run_data("restore", str(tmp_path / "b")).exit_code == 0

    assert empty.rows() == copy.rows()
    for each in programme.codes:
        assert (
            run(empty, "list", programme.id, typed=each).stdout
            == run(copy, "list", programme.id, typed=each).stdout
        )


def test_its_codes_need_their_pepper_as_links_do(
    copy: Installation, programme: StoredProgramme, tmp_path: Path
) -> None:
    other = {"PEPPER": "o" * 32}
    file = str(tmp_path / "b")

    counted = copy.run_data("stats", settings=other)
    backed_up = copy.run_data("backup", file, PEPPER_KEPT, settings=other)
    listed = run(copy, "list", programme.id, typed=programme.code, **other)

    assert "links_without_pepper 2\n" in counted.stdout
    for result in (counted, backed_up, listed):
        assert result.exit_code == 1
        assert result.stderr.startswith("PEPPER must hold every pepper under which stored links were made")
    copy.run_data("backup", file, PEPPER_KEPT)
    assert backup.check(Path(file)).header.pepper_names == peppers.names_of([PEPPER.encode()])


def test_stats_count_programmes_and_name_nothing(copy: Installation, programme: StoredProgramme) -> None:
    saved = lives(copy, programme)
    submits(saved)

    result = copy.run_data("stats")

    assert "programmes 1\ninvitations 3\nsubmissions 1\n" in result.stdout
    assert programme.id not in result.output
