"""A page as Chromium gives it to a screen reader: roles, names and texts in order."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from playwright.sync_api import Page

TEXTS = frozenset({"StaticText", "LineBreak"})
LANDMARKS = frozenset({"banner", "navigation", "main", "contentinfo", "complementary", "region", "search"})
# The runs of text in one language, in the order of the page.
LANGUAGES = """() => {
  const runs = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const language = walker.currentNode.parentElement.closest("[lang]").lang;
    const last = runs[runs.length - 1];
    if (last && last[0] === language) last[1] += walker.currentNode.data;
    else runs.push([language, walker.currentNode.data]);
  }
  return runs;
}"""

# The elements inside a heading or a term that are boxes, not parts of its line.
BOXES = """() => [...document.querySelectorAll(":is(h1, h2, h3, h4, h5, h6, dt) *")]
  .filter(each => !["inline", "none", "contents"].includes(getComputedStyle(each).display))
  .map(each => each.outerHTML)"""
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class SpokenNode:
    """What a screen reader finds in one place: a role, a name, and what lies inside."""

    role: str
    name: str
    description: str
    level: int
    children: tuple["SpokenNode", ...]

    def __iter__(self) -> Iterator["SpokenNode"]:
        """Yield the node and everything in it, in order."""
        yield self
        for child in self.children:
            yield from child

    @cached_property
    def all(self) -> tuple["SpokenNode", ...]:
        """Return the node and everything in it, in order."""
        return tuple(self)

    def find(self, *roles: str) -> list["SpokenNode"]:
        """Return the nodes of some roles, in order."""
        return [node for node in self.all if node.role in roles]

    @property
    def text(self) -> str:
        """Return the texts in it, with single spaces between words."""
        return " ".join("".join(each.name for each in self.all if each.role in TEXTS).split())

    def __str__(self) -> str:
        return f"{self.role} “{self.name or self.text}”"


def words(text: str) -> list[str]:
    """Return the words of a text, as a listener tells them apart."""
    return WORD.findall(text.lower())


def read_tree(tab: Page) -> SpokenNode:
    """Return the page's accessibility tree, without the nodes that screen readers are not given."""
    session = tab.context.new_cdp_session(tab)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in nodes}
    return next(_shown(nodes[0], by_id))


def read_languages(tab: Page) -> list[tuple[str, str]]:
    """Return the page's texts in order, each with its language, white space made single spaces."""
    return [(language, " ".join(text.split())) for language, text in tab.evaluate(LANGUAGES)]


def _shown(node: Mapping[str, Any], by_id: Mapping[str, Mapping[str, Any]]) -> Iterator[SpokenNode]:
    if node.get("role", {}).get("value") == "InlineTextBox":
        return
    inside = (by_id[id] for id in node.get("childIds", ()) if id in by_id)
    children = tuple(found for child in inside for found in _shown(child, by_id))
    if node["ignored"]:
        yield from children
        return
    properties = {each["name"]: each["value"].get("value") for each in node.get("properties", ())}
    yield SpokenNode(
        node["role"]["value"],
        node.get("name", {}).get("value", ""),
        node.get("description", {}).get("value", ""),
        properties.get("level", 0),
        children,
    )
