"""Nothing that is uploaded is written to disk, whatever its size."""

import json
import tempfile
from typing import NoReturn

import pytest

from tests.web.respondent import Respondent

MEGABYTE = 1024 * 1024


def test_a_large_upload_makes_no_temporary_file(
    respondent: Respondent, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = json.dumps(respondent.starts("quick").exported()).encode()
    made: list[object] = []

    def refuse(*_: object, **named: object) -> NoReturn:
        made.append(named)
        raise OSError

    # What Werkzeug's own stream of an upload moves to.
    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)

    respondent.uploads(content + b" " * MEGABYTE)

    assert not made
    assert respondent.path.endswith("/code")
