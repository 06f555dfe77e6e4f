"""Every sentence of the interface has its French, written as French is."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from app.translations import FOLDER, load_messages

APP = FOLDER.parent
METHODS = [("**.py", "python"), ("**.html", "jinja2"), ("**.txt", "jinja2")]
OPTIONS = {"**.html": {"trimmed": "true"}}
ROOMS = sorted(path.stem for path in (FOLDER / "fr").glob("*.po"))

# Numbers that are no counts of anything in the code: the scale, the survey's year, examples and durations.
_FIXED_NUMBERS = re.compile(
    r"2012|0 to 100|of 100|100 ×|100 −|/ 100|95 per cent|0 in the centre|level 0|counts 0|2026-10-01"
    r"|12 months|two minutes|twenty minutes|nine of ten|thirty or more|three decisions"
)
_COUNT = re.compile(
    r"\d|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|twenty|thirty)\b",
    re.IGNORECASE,
)

_PLACES = re.compile(r"%\(\w+\)[sd]")


def sentences() -> Iterator[tuple[str, str]]:
    """Give every English sentence that is marked for translation, with its file."""
    keywords = {"_": None, "N_": None}
    for file, _line, sentence, _comments, _context in extract_from_dir(APP, METHODS, OPTIONS, keywords):
        assert isinstance(sentence, str)
        yield file, sentence


def test_every_sentence_has_its_french() -> None:
    french = load_messages("fr")

    missing = sorted({f"{file}: {sentence}" for file, sentence in sentences() if sentence not in french})

    assert not missing, "\n".join(missing)


def test_no_sentence_of_a_page_writes_a_count_that_the_code_knows() -> None:
    of_pages = {sentence for file, sentence in sentences() if file.endswith(".html")}

    wrong = [each for each in of_pages if _COUNT.search(_FIXED_NUMBERS.sub("", each))]

    assert len(of_pages) > 300
    assert not wrong, "\n".join(wrong)


def test_no_french_is_kept_for_a_sentence_that_is_gone() -> None:
    used = {sentence for _, sentence in sentences()}

    assert not sorted(set(load_messages("fr")) - used)


def test_french_holds_the_places_of_its_english() -> None:
    wrong = [
        english
        for english, french in load_messages("fr").items()
        if sorted(_PLACES.findall(english)) != sorted(_PLACES.findall(french))
    ]

    assert not wrong


def test_french_typography_is_kept() -> None:
    faults = re.compile(
        r"['\"]|(?<![\u202f\u00a0])[;!?»]|(?<![\u202f\u00a0])%(?!\(|%)|«(?!\u00a0)|[^\u00a0\d:/]:(?!/)"
    )

    wrong = [french for french in load_messages("fr").values() if faults.search(_PLACES.sub("x", french))]

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("room", ROOMS)
def test_a_catalogue_reads_without_doubtful_entries(room: str) -> None:
    with Path(FOLDER / "fr" / f"{room}.po").open("rb") as file:
        catalogue = read_po(file, "fr", abort_invalid=True)

    assert not [message.id for message in catalogue if message.id and message.fuzzy]
