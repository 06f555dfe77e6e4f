"""The pages of no assessment: start, method, privacy, accessibility, and the two for monitoring."""

from collections.abc import Sequence
from pathlib import Path

from flask import Blueprint, jsonify, redirect, render_template
from flask.typing import ResponseReturnValue
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup, escape
from sqlalchemy import Connection

from app.config import ROOT
from app.maturity.text import Language
from app.report import blank_questionnaire as blank
from app.storage import migrations
from app.storage.assessments import automatic_purge
from app.storage.database.integrity import UNREADABLE
from app.storage.sealing import peppers
from app.translations import translator
from app.translations.wording import Wording
from app.translations.wording_cache import wording_cache
from app.web.example.answers import load_example
from app.web.request import clock, database, language
from app.web.request.files import file_response
from app.web.request.services import newest_questionnaire, services, versions

bp = Blueprint("pages", __name__, url_prefix=language.LANGUAGE_PREFIX)
root = Blueprint("root", __name__)
language.localise(bp)

Tokens = Sequence[Token]

_HERE = Path(__file__).parent / "prose"

# The pages on the method and on the API have one source with the documentation.
PROSE: dict[str, dict[Language, Path]] = {
    "api": {"en": ROOT / "docs" / "api.md", "fr": ROOT / "docs" / "api.fr.md"},
    "method": {"en": ROOT / "docs" / "method.md", "fr": ROOT / "docs" / "method.fr.md"},
    "privacy": {"en": _HERE / "privacy.en.md", "fr": _HERE / "privacy.fr.md"},
    "accessibility": {"en": _HERE / "accessibility.en.md", "fr": _HERE / "accessibility.fr.md"},
}


@root.get("/")
def choose_language() -> ResponseReturnValue:
    """Redirect to the first page in the reader's language."""
    response = redirect(f"/{language.preferred()}/")
    response.vary.add("Accept-Language")
    return response


@bp.get("/")
def start() -> ResponseReturnValue:
    """Show what the service does, how long it takes and who can read what."""
    has_example = load_example() is not None
    return render_template("pages/start.html", questionnaire=newest_questionnaire(), has_example=has_example)


@bp.get("/method")
def method() -> ResponseReturnValue:
    """Show how answers become scores: the same text as docs/method.md."""
    return _prose_page("method")


@bp.get("/api")
def api() -> ResponseReturnValue:
    """Show how programs use the API: the same text as docs/api.md."""
    return _prose_page("api")


@bp.get("/privacy")
def privacy() -> ResponseReturnValue:
    """Show who can read what, and the operator's contact."""
    return _prose_page("privacy")


@bp.get("/accessibility")
def accessibility() -> ResponseReturnValue:
    """Show what was tested for accessibility, and the operator's contact."""
    return _prose_page("accessibility")


@bp.get("/questionnaire-<any(full, quick):variant>.pdf")
def blank_questionnaire(variant: str) -> ResponseReturnValue:
    """Send the questionnaire to print and fill in by hand."""
    content = _blank(newest_questionnaire().version, variant, language.current())
    name = f"muster-{variant}-{language.current()}.pdf"
    return file_response(content, "application/pdf", name, "inline")


@root.get("/healthz")
def healthz() -> ResponseReturnValue:
    """Answer that the process runs."""
    return jsonify(status="ok")


@root.get("/readyz")
def readyz() -> ResponseReturnValue:
    """Return 200 if the database, its schema, the peppers and the questionnaire can be used, else 503."""
    name = ", ".join(f"{each.id} {each.version}" for each in versions().known)
    try:
        state = _database_state(database.reading())
    except UNREADABLE:
        return jsonify(status="unavailable", database="unavailable", questionnaire=name), 503
    is_ready = state["schema"] == state.get("pepper") == "ok"
    status, code = ("ok", 200) if is_ready else ("unavailable", 503)
    return jsonify(status=status, database="ok", questionnaire=name, **state), code


def _database_state(connection: Connection) -> dict[str, str]:
    """Return the state of the schema, of the peppers and of the purge, each "ok" or what it is instead."""
    if migrations.current(connection) != migrations.newest():
        return {"schema": "other"}
    missing = peppers.count_links_without_pepper(connection, peppers.accepted_names(services().config))
    days = services().config.retention_days
    due = services().purge_memory.apply(automatic_purge.find_due(connection, clock.utc_today(), days))
    return {
        "schema": "ok",
        "pepper": "missing" if missing else "ok",
        "purge": "waiting" if due.waits else "ok",
    }


@wording_cache
def _blank(version: str, variant: str, reader: Language) -> bytes:
    edition = versions().find(newest_questionnaire().id, version)
    return blank.render_blank_questionnaire(variant, Wording(reader, translator(reader), edition))


def _prose_page(name: str) -> str:
    title, body = _prose(name, language.current())
    return render_template(
        "pages/prose.html",
        title=title,
        body=body,
        with_contact=name not in ("api", "method"),
        contact=services().config.operator_contact,
    )


def _table_open(
    renderer: RendererHTML, tokens: Tokens, place: int, options: OptionsDict, env: EnvType
) -> str:
    """Return the start of a table in a group that can scroll; its columns name it."""
    # As a region, each table would be a landmark: the method had sixteen.
    until = next(n for n in range(place, len(tokens)) if tokens[n].type == "thead_close")
    columns = ", ".join(token.content for token in tokens[place:until] if token.type == "inline")
    label = escape(env["label"] % {"columns": columns})
    return f'<div class="results-scroll" role="group" tabindex="0" aria-label="{label}">\n<table>\n'


def _table_close(
    renderer: RendererHTML, tokens: Tokens, place: int, options: OptionsDict, env: EnvType
) -> str:
    return "</table>\n</div>\n"


def _heading_open(
    renderer: RendererHTML, tokens: Tokens, place: int, options: OptionsDict, env: EnvType
) -> str:
    """Return the start of a heading; a numbered one can be linked to by its number, in both languages."""
    number = tokens[place + 1].content.split(" ", 1)[0]
    id = f' id="section-{number.replace(".", "-")}"' if number[0].isdecimal() else ""
    return f"<{tokens[place].tag}{id}>"


@wording_cache
def _prose(name: str, reader: Language) -> tuple[str, Markup]:
    """Return the title of a Markdown page, which is its first line, and the rest as HTML."""
    _, path = translator(reader), PROSE[name][reader]
    heading, source = path.read_text("utf-8").split("\n", 1)
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    markdown.add_render_rule("heading_open", _heading_open)
    markdown.add_render_rule("table_open", _table_open)
    markdown.add_render_rule("table_close", _table_close)
    html = markdown.render(source, {"label": _("Table: %(columns)s")})
    # The source is a file of this repository, and HTML in it is switched off.
    return heading.removeprefix("# ").strip(), Markup(html)  # noqa: S704  made from our own Markdown files
