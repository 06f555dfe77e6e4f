"""The language of a page: the first segment of its address, so that a link can be shared and switched."""

from datetime import date
from typing import Any
from urllib.parse import quote

from babel.dates import format_date
from flask import Blueprint, Flask, g, request

from app.maturity.text import LANGUAGES, Language, Text
from app.translations import translator

PREFIX = "/<any(en, fr):language>"

_LOCALES: dict[Language, str] = {"en": "en_GB", "fr": "fr_FR"}


def preferred() -> Language:
    """Give the reader's language: the address names it, else the browser does, else English."""
    first = request.path.split("/", 2)[1]
    for language in LANGUAGES:
        if first == language:
            return language
    return "fr" if request.accept_languages.best_match(LANGUAGES) == "fr" else "en"


def current() -> Language:
    """Give the language of the page that is being made."""
    if "language" not in g:
        g.language = preferred()
    language: Language = g.language
    return language


def translate(sentence: str) -> str:
    """Put an English sentence of the interface into the language of the page."""
    return translator(current())(sentence)


def day(value: date, language: Language) -> str:
    """Write a date in words, for example “1 October 2026”."""
    return format_date(value, "long", locale=_LOCALES[language])


def other_address() -> str | None:
    """Give the address of this page in the other language, if it has one."""
    language = current()
    if request.endpoint is None or not request.path.startswith(f"/{language}/"):
        return None
    return ("/en" if language == "fr" else "/fr") + quote(request.path.removeprefix(f"/{language}"))


def _take_language(endpoint: str | None, values: dict[str, Any] | None) -> None:
    if values is not None and "language" in values:
        g.language = values.pop("language")


def _give_language(endpoint: str, values: dict[str, Any]) -> None:
    values.setdefault("language", current())


def speak(blueprint: Blueprint) -> None:
    """Let a blueprint's views be reached under each language without naming it."""
    blueprint.url_value_preprocessor(_take_language)
    blueprint.url_defaults(_give_language)


def install(app: Flask) -> None:
    """Give every template the language, and the functions that put words into it."""

    @app.context_processor
    def words() -> dict[str, object]:
        language = current()

        def in_language(text: Text) -> str:
            return text.in_(language)

        return {
            "language": language,
            "_": translator(language),
            "t": in_language,
            "day": lambda value: day(value, language),
            "other_address": other_address,
        }
