"""What the fuzz tests draw: requests made from the routes there are, odd in every part."""

import re
import string
from collections.abc import Iterable
from urllib.parse import quote, urlencode

from flask import Flask
from hypothesis import strategies as st
from werkzeug.routing import Rule

from tests.web.respondent import FORM, MULTIPART, Respondent

MARKER = "<q7x>\"'</q7x>"

_ODD = (
    *(MARKER, "", "\0", "\r\n", "\ud800", "🙂" * 2_001, "x" * 9_000, "2026-99-99", "٣", "{{7*7}}"),
    *("%s%(id)s", "-1", "9" * 99, "../../etc/passwd", "' OR 1=1 --", "=1+1", "javascript:alert(1)"),
)
texts = st.sampled_from(_ODD) | st.text(max_size=40).map(lambda text: text + MARKER) | st.text(max_size=20)
_SOUND = (
    *("0", "2", "4", "unknown", "not_applicable", "save", "continue", "essential", "yes", "quick", "full"),
    *("supplier", "50_249", "europe", "60", "600"),
    # Of independent answers and programmes.
    *("legal", "other", "all", "some", "G", "close", "reopen", "finish", "next", "extend", "new", "levels"),
)
values = st.sampled_from(_SOUND) | texts
_METHODS = ("GET", "GET", "GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", MARKER)
_HEADERS = (
    *("Accept-Language", "Accept", "Cookie", "Host", "X-Forwarded-For", "X-Forwarded-Host", "Content-Type"),
    *("Referer", "Range", "If-None-Match", "If-Modified-Since", "Origin", "Sec-Fetch-Site", "X-Request-ID"),
    *("Content-Length", "Transfer-Encoding", "Authorization", "User-Agent"),
)
headers = st.dictionaries(
    st.sampled_from(_HEADERS),
    st.text(alphabet=string.printable.strip() + "é ", max_size=40) | st.just(MARKER),
    max_size=4,
)


def rules(app: Flask, method: str) -> list[Rule]:
    """List the routes that answer a method; of those that build a PDF, which takes long, none."""
    found = app.url_map.iter_rules()
    return [rule for rule in found if method in (rule.methods or ()) and not rule.rule.endswith(".pdf")]


def control_names(respondent: Respondent, programme: str) -> list[str]:
    """Collect the names of all controls of all pages that are open to a browser, a programme’s among them."""
    names = set()
    for rule in rules(respondent.client.application, "GET"):
        page = respondent.client.get(_path(rule, {"id": respondent.id}, programme))
        if page.mimetype == "text/html":
            names.update(re.findall(r'\bname="([^"]+)"', page.text))
        page.close()
    return sorted(names)


def _path(rule: Rule, own: dict[str, str], programme: str) -> str:
    of_programme = {"id": programme} if "/programme/<id>" in rule.rule else {}
    sound = {
        "language": "en",
        "letter": "G",
        "variant": "quick",
        "owner": "hr",
        "practice": "G1",
        "question": "G1",
        "number": "1",
        "filename": "muster.svg",
        **own,
        **of_programme,
    }
    return re.sub(r"<(?:[^<>]*:)?(\w+)>", lambda place: quote(sound.get(place[1], "x"), safe=""), rule.rule)


@st.composite
def paths(draw: st.DrawFn, among: list[Rule], id: str, programme: str) -> str:
    """Draw the address of a route, mostly of one that there is, or any address."""
    if not draw(st.integers(0, 7)):
        return "/" + quote(draw(texts), errors="replace")
    own = {
        "language": draw(st.sampled_from(["en", "fr", "en", "fr", "de", MARKER])),
        "id": draw(st.sampled_from([id, id, id, id, MARKER, "x" * 300, "\0"])),
        "letter": draw(st.sampled_from("GIASPCELVXé/")),
        "filename": draw(st.sampled_from(["muster.svg", "../wsgi.py", "..%2f..%2fwsgi.py", MARKER])),
    }
    query = "?" + urlencode({"v": draw(texts)}, errors="replace") if not draw(st.integers(0, 3)) else ""
    of_programme = draw(st.sampled_from([programme, programme, programme, MARKER]))
    return _path(draw(st.sampled_from(among)), own, of_programme) + query


@st.composite
def bodies(draw: st.DrawFn, names: Iterable[str], token: str) -> tuple[bytes, str]:
    """Draw a form, mostly with the right token and version, or something that is no form."""
    sent = draw(st.lists(st.tuples(st.sampled_from(list(names)) | texts, values), max_size=12))
    if draw(st.integers(0, 3)):
        sent = [("csrf_token", token), ("version", draw(st.sampled_from(["1", "2", "999"]))), *sent]
    form = urlencode(sent, errors="surrogatepass").encode()
    kinds = st.sampled_from([FORM, FORM, FORM, MULTIPART, "application/json", "text/plain", ""])
    return draw(st.just(form) | st.just(form) | st.just(form) | st.binary(max_size=60)), draw(kinds)


@st.composite
def requests(draw: st.DrawFn, app: Flask, id: str, programme: str) -> tuple[str, str, dict[str, str]]:
    """Draw a method, an address and headers; what has a body is drawn elsewhere."""
    path = draw(paths(rules(app, "GET"), id, programme))
    return draw(st.sampled_from(_METHODS)), path, draw(headers)


codes = texts | st.text(alphabet=string.ascii_letters + string.digits + "- ", min_size=25, max_size=36)
_json = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
_KEYS = (
    *("format", "format_version", "questionnaire", "profile", "answers", "opinions", "targets"),
    *("completed_on", "created_on", "history"),
)
changes = st.dictionaries(st.sampled_from(_KEYS) | texts, _json, max_size=2)
SOUND_FILE = {
    "format": "muster-assessment",
    "format_version": 1,
    "questionnaire": {"id": "readiness", "version": "1.1"},
    "profile": {
        "organisation": MARKER,
        "organisation_type": "other",
        "size_band": "1_49",
        "region": "europe",
        "variant": "full",
    },
    "answers": {"G1": {"level": 2, "comment": MARKER}},
}
