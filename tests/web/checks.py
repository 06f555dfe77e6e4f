"""The rules for every page; each page that any test fetches is checked against them."""

import re
from collections import Counter
from collections.abc import Iterator

from justhtml import Element, JustHTML, Node

_NO_NAME_NEEDED = ("hidden", "submit", "button")


# What differs between two fetches of the same page.
_OWN = re.compile(
    r'(?<=name="csrf_token" value=")[^"]+|(?<=/assessment/)[0-9a-z]{20}'
    r'|(?<=<code>)[0-9A-Z-]+|(?<=<code id="own-code">)[0-9A-Z-]+'
)
_CHECKED: set[tuple[str, str]] = set()


def parse_page(html: str) -> JustHTML:
    """Parse a page without checking it."""
    return JustHTML(html, sanitize=False, scripting_enabled=False)


def forget_pages() -> None:
    """Forget which pages were checked, and with it their text."""
    _CHECKED.clear()


def check_new_page(html: str, language: str) -> JustHTML | None:
    """Check a page and return it parsed, or return None if an equal page was checked before."""
    like = (_OWN.sub("", html), language)
    if like in _CHECKED:
        return None
    page = check_page(html, language)
    _CHECKED.add(like)
    return page


def check_page(html: str, language: str) -> JustHTML:
    """Parse a page strictly, check it against the rules, and return it."""
    page = JustHTML(html, strict=True, sanitize=False, scripting_enabled=False)
    nodes = list(elements(page.root))
    _check_head(nodes, language)
    _check_ids(nodes)
    _check_controls(nodes)
    _check_policy(nodes, html)
    return page


def elements(inside: Node, *names: str) -> Iterator[Node]:
    """Yield the elements inside a node in their order, all or those of some names; faster than a query."""
    waiting = list(reversed(inside.children or ()))
    while waiting:
        node = waiting.pop()
        if isinstance(node, Element):
            if not names or node.name in names:
                yield node
            waiting.extend(reversed(node.children or ()))


def attributes(node: Node) -> dict[str, str]:
    """Return the attributes of a node; one without a value is empty."""
    return {name: value or "" for name, value in (node.attrs or {}).items()}


def words(node: Node) -> str:
    """Return the text of a node with single spaces."""
    return " ".join(node.to_text().split())


def _named(nodes: list[Node], *names: str) -> list[Node]:
    return [node for node in nodes if node.name in names]


def _valued(nodes: list[Node], attribute: str) -> Iterator[tuple[Node, str]]:
    return ((node, node.attrs[attribute] or "") for node in nodes if node.attrs and attribute in node.attrs)


def _check_head(nodes: list[Node], language: str) -> None:
    headings, [title, *_] = _named(nodes, "h1"), _named(nodes, "title")
    assert len(headings) == 1, f"{len(headings)} h1"
    named = re.sub(r"^(Error:|Erreur\s?:) ", "", words(title))
    assert named.startswith(words(headings[0])), f"{named!r} does not begin with {words(headings[0])!r}"
    assert attributes(_named(nodes, "html")[0])["lang"] == language


def _check_ids(nodes: list[Node]) -> None:
    ids = Counter(id for _, id in _valued(nodes, "id"))
    assert not [id for id, count in ids.items() if count > 1], "ids are not unique"
    for attribute in ("aria-describedby", "aria-labelledby", "for"):
        for _, value in _valued(nodes, attribute):
            for id in value.split():
                assert id in ids, f"{attribute}={id} points nowhere"
    for _, address in _valued(_named(nodes, "a"), "href"):
        assert not address.startswith("#") or address[1:] in ids, f"{address} points nowhere"


def _check_controls(nodes: list[Node]) -> None:
    labelled = {value for label, value in _valued(_named(nodes, "label"), "for") if words(label)}
    for control in _named(nodes, "input", "textarea", "select"):
        held = attributes(control)
        kind = held.get("type", "text")
        if kind not in _NO_NAME_NEEDED:
            assert held.get("id") in labelled, f"{held.get('name')} has no label"
        if kind == "radio":
            _check_group(control)
    for form in _named(nodes, "form"):
        if attributes(form).get("method") == "post":
            tokens = [
                node for node in elements(form, "input") if attributes(node).get("name") == "csrf_token"
            ]
            assert tokens, "a form that changes something has no token"


def _check_group(radio: Node) -> None:
    node: Node | None = radio
    while node is not None and node.name != "fieldset":
        node = node.parent
    assert node is not None, f"radio {attributes(radio)['name']} stands in no fieldset"
    legend = next(elements(node, "legend"), None)
    assert legend is not None, f"the group of {attributes(radio)['name']} has no legend"
    assert words(legend), f"the group of {attributes(radio)['name']} has no name"


def _check_policy(nodes: list[Node], html: str) -> None:
    assert not list(_valued(nodes, "style")), "inline style"
    assert not _named(nodes, "style"), "inline style sheet"
    assert all(attributes(script).get("src") for script in _named(nodes, "script")), "inline script"
    assert not re.search(r"<[^>]+\son\w+=", html), "inline event handler"
    for attribute in ("src", "action"):
        for _, value in _valued(nodes, attribute):
            assert not value.startswith(("http", "//")), "another host"
