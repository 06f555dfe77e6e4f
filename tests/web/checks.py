"""What every page must be, whatever it is about; each page that any test fetches is held to it."""

import re
from collections import Counter

from justhtml import JustHTML, Node

_NO_NAME_NEEDED = ("hidden", "submit", "button")


def check_page(html: str, language: str) -> JustHTML:
    """Parse a page strictly, and hold it to the rules; give it back for a test's own questions."""
    page = JustHTML(html, strict=True, sanitize=False, scripting_enabled=False)
    _check_head(page, language)
    _check_ids(page)
    _check_controls(page)
    _check_policy(page, html)
    return page


def words(node: Node) -> str:
    """Give a node's text with single spaces."""
    return " ".join(node.to_text().split())


def _check_head(page: JustHTML, language: str) -> None:
    headings = page.query("h1")
    assert len(headings) == 1, f"{len(headings)} h1"
    title = re.sub(r"^(Error:|Erreur\s?:) ", "", words(page.query("title")[0]))
    assert title.startswith(words(headings[0])), f"title {title!r} does not begin with {words(headings[0])!r}"
    assert page.query("html")[0].attrs["lang"] == language


def _check_ids(page: JustHTML) -> None:
    ids = Counter(str(node.attrs["id"]) for node in page.query("[id]"))
    assert not [id for id, count in ids.items() if count > 1], "ids are not unique"
    for attribute in ("aria-describedby", "aria-labelledby", "for"):
        for node in page.query(f"[{attribute}]"):
            for id in str(node.attrs[attribute]).split():
                assert id in ids, f"{attribute}={id} points nowhere"
    for link in page.query('a[href^="#"]'):
        assert str(link.attrs["href"])[1:] in ids, f"{link.attrs['href']} points nowhere"


def _check_controls(page: JustHTML) -> None:
    labelled = {str(label.attrs.get("for", "")) for label in page.query("label") if words(label)}
    for control in (*page.query("input"), *page.query("textarea"), *page.query("select")):
        kind = str(control.attrs.get("type", "text"))
        if kind not in _NO_NAME_NEEDED:
            assert control.attrs.get("id") in labelled, f"{control.attrs.get('name')} has no label"
        if kind == "radio":
            _check_group(control)
    for form in page.query("form"):
        if form.attrs.get("method") == "post":
            assert form.query('input[name="csrf_token"]'), "a form that changes something has no token"


def _check_group(radio: Node) -> None:
    node: Node | None = radio
    while node is not None and node.name != "fieldset":
        node = node.parent
    assert node is not None, f"radio {radio.attrs['name']} stands in no fieldset"
    legends = node.query("legend")
    assert legends and words(legends[0]), f"the group of {radio.attrs['name']} has no name"


def _check_policy(page: JustHTML, html: str) -> None:
    assert not page.query("[style]"), "inline style"
    assert not page.query("style"), "inline style sheet"
    assert all(script.attrs.get("src") for script in page.query("script")), "inline script"
    assert not re.search(r"<[^>]+\son\w+=", html), "inline event handler"
    for attribute in ("src", "action"):
        for node in page.query(f"[{attribute}]"):
            assert not str(node.attrs[attribute]).startswith(("http", "//")), "another host"
