"""What lives in Flask's ``g``: resources of the request, and nothing that a view hands to its helpers."""

import re

from app.config import ROOT

WEB = ROOT / "app" / "web"
IMPORT = re.compile(r"^from flask import .*\bg\b", re.MULTILINE)


def test_only_language_database_and_log_keep_anything_in_g() -> None:
    users = {
        path.relative_to(WEB).as_posix() for path in WEB.rglob("*.py") if IMPORT.search(path.read_text())
    }

    assert users == {
        "request/database.py",
        "request/json_log.py",
        "request/language.py",
        "request/request_log.py",
    }
