"""A backup that was damaged is refused, and nothing of it is stored."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.installation import Installation

Lines = list[str]
MISMATCH = "its checksums do not match its rows"


def first(old: str, new: str) -> Callable[[Lines], None]:
    """Change the first line."""

    def change(lines: Lines) -> None:
        assert old in lines[0]
        lines[0] = lines[0].replace(old, new)

    return change


DAMAGES: dict[str, tuple[Callable[[Lines], object], str]] = {
    "without its end": (lambda lines: lines.pop(), "The backup is truncated."),
    "without a row": (lambda lines: lines.pop(5), MISMATCH),
    "with a row too many": (lambda lines: lines.insert(5, lines[5]), MISMATCH),
    "with something after its end": (lambda lines: lines.append(lines[5]), MISMATCH),
    "with a row altered": (lambda lines: lines.insert(1, lines.pop(1).replace("1.1", "2.0")), MISMATCH),
    "of an unknown schema": (first('"schema":"programmes', '"schema":"last'), "by another release"),
    "of a format to come": (first('version":1', 'version":2'), "by a newer release"),
    "of something else": (first("muster-backup", "muster"), "not a backup of Muster"),
    "without a header": (lambda lines: lines.pop(0), "not a whole backup"),
    "with half a line": (lambda lines: lines.insert(3, "{"), "not a whole backup"),
    "with nothing": (lambda lines: lines.clear(), "not a whole backup"),
}


def damaged(path: Path, change: Callable[[Lines], object]) -> Path:
    """Rewrite the backup with its lines changed."""
    lines = gzip.decompress(path.read_bytes()).decode().splitlines()
    change(lines)
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    return path


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_backup_is_refused_in_one_sentence_and_nothing_is_stored(
    file: Path, empty: Installation, damage: str
) -> None:
    change, sentence = DAMAGES[damage]

    result = empty.run_data("restore", str(damaged(file, change)))

    assert result.exit_code == 1
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1
    assert not any(empty.rows().values())


@pytest.mark.parametrize("content", [b"", b"no backup", gzip.compress(b"\xff", mtime=0), None])
def test_what_is_no_backup_is_refused_in_one_sentence(
    copy: Installation, tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "file").write_bytes(content)

    result = copy.run_data("restore", str(tmp_path / "file"))

    assert result.exit_code == 1
    assert result.stderr.startswith(f"{tmp_path / 'file'}: ")
    # The sentence quotes nothing of the file.
    assert "b'" not in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_backup_cut_off_at_any_byte_is_refused(file: Path, copy: Installation) -> None:
    whole = file.read_bytes()

    for end in range(1, len(whole), len(whole) // 20):
        file.write_bytes(whole[:end])
        assert copy.run_data("restore", str(file)).exit_code == 1
