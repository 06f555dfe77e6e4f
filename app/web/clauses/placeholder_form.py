"""The form of the words for placeholders, in both languages: one control for each, read by hand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Field
from wtforms.form import BaseForm

from app.maturity.clean_text import clean_line
from app.maturity.policy.clause import Placeholder
from app.maturity.text import LANGUAGES, Language
from app.storage.assessments.placeholders import Filled
from app.web.forms.base import VersionedForm, unexpected_field_sentence
from app.web.forms.placeholder_controls import placeholder_control
from app.web.request.language import translate as _

# Longer names make no readable sentence.
LONGEST = 120


@dataclass(frozen=True, slots=True)
class PlaceholderView:
    """A placeholder in a language: its control, what is typed, and what somebody else saved meanwhile."""

    placeholder: Placeholder
    language: Language
    typed: str
    theirs: str | None = None

    @property
    def control(self) -> str:
        """Return the name of the control."""
        return placeholder_control(self.language, self.placeholder.id)


class WordsField(Field):
    """The words for placeholders: ``filled`` by language and placeholder, ``faults`` by control."""

    def process(self, formdata: Any, data: Any = None, extra_filters: Sequence[Any] | None = None) -> None:  # noqa: ANN401  as WTForms declares it
        """Read the controls of the placeholders in ``data``."""
        names = {placeholder_control(language, each.id): each for language in LANGUAGES for each in data}
        self.controls = tuple(names)
        self.faults: dict[str, str] = {}
        self.filled: dict[Language, dict[str, str]] = {language: {} for language in LANGUAGES}
        for language in LANGUAGES:
            for each in data:
                self._read(language, each, formdata)

    def _read(self, language: Language, placeholder: Placeholder, formdata: Any) -> None:  # noqa: ANN401  what WTForms passes on
        name = placeholder_control(language, placeholder.id)
        sent = [clean_line(each) for each in (formdata.getlist(name) if formdata else [])]
        self.filled[language][placeholder.id] = typed = sent[0] if sent else ""
        if len(sent) > 1:
            self.faults[name] = unexpected_field_sentence(name)
        elif len(typed) > LONGEST:
            sentence = _("“%(name)s”: shorten the words to %(limit)s characters; they have %(length)s")
            shown = placeholder.name.in_(language)
            self.faults[name] = sentence % {"name": shown, "limit": LONGEST, "length": len(typed)}

    def validate(self, form: BaseForm, extra_validators: Sequence[Any] = ()) -> bool:
        """Return whether nothing is wrong; the faults were found in reading."""
        self.errors = tuple(self.faults.values())
        return not self.faults


class PlaceholderForm(VersionedForm):
    """The words for the common placeholders."""

    words = WordsField()

    def __init__(
        self,
        formdata: MultiDict[str, Any] | None = None,
        *,
        placeholders: Sequence[Placeholder] = (),
        **values: object,
    ) -> None:
        super().__init__(formdata, **values, words=placeholders)

    @property
    def filled(self) -> Filled:
        """Return what was typed."""
        words: WordsField = self.words
        return words.filled


def placeholder_views(
    placeholders: Sequence[Placeholder], filled: Filled, stored: Filled | None = None
) -> Mapping[Language, tuple[PlaceholderView, ...]]:
    """Return what the page shows, by language; after a conflict beside what is ``stored`` if it differs."""
    return {language: tuple(_views(placeholders, language, filled, stored)) for language in LANGUAGES}


def _views(
    placeholders: Sequence[Placeholder], language: Language, filled: Filled, stored: Filled | None
) -> Iterator[PlaceholderView]:
    own = filled.get(language, {})
    for each in placeholders:
        typed = own.get(each.id, "")
        theirs = stored.get(language, {}).get(each.id, "") if stored is not None else typed
        yield PlaceholderView(each, language, typed, None if theirs == typed else theirs)
