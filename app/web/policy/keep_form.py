"""The form of what a policy says: its quotes as the page showed them, and the person’s ticks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Field, StringField
from wtforms.form import BaseForm
from wtforms.validators import ValidationError

from app.maturity.clean_text import clean_line, clean_title
from app.maturity.policy.cue import PolicyReading
from app.maturity.policy.matching import Quote
from app.maturity.questionnaire import Question, Questionnaire
from app.web.forms.base import Form
from app.web.forms.reading_controls import MOST_QUOTES, QUOTE_PARTS, domain_version, quote_part, tick
from app.web.policy.practice_reading import PracticeReading, readings_of
from app.web.request.language import translate as _

LONGEST_TITLE, LONGEST_DATE = 200, 60
_VERSION_DIGITS, _PAGE_DIGITS = 9, 6


def _controls(question: Question) -> Iterator[str]:
    yield from (tick(name, question.id) for name in ("keep", "confirm", "use"))
    for place in range(1, MOST_QUOTES + 1):
        yield from (quote_part(part, question.id, place) for part in QUOTE_PARTS)


def _is_number(sent: str, digits: int) -> bool:
    return sent.isdecimal() and len(sent) <= digits


class ReadingsField(Field):
    """The practices as they were sent: ``readings`` in order, ``versions`` by the letter of the domain."""

    def process(self, formdata: Any, data: Any = None, extra_filters: Sequence[Any] | None = None) -> None:  # noqa: ANN401  as WTForms declares it
        """Read the controls of the questions in ``data``, a pair of a questionnaire and its questions."""
        questionnaire, questions = data
        sent: MultiDict[str, str] = formdata or MultiDict()
        self.is_broken = False
        self.readings = tuple(
            self._read(question, reading, sent) for question, reading in readings_of(questionnaire, questions)
        )
        letters = tuple(dict.fromkeys(each.domain_letter for each in questions))
        self.versions: dict[str, int] = {}
        for letter in letters:
            version = sent.get(domain_version(letter), "")
            self.is_broken |= not _is_number(version, _VERSION_DIGITS)
            self.versions[letter] = int(version) if _is_number(version, _VERSION_DIGITS) else 0
        self.controls = (
            *map(domain_version, letters),
            *(name for each in questions for name in _controls(each)),
        )

    def _read(self, question: Question, reading: PolicyReading, sent: MultiDict[str, str]) -> PracticeReading:
        quotes = tuple(self._quotes(question, reading, sent))
        places = {str(place) for place in range(1, len(quotes) + 1)}
        kept = set(sent.getlist(tick("keep", question.id)))
        confirmed, used = (sent.getlist(tick(name, question.id)) for name in ("confirm", "use"))
        self.is_broken |= not kept <= places or any(each not in ([], ["yes"]) for each in (confirmed, used))
        return PracticeReading(
            question, reading, quotes, frozenset(map(int, kept & places)), bool(confirmed), bool(used)
        )

    def _quotes(
        self, question: Question, reading: PolicyReading, sent: MultiDict[str, str]
    ) -> Iterator[Quote]:
        known = {cue.id for cue in reading.cues}
        for place in range(1, MOST_QUOTES + 1):
            text, heading, page, cue = (
                clean_title(sent.get(quote_part(part, question.id, place), "")) for part in QUOTE_PARTS
            )
            if text and cue in known and (not page or _is_number(page, _PAGE_DIGITS)):
                yield Quote(question.id, text, heading, int(page) if page else None, cue)
            else:
                self.is_broken |= bool(text)

    def validate(self, form: BaseForm, extra_validators: Sequence[Any] = ()) -> bool:
        """Refuse what no page holds."""
        sentence = _("The form arrived incomplete. Read the policy again.")
        self.faults = {"": sentence} if self.is_broken else {}
        self.errors = tuple(self.faults.values())
        return not self.is_broken


class KeepForm(Form):
    """What a person keeps of a policy, and the policy’s own title and date as the person typed them."""

    document_title = StringField(filters=[lambda value: clean_line(value or "")])
    document_date = StringField(filters=[lambda value: clean_line(value or "")])
    practices = ReadingsField()

    def __init__(
        self,
        formdata: MultiDict[str, Any] | None = None,
        *,
        asked: tuple[Questionnaire, Sequence[Question]],
        **values: object,
    ) -> None:
        super().__init__(formdata, **values, practices=asked)

    def validate_document_title(self, field: Field) -> None:
        """Refuse a title that is too long, and kept quotes without a title."""
        _refuse_longer(field.data, LONGEST_TITLE)
        if not field.data and any(each.kept for each in self.readings):
            raise ValidationError(_("Enter the title of the document"))

    def validate_document_date(self, field: Field) -> None:
        """Refuse a date that is too long."""
        _refuse_longer(field.data, LONGEST_DATE)

    @property
    def readings(self) -> tuple[PracticeReading, ...]:
        """Return the practices with their quotes and ticks."""
        found: ReadingsField = self.practices
        return found.readings

    @property
    def versions(self) -> Mapping[str, int]:
        """Return the version of each domain that the page was drawn from."""
        found: ReadingsField = self.practices
        return found.versions

    @property
    def document(self) -> str:
        """Return the document in a few words: its title, and its date if one was typed."""
        return ", ".join(each for each in (self.document_title.data, self.document_date.data) if each)


def _refuse_longer(typed: str, limit: int) -> None:
    if len(typed) > limit:
        sentence = _("Shorten this to %(limit)s characters; it has %(length)s")
        raise ValidationError(sentence % {"limit": limit, "length": len(typed)})
