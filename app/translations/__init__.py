"""The interface in French, ``fr/<room>.po`` keyed by English sentences; dates, numbers and words."""

from collections.abc import Mapping
from pathlib import Path

from babel.messages.pofile import read_po

from app.maturity.text import N_ as N_
from app.maturity.text import Language
from app.maturity.text import Translate as Translate
from app.translations.wording_cache import wording_cache

FOLDER = Path(__file__).parent


@wording_cache
def load_messages(language: Language) -> Mapping[str, str]:
    """Return the translations of a language by English sentence, from every room's catalogue.

    English has no catalogue: its sentences are the keys.
    """
    messages: dict[str, str] = {}
    for path in sorted((FOLDER / language).glob("*.po")):
        with path.open("rb") as file:
            messages.update((str(m.id), str(m.string)) for m in read_po(file, language) if m.id and m.string)
    return messages


def translator(language: Language) -> Translate:
    """Return the function that translates an English sentence; an unknown sentence stays as it is."""
    catalogue = load_messages(language)
    return lambda sentence: catalogue.get(sentence, sentence)
