"""The least that a checked and durable save takes: Flask, one form of Flask-WTF, one row by sqlite3 alone."""

import os
import secrets
import sqlite3
import threading

from flask import Flask, redirect
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from flask_wtf.csrf import generate_csrf
from wtforms import StringField

from app.storage.database.engine import PRAGMAS
from app.web.forms.answers_field import control_names

app = Flask(__name__)
# Made before the server forks, so that its processes share it.
app.secret_key = secrets.token_hex(16)

_own = threading.local()
_FIELDS = {name: StringField() for number in range(1, 7) for name in control_names(f"G{number}")}
_Form = type("_Form", (FlaskForm,), {**_FIELDS, "version": StringField(), "action": StringField()})


@app.get("/<int:page>")
def token(page: int) -> str:
    """Make the page's row, and return the token that its form needs."""
    _database().execute("INSERT INTO pages VALUES (?, ?)", (page, ""))
    return generate_csrf()  # type: ignore[no-any-return]  # flask_wtf ships no types


@app.post("/<int:page>")
def save(page: int) -> ResponseReturnValue:
    """Check the form and store what it holds."""
    form = _Form()
    if not form.validate():
        return "", 422
    _database().execute("UPDATE pages SET content = ? WHERE page = ?", (repr(form.data).ljust(4096), page))
    return redirect("/")


def _database() -> sqlite3.Connection:
    if not hasattr(_own, "connection"):
        path = os.environ["DATABASE_URL"].removeprefix("sqlite:///")
        # Each statement is a transaction of its own.
        _own.connection = sqlite3.connect(path, timeout=10, isolation_level=None)
        for pragma in PRAGMAS:
            _own.connection.execute(f"PRAGMA {pragma}")
        _own.connection.execute("CREATE TABLE IF NOT EXISTS pages (page INTEGER PRIMARY KEY, content TEXT)")
    found: sqlite3.Connection = _own.connection
    return found
