"""The text of a clause as runs, its placeholders filled in or left in their brackets."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from app.maturity.clean_text import clean_title
from app.maturity.policy.clause import Placeholder
from app.maturity.text import Language
from app.report.policy.draft_document import DraftRun, Look, Runs

_BRACKETS = re.compile(r"\[([^\[\]]+)\]")
# French joins two short words to the article that follows: « du service », « aux unités ».
_PREPOSITION = re.compile(r"\b(de|à) $", re.IGNORECASE)
_ARTICLE = re.compile(r"(les?) (?=\w)")
_CONTRACTIONS = {("de", "le"): "du ", ("de", "les"): "des ", ("à", "le"): "au ", ("à", "les"): "aux "}
# It drops an e before a vowel: « d’Aldebaran ». Before h and y it depends on the word, so those stay.
_ELIDED = re.compile(r"\b(d|qu|lorsqu|puisqu|jusqu)e $", re.IGNORECASE)
_VOWEL = re.compile("[aàâäeéèêëiîïoôöuùûü]", re.IGNORECASE)


@dataclass(frozen=True)
class BracketedText:
    """The placeholders in one language, and what was typed for them, by their ids."""

    language: Language
    placeholders: Iterable[Placeholder]
    filled: Mapping[str, str]

    @cached_property
    def _by_name(self) -> dict[str, Placeholder]:
        return {_key(each.name.in_(self.language)): each for each in self.placeholders}

    def runs(self, text: str, look: Look = "plain") -> Runs:
        """Return a text as runs: what was typed for a placeholder, or the placeholder in its brackets.

        What was typed is plain text, whatever signs it holds.
        """
        found: list[DraftRun] = []
        before, end = "", 0
        for match in _BRACKETS.finditer(text):
            before += text[end : match.start()]
            end = match.end()
            typed = self._typed(match[1])
            if typed:
                before = "".join(self._join(before, typed))
            else:
                found += self._run(before, look)
                found += self._run(match[0], "placeholder")
                before = ""
        return (*found, *self._run(before + text[end:], look))

    def open_placeholders(self, texts: Iterable[str]) -> tuple[Placeholder, ...]:
        """Return the placeholders for which nothing was typed, in the order in which the texts name them."""
        names = (match[1] for text in texts for match in _BRACKETS.finditer(text))
        found = (self._by_name.get(_key(name)) for name in names if not self._typed(name))
        return tuple(dict.fromkeys(each for each in found if each))

    def has_proposals(self, texts: Iterable[str]) -> bool:
        """Return whether a text has brackets that are no placeholder, such as those of a number."""
        names = (match[1] for text in texts for match in _BRACKETS.finditer(text))
        return any(_key(name) not in self._by_name for name in names)

    def _run(self, text: str, look: Look) -> Iterator[DraftRun]:
        if text:
            yield DraftRun(text, self.language, look)

    def _typed(self, name: str) -> str:
        placeholder = self._by_name.get(_key(name))
        typed = clean_title(self.filled.get(placeholder.id, "")) if placeholder else ""
        # A capital in the brackets is that of a sentence’s beginning.
        return typed[:1].upper() + typed[1:] if name[:1].isupper() else typed

    def _join(self, before: str, typed: str) -> tuple[str, str]:
        """Return a text and what was typed behind it, with the words between them as French writes them."""
        if self.language == "fr":
            preposition, article = _PREPOSITION.search(before), _ARTICLE.match(typed)
            if preposition and article:
                made = _CONTRACTIONS[preposition[1].lower(), article[1]]
                made = made.capitalize() if preposition[1][0].isupper() else made
                return before[: preposition.start()] + made, typed[article.end() :]
            if _ELIDED.search(before) and _VOWEL.match(typed):
                return before[:-2] + "’", typed
        return before, typed


def _key(name: str) -> str:
    """Return a name of a placeholder without regard to the case of its first letter."""
    return name[:1].casefold() + name[1:]
