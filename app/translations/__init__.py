"""The French of the interface: English sentences are the keys of ``fr/<room>.po``."""

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
    """Read every room's catalogue of a language; English is its own."""
    found: dict[str, str] = {}
    for path in sorted((FOLDER / language).glob("*.po")):
        with path.open("rb") as file:
            found.update((str(m.id), str(m.string)) for m in read_po(file, language) if m.id and m.string)
    return found


def translator(language: Language) -> Translate:
    """Give the function that puts an English sentence into the language; an unknown one stays as it is."""
    catalogue = load_messages(language)
    return lambda sentence: catalogue.get(sentence, sentence)
