"""Flask's ``g`` and ``request`` in the modules of the web."""

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


def test_the_folder_request_is_never_imported_under_the_name_of_flasks_request() -> None:
    users = [path for path in WEB.rglob("*.py") if "from app.web import request" in path.read_text("utf-8")]

    assert users == []
