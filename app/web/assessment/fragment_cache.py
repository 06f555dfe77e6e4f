"""Parts of a domain page that are the same for everybody, drawn once and kept.

A page of six questions holds seven hundred pieces of text, and drawing them for each request was nine tenths
of its cost. Only the questionnaire's wording is kept here, nothing that a person typed.
"""

from flask import current_app
from jinja2.environment import TemplateModule
from markupsafe import Markup

from app.maturity.questionnaire import Questionnaire
from app.web.assessment.practice_view import PracticeView
from app.web.request import language

_Key = tuple[str, ...]


def fieldset(questionnaire: Questionnaire, view: PracticeView) -> Markup:
    """Return a question with its levels as HTML; kept for each choice unless there is an error in it."""
    plain = view.question.id not in view.errors and view.theirs is None
    return _drawn("fieldset", questionnaire, view, (view.choice,) if plain else None)


def notes(questionnaire: Questionnaire, view: PracticeView) -> Markup:
    """Return the fields of comment and evidence as HTML; kept if they are empty."""
    return _drawn("notes", questionnaire, view, None if view.is_open else ())


def _drawn(macro: str, questionnaire: Questionnaire, view: PracticeView, key: _Key | None) -> Markup:
    kept: dict[_Key, Markup] = current_app.extensions.setdefault("muster-fragments", {})
    place = (language.current(), questionnaire.version, macro, view.question.id, *(key or ()))
    if key is None or place not in kept:
        drawn = Markup(getattr(_module(), macro)(view, questionnaire))  # noqa: S704  a macro escapes its own
        if key is None:
            return drawn
        kept[place] = drawn
    return kept[place]


def _module() -> TemplateModule:
    modules: dict[str, TemplateModule] = current_app.extensions.setdefault("muster-modules", {})
    reader = language.current()
    if reader not in modules:
        template = current_app.jinja_env.get_template("macros/practice.html")
        modules[reader] = template.make_module(language.template_context(reader))
    return modules[reader]
