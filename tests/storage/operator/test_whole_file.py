"""Files are whole under their name, or not there."""

import os
import stat
from pathlib import Path

import pytest

from app.storage.operator import whole_file
from tests.small_disk import filled, mounted


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def create(path: Path, content: str) -> None:
    with whole_file.create(path) as draft:
        draft.write_text(content)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o277])
def test_a_created_file_is_readable_by_its_owner_only(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        with whole_file.create(tmp_path / "file") as draft:
            draft.write_bytes(b"content")
            assert mode(draft) == 0o600
    finally:
        os.umask(before)

    assert mode(tmp_path / "file") == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("kind", ["file", "link to nothing"])
def test_an_existing_name_is_never_taken(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "file"
    if kind == "file":
        path.write_text("kept")
    else:
        path.symlink_to(tmp_path / "elsewhere")

    with pytest.raises(FileExistsError), whole_file.create(path):
        pass

    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_name_that_is_taken_meanwhile_is_left_to_its_file(tmp_path: Path) -> None:
    path = tmp_path / "file"

    with pytest.raises(FileExistsError), whole_file.create(path):
        create(path, "second")

    assert (tmp_path / "file").read_text() == "second"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_after_a_failure_no_file_is_left(tmp_path: Path, error: type[BaseException]) -> None:
    with pytest.raises(error), whole_file.create(tmp_path / "file"):
        raise error

    assert not list(tmp_path.iterdir())


def test_a_replaced_file_keeps_its_mode_and_the_link_to_it(tmp_path: Path) -> None:
    path, link = tmp_path / "file", tmp_path / "link"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)

    whole_file.replace(link, b"new")

    assert link.is_symlink()
    assert (path.read_bytes(), mode(path)) == (b"new", 0o640)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_new_file_has_the_mode_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        whole_file.replace(tmp_path / "file", b"new")
    finally:
        os.umask(before)

    assert mode(tmp_path / "file") == 0o640


def test_what_is_no_file_is_written_to_directly(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    whole_file.replace(pipe, b"content")

    assert os.read(reader, 100) == b"content"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_on_a_full_disk_the_old_file_stays_and_nothing_else(tmp_path: Path) -> None:
    with mounted(tmp_path, "64k") as is_mounted:
        if not is_mounted:
            pytest.skip("Only root can mount a small disk.")
        path = tmp_path / "file"
        path.write_bytes(b"old")
        with filled(tmp_path):
            with pytest.raises(OSError, match="No space left"):
                whole_file.replace(path, bytes(100_000))
            with pytest.raises(OSError, match="No space left"), whole_file.create(tmp_path / "new") as draft:
                draft.write_bytes(bytes(100_000))

            assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "filler"]
            assert path.read_bytes() == b"old"
