"""Every sentence of the interface has its French, with French typography, in the catalogue of its room."""

import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from app.translations import FOLDER, load_messages

APP = FOLDER.parent
METHODS = [("**.py", "python"), ("**.html", "jinja2"), ("**.txt", "jinja2")]
OPTIONS = {"**.html": {"trimmed": "true"}}
# Rooms of app/web that have a catalogue of their own; the others of app/web share web.po.
PAGE_ROOMS = {"assessment", "results", "sharing", "pulse", "peers", "programme", "refused", "voices"}
LOWER_ROOMS = ("translations", "figures", "typesetting", "exchange", "report")
ROOMS = sorted(path.stem for path in (FOLDER / "fr").glob("*.po"))

# Numbers that are no counts of anything in the code: the scale, the survey's year, examples and durations.
_FIXED_NUMBERS = re.compile(
    r"2012|0 to 100|of 100|100 ×|100 −|/ 100|95 per cent|0 in the centre|level 0|counts 0"
    r"|1 10 2026 or 1 October 2026|12 months|two minutes|15 minutes|nine of ten|thirty or more"
    r"|three decisions"
)
_COUNT = re.compile(
    r"\d|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|twenty|thirty)\b",
    re.IGNORECASE,
)

_PLACES = re.compile(r"%\(\w+\)[sd]")


@cache
def sentences() -> tuple[tuple[str, str], ...]:
    """Return every English sentence that is marked for translation, with its file."""
    keywords = {"_": None, "N_": None}
    found = []
    for file, _line, sentence, _comments, _context in extract_from_dir(APP, METHODS, OPTIONS, keywords):
        assert isinstance(sentence, str)
        found.append((file, sentence))
    return tuple(found)


def room(file: str) -> str:
    """Return the room of a file under app: its folder, or for app/web the folder below."""
    folders = [name for name in Path(file).parent.parts if name != "templates"]
    if folders[0] != "web":
        return folders[0]
    return folders[1] if PAGE_ROOMS & set(folders[1:2]) else "web"


def catalogue_name(rooms: set[str]) -> str:
    """Return the catalogue of a sentence: its only room, else the lowest room that uses it, else web."""
    if len(rooms) == 1:
        return next(iter(rooms))
    return next((each for each in LOWER_ROOMS if each in rooms), "web")


def catalogue(name: str) -> list[str]:
    """Return the English sentences of a catalogue, in its order."""
    text = Path(FOLDER / "fr" / f"{name}.po").read_text("utf-8")
    return [each.replace('\\"', '"') for each in re.findall(r'^msgid "(.+)"$', text, re.MULTILINE)]


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


def test_a_sentence_stands_once_in_the_catalogue_of_its_room() -> None:
    rooms = defaultdict(set)
    for file, sentence in sentences():
        rooms[sentence].add(room(file))

    held = Counter((name, sentence) for name in ROOMS for sentence in catalogue(name))
    expected = Counter((catalogue_name(users), sentence) for sentence, users in rooms.items())

    assert sorted(held - expected) == []
    assert sorted(expected - held) == []


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


@pytest.mark.parametrize("name", ROOMS)
def test_a_catalogue_reads_without_doubtful_entries(name: str) -> None:
    with Path(FOLDER / "fr" / f"{name}.po").open("rb") as file:
        messages = read_po(file, "fr", abort_invalid=True)

    assert not [message.id for message in messages if message.id and message.fuzzy]
