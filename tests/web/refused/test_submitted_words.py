"""What could not be saved is listed in words: each field with its action, and none that nobody typed."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from flask_wtf.file import FileField
from wtforms.fields.core import UnboundField

import app.web
from app.maturity.questionnaire import Questionnaire
from app.translations.wording import Wording
from app.web.forms.base import Form
from app.web.refused.submitted_words import field_words


def _kinds(of: type[Form]) -> Iterator[type[Form]]:
    each: type[Form]
    for each in of.__subclasses__():
        yield each
        yield from _kinds(each)


def form_fields() -> list[str]:
    """Return the names of the fields of all forms; what consists of several controls, or is a file, aside."""
    for module in pkgutil.walk_packages(app.web.__path__, "app.web."):
        importlib.import_module(module.name)
    found = (
        (name, field.field_class)
        for form in _kinds(Form)
        for name, field in vars(form).items()
        if isinstance(field, UnboundField)
    )
    return sorted(
        {name for name, kind in found if kind.__module__.startswith("wtforms.") and kind is not FileField}
    )


def test_the_fields_of_an_action_name_it_and_its_mark_is_left_out(questionnaire: Questionnaire) -> None:
    sent = [
        ("seen-a1", "0-1a2b3c4d"),
        ("title-a1", "Brief the guards"),
        ("person-a1", "Ada"),
        ("seen-a2", "1-1a2b3c4d"),
        ("state-a2", "done"),
    ]

    found = list(field_words(sent, [Wording("en", str, questionnaire)]))

    assert found == [
        ("What is to be done", "Brief the guards"),
        ("Person – Brief the guards", "Ada"),
        ("State", "Done"),
    ]


@pytest.mark.parametrize("name", form_fields())
def test_every_field_of_every_form_has_a_label_or_is_left_out(
    name: str, questionnaire: Questionnaire
) -> None:
    found = [*field_words([(name, "yes")], [Wording("en", str, questionnaire)])]

    assert name not in [label for label, _value in found]


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        (("role", "legal"), ("Role", "Legal")),
        (("role", "api_reader"), ("Role", "Program that reads")),
        (("extent", "some"), ("What should your colleague answer?", "Only the domains that I tick below")),
        (("domains", "G"), ("Domains", "G Mandate and governance")),
        (("shown", "yes"), ("Show the organisation’s name on the page that the link opens", "Yes")),
        (("outcome", "close"), ("What do you want to do?", "Close it now")),
        (("choice", "new"), ("Which assessment takes part?", "A new assessment, which I begin now")),
        (("depth", "levels"), ("How much do you want to submit?", "Scores and answers")),
        (("grouping", ""), ("Do you want to compare groups?", "No groups: everybody together")),
        (("invited", "everyone"), ("Who was invited to answer?", "Everyone who works for us")),
        (("sure", "yes"), ("Are you sure?", "Yes")),
    ],
)
def test_what_was_chosen_is_shown_in_the_words_of_its_choice(
    sent: tuple[str, str], shown: tuple[str, str], questionnaire: Questionnaire
) -> None:
    assert list(field_words([sent], [Wording("en", str, questionnaire)])) == [shown]


def test_the_mark_of_a_preview_is_left_out(questionnaire: Questionnaire) -> None:
    assert not [*field_words([("shown", "1a2b3c4d")], [Wording("en", str, questionnaire)])]
