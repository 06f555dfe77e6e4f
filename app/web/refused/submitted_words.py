"""The fields of a page that could not be saved, in words instead of names and stored values."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.maturity.questionnaire import NOT_APPLICABLE, UNKNOWN, Question, Questionnaire
from app.maturity.text import LANGUAGES
from app.translations import N_
from app.translations.plan_words import STATE_NAMES
from app.translations.wording import Wording
from app.web.forms.answers_field import confirm_name, control_names
from app.web.forms.placeholder_controls import placeholder_control
from app.web.forms.profile import LABELS
from app.web.forms.reading_controls import MOST_QUOTES, Tick, quote_part, tick
from app.web.refused import field_labels
from app.web.request.sealed_cookie import LONG_IDLE_MINUTES, SHORT_IDLE_MINUTES

_IDLE_MINUTES = (SHORT_IDLE_MINUTES, LONG_IDLE_MINUTES)

_CONTROLS = (N_("Answer"), N_("Comment"), N_("Evidence"), N_("Date of the evidence"))
_CONFIRM = N_("This answer still holds")
_OF_A_POLICY: Mapping[Tick, str] = {
    "keep": N_("Sentences to keep"),
    "confirm": N_("The statement that a policy cannot prove"),
    "use": N_("Answer with the suggested level"),
}
# The fields of an action. On the page of the whole plan they are followed by a hyphen and the action’s id.
_OF_ACTIONS = {
    "title": N_("What is to be done"),
    "person": N_("Person"),
    "due": N_("Due date"),
    "state": N_("State"),
    "note": N_("Note"),
    "seen": "",
}


def field_words(fields: Iterable[tuple[str, str]], wordings: Sequence[Wording]) -> Iterator[tuple[str, str]]:
    """Yield each field that is not empty in words; a field that no page has keeps its name and value.

    The words are those of the first of the wordings, at least one, whose questionnaire knows the field.
    """
    labels = {name: wordings[0]._(label) for name, label in {**field_labels.LABELS, **_OF_ACTIONS}.items()}
    values: dict[str, Mapping[str, str]] = {}
    for wording in reversed(wordings):
        labels |= dict(_labels(wording))
        values |= _values(wording)
    sent = tuple(fields)
    titles = {name.removeprefix("title-"): value for name, value in sent if name.startswith("title-")}
    for full_name, value in sent:
        first, _hyphen, id = full_name.partition("-")
        name = first if first in _OF_ACTIONS else full_name
        known = values.get(name, {})
        if (value or value in known) and field_labels.is_typed(full_name, value):
            title = titles.get(id) if first in _OF_ACTIONS and first != "title" else None
            label = labels.get(name, name)
            yield f"{label} – {title}" if title else label, known.get(value, value)


def _labels(wording: Wording) -> Iterator[tuple[str, str]]:
    for question in _questions(wording.questionnaire):
        for name, label in zip(control_names(question.id), _CONTROLS, strict=True):
            yield name, f"{question.id} {wording._(label)}"
        yield confirm_name(question.id), f"{question.id} {wording._(_CONFIRM)}"
        yield from _labels_of_reading(question, wording)
    for opinion in wording.questionnaire.opinions:
        yield opinion.id, f"{opinion.id} {wording.text(opinion.name)}"
    for placeholder in wording.questionnaire.policy.placeholders:
        for language in LANGUAGES:
            yield placeholder_control(language, placeholder.id), f"[{placeholder.name.in_(language)}]"
    for domain in wording.questionnaire.domains:
        yield f"target-{domain.letter}", f"{domain.letter} {wording.text(domain.name)}"


def _labels_of_reading(question: Question, wording: Wording) -> Iterator[tuple[str, str]]:
    for place in range(1, MOST_QUOTES + 1):
        yield quote_part("quote", question.id, place), f"{question.id} {wording._('Sentence')} {place}"
    for name, label in _OF_A_POLICY.items():
        yield tick(name, question.id), f"{question.id} {wording._(label)}"


def _idle_label(minutes: int, wording: Wording) -> str:
    _ = wording._
    hours = minutes // 60
    if hours == 1:
        return _("After one hour without activity")
    return _("After %(hours)s hours without activity") % {"hours": wording.number_word(hours)}


def _questions(questionnaire: Questionnaire) -> Iterator[Question]:
    return (question for domain in questionnaire.domains for question in domain.questions)


def _ticks(question: Question) -> tuple[str, ...]:
    return confirm_name(question.id), tick("confirm", question.id), tick("use", question.id)


def _values(wording: Wording) -> Mapping[str, Mapping[str, str]]:
    _, text, questionnaire = wording._, wording.text, wording.questionnaire
    levels = {str(number): f"{number} {text(name)}" for number, name in enumerate(questionnaire.levels)}
    others = {UNKNOWN: _("We don’t know"), NOT_APPLICABLE: _("Not applicable"), "": _("No answer yet")}
    choices = {**levels, **others}
    return {
        **{question.id: choices for question in _questions(questionnaire)},
        **{name: {"yes": _("Yes")} for each in _questions(questionnaire) for name in _ticks(each)},
        **{
            opinion.id: {option.token: text(option.label) for option in opinion.options}
            for opinion in questionnaire.opinions
        },
        **{f"target-{domain.letter}": levels for domain in questionnaire.domains},
        **{name: {token: _(label) for token, label in labels.items()} for name, labels in LABELS.items()},
        **field_labels.choices(wording),
        "state": {state: _(name) for state, name in STATE_NAMES.items()},
        "idle": {str(minutes): _idle_label(minutes, wording) for minutes in _IDLE_MINUTES},
        "variant": {token: text(variant.name) for token, variant in questionnaire.variants.items()},
    }
