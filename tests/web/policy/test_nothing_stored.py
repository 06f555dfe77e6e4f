"""After a policy was read, no file and no log holds a word of it, but for what was kept, which is sealed."""

import logging
import tempfile
from pathlib import Path

import pytest

from app.config import Config
from tests.database_files import read_files
from tests.web.policy.marked_policy import read_policies
from tests.web.respondent import Respondent
from tests.web.serving import serve

WORD = "Dugongzz"


def test_no_file_and_no_log_holds_a_word_of_a_policy(
    config: Config,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    with serve(config) as app:
        owner = Respondent(app.test_client()).starts()
        read_policies(owner.client, owner.address("policy"), owner.visits("profile").token(), WORD)
        assert WORD in owner.stored("G1")["evidence"]
        kept = read_files(app.extensions["muster"].engine)

    out, err = capfd.readouterr()
    assert sum(map(len, kept.values())) > 50_000
    assert not list((tmp_path / "temporary").iterdir())
    for content in (*kept.values(), caplog.text.encode(), out.encode(), err.encode()):
        assert WORD.encode() not in content
        assert WORD.encode("utf-16-le") not in content


def test_an_upload_is_written_to_no_temporary_file(
    config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object, **others: object) -> None:
        raise AssertionError(f"a temporary file is opened: {arguments} {others}")

    for name in ("TemporaryFile", "NamedTemporaryFile", "SpooledTemporaryFile", "mkstemp", "mkdtemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    with serve(config) as app:
        owner = Respondent(app.test_client()).starts()
        read_policies(owner.client, owner.address("policy"), owner.visits("profile").token(), WORD)
