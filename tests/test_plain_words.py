"""Rules of language for the sentences that users read, in English and in French."""

import re

import pytest

from app.config import ROOT
from app.maturity.text import LANGUAGES, Language
from app.translations import load_messages

PAGES = ROOT / "app" / "web" / "pages" / "prose"
# Turns of phrase that readers stumbled over; a plain one exists for each.
REFUSED = {
    "en": re.compile(
        r"\b(whoever|anew|nought|of ours|told of|tells? of|bears? (?:it )?out|awaits|made up|drawn by lot"
        r"|enters? no score|stands?|otherwise than|sealed|leaves? every sum|halves (?:go )?up(?:wards)?)\b",
        re.IGNORECASE,
    ),
    # « Franchi » is said of a gate that was broken through, the opposite of what was meant; after « à
    # lever », the name of a practice reads as what is to be removed.
    "fr": re.compile(
        r"franchi|\bverrous? à lever|\bdemis\b|toute somme|(?<!personne )(?<!elle )\bqui (?:détient|l’a) "
        r"|\bvers(?:ée?s?|er)\b"
        r"|de notre fait|\bpour cent\b|manière convenue|à quel point|retaper|scellé",
        re.IGNORECASE,
    ),
}
# A level, a question or a name of its own may follow a colon with a capital.
CAPITAL = re.compile(r"\u00a0: (?!Defence|Muster|PDF|JSON|Word|[A-Z]\d)[A-ZÀÉÈÊÎÔÇ]")
DOUBLE_STOP = re.compile(r"\.[”»]\.|\.\u00a0»\.|(?<!\.)\.\.(?!\.)|,,")


def sentences(language: Language) -> list[str]:
    """Return the sentences of the interface and the paragraphs of its long pages, in one language."""
    messages = load_messages("fr")
    method = ROOT / "docs" / ("method.md" if language == "en" else "method.fr.md")
    pages = [method, *PAGES.glob(f"*.{language}.md")]
    return [
        *(messages if language == "en" else messages.values()),
        *(line for page in pages for line in page.read_text("utf-8").splitlines()),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_quaint_turn_is_in_a_sentence_that_users_read(language: Language) -> None:
    texts = sentences(language)

    quaint = [f"{found[0]}: {text[:80]}" for text in texts for found in REFUSED[language].finditer(text)]
    assert len(texts) > 900
    assert quaint == []


def test_no_french_sentence_has_a_capital_after_a_colon() -> None:
    assert [text for text in load_messages("fr").values() if CAPITAL.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_ends_twice(language: Language) -> None:
    assert [text for text in sentences(language) if DOUBLE_STOP.search(text)] == []
