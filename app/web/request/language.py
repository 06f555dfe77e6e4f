"""The language of a page: the first segment of its address, so that a link can be shared and switched."""

from functools import partial
from operator import attrgetter
from typing import Any
from urllib.parse import quote

from flask import Blueprint, Flask, g, request, url_for

from app.maturity.questionnaire import Questionnaire
from app.maturity.text import LANGUAGES, Language
from app.translations import translator
from app.translations.dates import format_day, format_minute
from app.translations.number_words import group_digits, number_word
from app.translations.wording import Wording, inner_quotes
from app.translations.wording_cache import wording_cache

LANGUAGE_PREFIX = "/<any(en, fr):language>"
ASSESSMENT_PREFIX = f"{LANGUAGE_PREFIX}/assessment/<id>"
CODE_FROM_PATH = "muster.share_code"

# The rest of a path after one of these is a secret: the code of a share link, a pulse or a voice, or the
# token of an invitation to a programme.
PULSE_ADDRESS = "/p/"
SECRET_ADDRESSES = ("/l/", PULSE_ADDRESS, "/v/", "/i/")


def preferred() -> Language:
    """Return the language of the address, else the browser's, else English."""
    path = request.path
    address = next((each for each in SECRET_ADDRESSES if path.startswith(each)), "")
    first = path.removeprefix(address).lstrip("/").partition("/")[0]
    for language in LANGUAGES:
        if first == language:
            return language
    # best_match alone would choose English for "fr-CA, en;q=0.5".
    for tag, quality in request.accept_languages:
        for language in LANGUAGES:
            if quality > 0 and tag.partition("-")[0].lower() == language:
                return language
    return "en"


def current() -> Language:
    """Return the language of the page."""
    language: Language | None = g.get("language")
    if language is None:
        language = g.language = preferred()
    return language


def translate(sentence: str) -> str:
    """Return an English sentence of the interface in the language of the page."""
    return translator(current())(sentence)


def wording(questionnaire: Questionnaire) -> Wording:
    """Return the wording of a questionnaire in the language of the page."""
    language = current()
    return Wording(language, translator(language), questionnaire)


def code_from_path() -> str:
    """Return the code that was taken out of the path of a share link or a pulse; empty elsewhere."""
    return str(request.environ.get(CODE_FROM_PATH, ""))


def own_address() -> str:
    """Return the address of this page, to which its form is sent again."""
    return _share_address(current()) if code_from_path() else quote(request.path)


def _share_address(language: Language) -> str:
    return f"{request.path[:3]}{language}/{quote(code_from_path())}"


def other_address() -> str:
    """Return the address of this page in the other language, or else of the first page."""
    language = current()
    if code_from_path():
        return _share_address("en" if language == "fr" else "fr")
    if request.endpoint is None or not request.path.startswith(f"/{language}/"):
        return "/en/" if language == "fr" else "/fr/"
    return ("/en" if language == "fr" else "/fr") + quote(request.path.removeprefix(f"/{language}"))


def address(endpoint: str, **values: str) -> str:
    """Return the address of another page in the language of this one, like url_for at a tenth of its cost."""
    return _address_in(current(), endpoint, **values)


def _address_in(language: Language, endpoint: str, **values: str) -> str:
    # A page holds fifteen addresses, and those of an assessment differ in its id alone.
    id = values.pop("id", None)
    pattern = _address(endpoint, language, id is not None, tuple(values.items()))
    return pattern if id is None else pattern.replace(_ANY_ID, id, 1)


_ANY_ID = "any-id"


@wording_cache
def _address(
    endpoint: str, language: Language, of_assessment: bool, values: tuple[tuple[str, str], ...]
) -> str:
    named: dict[str, Any] = {"language": language, **dict(values)}
    return url_for(endpoint, **({"id": _ANY_ID, **named} if of_assessment else named))


def _take_language(endpoint: str | None, values: dict[str, Any] | None) -> None:
    if values is not None and "language" in values:
        g.language = values.pop("language")


def _add_language(endpoint: str, values: dict[str, Any]) -> None:
    values.setdefault("language", current())


def localise(blueprint: Blueprint) -> None:
    """Take the language out of the arguments of a blueprint's views, and put it into their addresses."""
    blueprint.url_value_preprocessor(_take_language)
    blueprint.url_defaults(_add_language)


@wording_cache
def template_context(language: Language) -> dict[str, object]:
    """Return what templates need for a language: its translator, and functions that pick and format texts."""
    return {
        "language": language,
        "_": translator(language),
        "t": attrgetter(language),
        "day": lambda value: format_day(value, language),
        "minute": lambda value: format_minute(value, language),
        "inner_quotes": lambda words: inner_quotes(words, language),
        "word": lambda count: number_word(count, language),
        "grouped": lambda count: group_digits(count, language),
        "address": partial(_address_in, language),
        "other_address": other_address,
        "own_address": own_address,
    }


def install(app: Flask) -> None:
    """Install the language of the page into every template."""
    app.context_processor(lambda: template_context(current()))
