"""Which clauses an address asks for, and in which languages."""

from collections.abc import Sequence
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from app.maturity.questionnaire import Questionnaire
from app.maturity.text import LANGUAGES, Language
from app.web.forms.base import Problem
from app.web.request.language import current
from app.web.request.language import translate as _

# The names of what an address asks for, and the values that are no practice and no language.
PRACTICE, LANGUAGE, CHOOSE = "practice", "lang", "choose"
BOTH, ALL, NONE = "both", "all", "none"


@dataclass(frozen=True, slots=True)
class ChosenClauses:
    """The practices whose clauses are chosen, the language or ``both``, and the problems of the address."""

    practices: frozenset[str]
    language: str
    problems: tuple[Problem, ...] = ()

    @property
    def languages(self) -> tuple[Language, ...]:
        """Return the languages, that of the page first."""
        if self.language == BOTH:
            return (current(), *(each for each in LANGUAGES if each != current()))
        return tuple(each for each in LANGUAGES if each == self.language)


def read_choice(
    arguments: MultiDict[str, str], questionnaire: Questionnaire, recommended: Sequence[str]
) -> ChosenClauses:
    """Return what the address of the page asks for: the recommended practices unless it says otherwise."""
    offered = questionnaire.policy.clauses
    usual = frozenset(each for each in recommended if each in offered) or frozenset(offered)
    asked = {ALL: frozenset(offered), NONE: frozenset[str]()}.get(arguments.get(CHOOSE, ""), usual)
    return ChosenClauses(asked, current())


def read_download(arguments: MultiDict[str, str], questionnaire: Questionnaire) -> ChosenClauses:
    """Return what the address of a file asks for, with what is wrong with it."""
    sent, offered = arguments.getlist(PRACTICE), questionnaire.policy.clauses
    chosen, language, problems = frozenset(sent) & offered.keys(), arguments.get(LANGUAGE, ""), []
    if not sent:
        problems.append(Problem(PRACTICE, _("Tick at least one practice")))
    elif len(chosen) < len(frozenset(sent)):
        problems.append(Problem(PRACTICE, _("Tick only practices on this page")))
    if language not in (*LANGUAGES, BOTH):
        problems.append(Problem(LANGUAGE, _("Choose the language of the file")))
        language = current()
    return ChosenClauses(chosen, language, tuple(problems))
