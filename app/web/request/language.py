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
from app.translations.wording import Wording
from app.translations.wording_cache import wording_cache

LANGUAGE_PREFIX = "/<any(en, fr):language>"
ASSESSMENT_PREFIX = f"{LANGUAGE_PREFIX}/assessment/<id>"
CODE_FROM_PATH = "muster.share_code"

# What follows these in a path is a secret: a share link's code, or a pulse's.
PULSE_ADDRESS = "/p/"
SECRET_ADDRESSES = ("/l/", PULSE_ADDRESS)


def preferred() -> Language:
    """Give the reader's language: the address names it, else the browser does, else English."""
    first = request.path.removeprefix("/l/").removeprefix("/p/").lstrip("/").partition("/")[0]
    for language in LANGUAGES:
        if first == language:
            return language
    # best_match alone would give "fr-CA, en;q=0.5" the English page.
    for tag, quality in request.accept_languages:
        for language in LANGUAGES:
            if quality > 0 and tag.partition("-")[0].lower() == language:
                return language
    return "en"


def current() -> Language:
    """Give the language of the page that is being made."""
    found: Language | None = g.get("language")
    if found is None:
        found = g.language = preferred()
    return found


def translate(sentence: str) -> str:
    """Put an English sentence of the interface into the language of the page."""
    return translator(current())(sentence)


def wording(questionnaire: Questionnaire) -> Wording:
    """Return the wording of a questionnaire in the language of the page."""
    language = current()
    return Wording(language, translator(language), questionnaire)


def code_from_path() -> str:
    """Give the code that was taken out of the path of a share link or a pulse; empty elsewhere."""
    return str(request.environ.get(CODE_FROM_PATH, ""))


def own_address() -> str:
    """Give the address of this page, to which its form is sent again."""
    return _share_address(current()) if code_from_path() else quote(request.path)


def _share_address(language: Language) -> str:
    return f"{request.path[:3]}{language}/{quote(code_from_path())}"


def other_address() -> str:
    """Give the address of this page in the other language: of no page, the first one's."""
    language = current()
    if code_from_path():
        return _share_address("en" if language == "fr" else "fr")
    if request.endpoint is None or not request.path.startswith(f"/{language}/"):
        return "/en/" if language == "fr" else "/fr/"
    return ("/en" if language == "fr" else "/fr") + quote(request.path.removeprefix(f"/{language}"))


def address(endpoint: str, **values: str) -> str:
    """Give the address of a page in the language of this one; the same as url_for, at a tenth of its cost."""
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


def _give_language(endpoint: str, values: dict[str, Any]) -> None:
    values.setdefault("language", current())


def localise(blueprint: Blueprint) -> None:
    """Let a blueprint's views be reached under each language without naming it."""
    blueprint.url_value_preprocessor(_take_language)
    blueprint.url_defaults(_give_language)


@wording_cache
def template_context(language: Language) -> dict[str, object]:
    """Give what a template needs to speak a language: its translator, and functions that pick and write."""
    return {
        "language": language,
        "_": translator(language),
        "t": attrgetter(language),
        "day": lambda value: format_day(value, language),
        "minute": lambda value: format_minute(value, language),
        "word": lambda count: number_word(count, language),
        "grouped": lambda count: group_digits(count, language),
        "address": partial(_address_in, language),
        "other_address": other_address,
        "own_address": own_address,
    }


def install(app: Flask) -> None:
    """Give every template the language of its page."""
    app.context_processor(lambda: template_context(current()))
