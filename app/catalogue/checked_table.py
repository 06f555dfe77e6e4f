"""A checked table of a file, with typed access."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.maturity.text import LANGUAGES, Language, Text


class CheckedTable:
    """A checked table. Required keys exist; optional keys have methods of their own."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._content = content

    def __contains__(self, key: str) -> bool:
        return key in self._content

    def string(self, key: str) -> str:
        """Return a text in one language, or a name."""
        return str(self._content[key])

    def optional_string(self, key: str) -> str | None:
        """Return a text in one language, or None."""
        return self.string(key) if key in self else None

    def optional_day(self, key: str) -> date | None:
        """Return a day, or None."""
        return date.fromisoformat(self.string(key)) if key in self else None

    def integer(self, key: str) -> int:
        """Return a whole number."""
        return int(self._content[key])

    def boolean(self, key: str) -> bool:
        """Return a boolean; an absent key is false."""
        return bool(self._content.get(key, False))

    def strings(self, key: str) -> tuple[str, ...]:
        """Return a list of names; an absent key is an empty list."""
        return tuple(self._content.get(key, ()))

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of the table, in the order of the file."""
        return tuple(self._content)

    def lists(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Return a list of lists of names."""
        return tuple(tuple(names) for names in self._content[key])

    def text(self, key: str) -> Text:
        """Return a text in both languages."""
        return Text(**self._content[key])

    def text_or_name(self, key: str) -> Text:
        """Return a text in both languages, or a name that is the same in both."""
        name = self._content[key]
        return Text(name, name) if isinstance(name, str) else self.text(key)

    def optional_language(self, key: str) -> Language | None:
        """Return a language, or None."""
        return next((each for each in LANGUAGES if each == self._content.get(key)), None)

    def optional_text(self, key: str) -> Text | None:
        """Return a text in both languages, or None."""
        return self.text(key) if key in self else None

    def texts(self, key: str) -> dict[str, Text]:
        """Return a table of texts under their keys, in the order of the file."""
        return {name: Text(**text) for name, text in self._content[key].items()}

    def table(self, key: str) -> "CheckedTable":
        """Return a table within this one."""
        return CheckedTable(self._content[key])

    def optional_table(self, key: str) -> "CheckedTable | None":
        """Return a table within this one, or None."""
        return self.table(key) if key in self else None

    def tables(self, key: str) -> tuple["CheckedTable", ...]:
        """Return a list of tables; an absent key is an empty list."""
        return tuple(CheckedTable(content) for content in self._content.get(key, ()))

    def optional_band(self, key: str) -> tuple[int, int] | None:
        """Return a pair of whole numbers, or None."""
        pair = self._content.get(key)
        return (int(pair[0]), int(pair[1])) if pair else None
