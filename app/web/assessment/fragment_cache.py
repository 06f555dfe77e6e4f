"""Parts of a domain page that are the same for everybody, drawn once and kept.

A page of six questions holds seven hundred pieces of text, and drawing them for each request was nine tenths
of its cost. A question is drawn with each of its choices at once: what is kept depends on the questionnaire
alone, and does not show which choices were stored.
"""

from collections.abc import Mapping
from dataclasses import replace

from flask import current_app
from jinja2.environment import TemplateModule
from markupsafe import Markup

from app.maturity.help_within import help_within
from app.maturity.questionnaire import Question, Questionnaire
from app.web.assessment.practice_view import PracticeView, blank_view
from app.web.request import language

_Key = tuple[str, str, str, str]


def fieldset(questionnaire: Questionnaire, variant: str, view: PracticeView) -> Markup:
    """Return a question with its levels as HTML, from the cache unless it has an error or a conflict."""
    if view.question.id in view.errors or view.theirs is not None:
        return _draw_fieldset(questionnaire, variant, view)
    kept = _fieldsets(questionnaire, variant, view.question).get(view.choice)
    return _draw_fieldset(questionnaire, variant, view) if kept is None else kept


def notes(questionnaire: Questionnaire, variant: str, view: PracticeView) -> Markup:
    """Return the fields of comment and evidence as HTML, from the cache if they are empty."""
    if view.is_open:
        return _draw("notes", view)
    kept: dict[_Key, Markup] = current_app.extensions.setdefault("muster-notes", {})
    key = _key(questionnaire, variant, view.question)
    if key not in kept:
        kept[key] = _draw("notes", blank_view(view.question))
    return kept[key]


def comment(view: PracticeView) -> Markup:
    """Return the field of a comment alone as HTML, for answers without evidence."""
    return _draw("comment", view)


def _fieldsets(questionnaire: Questionnaire, variant: str, question: Question) -> Mapping[str, Markup]:
    kept: dict[_Key, Mapping[str, Markup]] = current_app.extensions.setdefault("muster-fieldsets", {})
    key = _key(questionnaire, variant, question)
    if key not in kept:
        blank = blank_view(question)
        kept[key] = {
            choice: _draw_fieldset(questionnaire, variant, replace(blank, choice=choice))
            for choice in ("", *question.choices)
        }
    return kept[key]


def _key(questionnaire: Questionnaire, variant: str, question: Question) -> _Key:
    return language.current(), questionnaire.version, variant, question.id


def _draw_fieldset(questionnaire: Questionnaire, variant: str, view: PracticeView) -> Markup:
    return _draw("fieldset", view, questionnaire, help_within(questionnaire, view.question, variant))


def _draw(macro: str, *values: object) -> Markup:
    return Markup(getattr(_module(), macro)(*values))  # noqa: S704  a macro escapes its own


def _module() -> TemplateModule:
    modules: dict[str, TemplateModule] = current_app.extensions.setdefault("muster-modules", {})
    reader = language.current()
    if reader not in modules:
        template = current_app.jinja_env.get_template("macros/practice.html")
        modules[reader] = template.make_module(language.template_context(reader))
    return modules[reader]
