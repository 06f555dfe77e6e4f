"""Parts of a domain page that are the same for everybody, drawn once.

A page of six questions holds seven hundred pieces of text, and drawing them anew was nine tenths of its cost.
Nothing that a person typed is ever kept here.
"""

from flask import current_app
from jinja2.environment import TemplateModule
from markupsafe import Markup

from app.web.assessment.practice_view import PracticeView
from app.web.request import language
from app.web.request.services import questionnaire

_Key = tuple[str, ...]


def fieldset(view: PracticeView) -> Markup:
    """Draw a question with its levels; kept for each choice while nothing has to be mended."""
    plain = view.question.id not in view.errors and view.theirs is None
    return _drawn("fieldset", view, (view.choice,) if plain else None)


def notes(view: PracticeView) -> Markup:
    """Draw the fields of comment and evidence; kept while they are empty."""
    return _drawn("notes", view, None if view.is_open else ())


def _drawn(macro: str, view: PracticeView, key: _Key | None) -> Markup:
    kept: dict[_Key, Markup] = current_app.extensions.setdefault("muster-fragments", {})
    asked = questionnaire()
    place = (language.current(), asked.version, macro, view.question.id, *(key or ()))
    if key is None or place not in kept:
        drawn = Markup(getattr(_module(), macro)(view, asked))  # noqa: S704  a macro escapes its own
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
