"""Standard output on a full disk."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.config import ROOT


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="This system has no /dev/full.")
def test_output_that_cannot_be_written_ends_a_command_with_one_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "flask", "--app", "wsgi", "questionnaire", "check"],
            cwd=ROOT,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=120,
            check=False,
        )

    assert ended.returncode == 1
    assert ended.stderr == "The output cannot be written: No space left on device.\n"
