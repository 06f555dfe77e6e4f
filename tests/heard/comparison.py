"""What a page says beside what was heard of it: each passage once, whole, in order, in its language."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from tests.browser.spoken_tree import TEXTS, SpokenNode, words
from tests.heard.desk import Utterance

CONTROLS = frozenset({"checkbox", "radio", "textbox", "image"})
# Orca reads the number or the sign before an item of a list along with its text.
MARKER = re.compile(r"^(?:\d+\.|[•–])\s+(?=\S)")
# A number or a word may be heard again because it stands twice on the page.
FEWEST_WORDS_REPEATED = 3


@dataclass(frozen=True)
class Heard:
    """What is wrong with how a page was heard, and what Orca added by itself."""

    passages: int
    unheard: tuple[str, ...]
    repeated: tuple[str, ...]
    split_headings: tuple[str, ...]
    wrong_language: tuple[str, ...]
    announced: tuple[str, ...]
    added: Counter[str]

    @property
    def is_sound(self) -> bool:
        """Return whether nothing is wrong."""
        return not (self.unheard or self.repeated or self.split_headings or self.wrong_language)


def passages(node: SpokenNode) -> list[str]:
    """Return the texts of a page in order: each control and each image by its name."""
    if node.role in CONTROLS or node.role in TEXTS:
        return [node.name]
    if node.role == "LabelText":
        return []
    return [passage for child in node.children for passage in passages(child)]


def compare(
    expected: Sequence[str], heard: Sequence[Utterance], runs: Sequence[tuple[str, str]], heading: str
) -> Heard:
    """Compare a page’s passages with what was heard of them.

    The runs are the page’s texts, each with its language; the last argument is Orca’s word for a heading.
    """
    page = _spaced(" ".join(expected))
    said = [stripped for each in heard if (stripped := _of_page(each, page))]
    # Orca finds a language for what the page says; the names that it announces by itself have none.
    of_page = [each for each in said if each.language]
    announced = [each.text.strip() for each in said if not each.language]
    unheard, extra = _align(expected, of_page)
    return Heard(
        len(expected),
        tuple(each for each in unheard if words(each) not in [words(name) for name in announced]),
        tuple(each.text.strip() for each in extra if len(words(each.text)) >= FEWEST_WORDS_REPEATED),
        tuple(_split_headings([each.text for each in heard], heading)),
        tuple(_in_wrong_language([each for each in of_page if each not in extra], runs)),
        tuple(each for each in announced if len(words(each)) >= FEWEST_WORDS_REPEATED),
        Counter(each.text.strip() for each in heard if words(each.text) and not _of_page(each, page)),
    )


def _spaced(text: str) -> str:
    return f" {' '.join(words(text))} "


def _of_page(each: Utterance, page: str) -> Utterance | None:
    """Return what was said if the page says it, without the marker of a list that the page does not say."""
    for text in (each.text, MARKER.sub("", each.text)):
        if words(text) and _spaced(text) in page:
            return replace(each, text=text)
    return None


def _align(expected: Sequence[str], heard: Sequence[Utterance]) -> tuple[list[str], list[Utterance]]:
    """Return the passages of which a word was not heard in its place, and what was heard besides."""
    wanted = [(word, number) for number, text in enumerate(expected) for word in words(text)]
    given = [(word, number) for number, each in enumerate(heard) for word in words(each.text)]
    matcher = SequenceMatcher(None, [word for word, _ in wanted], [word for word, _ in given], autojunk=False)
    lost, over = set(), set()
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            lost |= {number for _, number in wanted[start:end]}
            over |= {number for _, number in given[first:last]}
    return [expected[number] for number in sorted(lost)], [heard[number] for number in sorted(over)]


def _split_headings(said: Sequence[str], heading: str) -> Iterator[str]:
    """Yield the headings that Orca calls a heading twice, once for each of two parts."""
    for index in range(1, len(said) - 2):
        if said[index].startswith(heading) and said[index + 2] == said[index]:
            # No page has two headings of one level without a text between them.
            yield f"{said[index - 1].strip()} | {said[index + 1].strip()}"


def _in_wrong_language(heard: Sequence[Utterance], runs: Sequence[tuple[str, str]]) -> list[str]:
    """Return what was heard in another language than the page says, with the language that was heard."""
    texts: dict[str, list[str]] = {}
    for language, text in runs:
        # Nothing stands between the texts of two elements.
        texts.setdefault(language, []).append("".join(words(text)))

    def is_right(each: Utterance) -> bool:
        found = (each.language or "").split("-")[0]
        return any("".join(words(each.text)) in text for text in texts.get(found, ()))

    return [f"{each.text.strip()} ({each.language})" for each in heard if not is_right(each)]
