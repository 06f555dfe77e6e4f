"""The fields of a page that could not be saved, in words instead of names and stored values."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from app.figures import pulse_words
from app.maturity.questionnaire import NOT_APPLICABLE, UNKNOWN, Question, Questionnaire
from app.maturity.text import Language
from app.translations import N_
from app.translations.number_words import number_word
from app.translations.wording import Wording
from app.web.forms.answers_field import control_names
from app.web.forms.profile import LABELS
from app.web.request.sealed_cookie import LONG_IDLE_MINUTES, SHORT_IDLE_MINUTES

_IDLE_MINUTES = (SHORT_IDLE_MINUTES, LONG_IDLE_MINUTES)

# Not shown, since nobody typed it: the page's version, preview or mark, and the button that was pressed.
_NOT_TYPED = frozenset({"version", "action", "shown", "page"})

_CONTROLS = (N_("Answer"), N_("Comment"), N_("Evidence"), N_("Date of the evidence"))
_OTHERS = {
    "code": N_("Code of your assessment"),
    "idle": N_("When should this browser sign you out?"),
    "variant": N_("Which assessment do you want?"),
    "organisation": N_("Name of your organisation (optional)"),
    "organisation_type": N_("Type of organisation"),
    "size_band": N_("Size"),
    "region": N_("Region"),
    "group": N_("Your group"),
    "another": N_("Another person at this device"),
    "receipt": N_("Receipt"),
    "invitation": N_("Invitation"),
    "agree": N_("Do you want to contribute?"),
    "reach": N_("Suppose that these practices reach their target"),
}


def field_words(
    typed: Iterable[tuple[str, str]],
    versions: Sequence[Questionnaire],
    language: Language,
    _: Callable[[str], str],
) -> Iterator[tuple[str, str]]:
    """Yield each field that is not empty in words; a field that no page has keeps its name and value.

    The words are those of the first version of the questionnaire that knows the field.
    """
    labels = {name: _(label) for name, label in _OTHERS.items()}
    values: dict[str, Mapping[str, str]] = {}
    for asked in reversed(versions):
        labels |= dict(_labels(asked, language, _))
        values |= _values(asked, language, _)
    for name, value in typed:
        if value and name not in _NOT_TYPED:
            yield labels.get(name, name), values.get(name, {}).get(value, value)


def _labels(asked: Questionnaire, language: Language, _: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    for question in _questions(asked):
        for name, label in zip(control_names(question.id), _CONTROLS, strict=True):
            yield name, f"{question.id} {_(label)}"
    for opinion in asked.opinions:
        yield opinion.id, f"{opinion.id} {opinion.name.in_(language)}"
    for domain in asked.domains:
        yield f"target-{domain.letter}", f"{domain.letter} {domain.name.in_(language)}"


def _idle_label(minutes: int, language: Language, _: Callable[[str], str]) -> str:
    hours = minutes // 60
    if hours == 1:
        return _("After one hour without activity")
    return _("After %(hours)s hours without activity") % {"hours": number_word(hours, language)}


def _questions(asked: Questionnaire) -> Iterator[Question]:
    return (question for domain in asked.domains for question in domain.questions)


def _values(
    asked: Questionnaire, language: Language, _: Callable[[str], str]
) -> Mapping[str, Mapping[str, str]]:
    levels = {str(number): f"{number} {name.in_(language)}" for number, name in enumerate(asked.levels)}
    choices = {**levels, UNKNOWN: _("We don’t know"), NOT_APPLICABLE: _("Not applicable")}
    return {
        **{question.id: choices for question in _questions(asked)},
        **{each.id: {o.token: o.label.in_(language) for o in each.options} for each in asked.opinions},
        **{f"target-{domain.letter}": levels for domain in asked.domains},
        **{name: {token: _(label) for token, label in LABELS[name].items()} for name in LABELS},
        "group": pulse_words.group_names(Wording(language, _, asked)),
        "another": {"yes": _("Yes")},
        "idle": {str(minutes): _idle_label(minutes, language, _) for minutes in _IDLE_MINUTES},
        "variant": {token: variant.name.in_(language) for token, variant in asked.variants.items()},
    }
