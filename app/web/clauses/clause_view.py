"""Model clauses as pages show them, their placeholders filled in or left in brackets."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.maturity.policy.clause import Clause
from app.maturity.questionnaire import Guidance, Question
from app.maturity.text import Text
from app.report.policy.bracketed_text import BracketedText
from app.report.policy.draft_document import Runs
from app.translations.wording import Wording


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause in words: its title, the level whose written half it gives, and its texts as runs."""

    id: str
    title: str
    level: str
    paragraphs: tuple[Runs, ...]
    also: tuple[Runs, ...]
    guidance: tuple[Guidance, ...]


@dataclass(frozen=True, slots=True)
class PracticeClauses:
    """A practice with its clauses."""

    question: Question
    clauses: tuple[ClauseView, ...]


def describe_clauses(
    wording: Wording, filled: Mapping[str, str] | None = None
) -> Mapping[str, PracticeClauses]:
    """Return the clauses of every practice that has some, by its id, in the order of the questionnaire."""
    questionnaire = wording.questionnaire
    brackets = BracketedText(wording.language, questionnaire.policy.placeholders, filled or {})
    return {
        id: PracticeClauses(
            questionnaire.question(id), tuple(_describe(each, wording, brackets) for each in clauses)
        )
        for id, clauses in questionnaire.policy.clauses.items()
    }


def _describe(clause: Clause, wording: Wording, brackets: BracketedText) -> ClauseView:
    cited = (wording.questionnaire.guidance[id] for id in clause.guidance)
    return ClauseView(
        clause.id,
        wording.text(clause.title),
        f"{clause.supports} {wording.level_name(clause.supports)}",
        tuple(_runs(clause.paragraphs, wording, brackets)),
        tuple(_runs(clause.also, wording, brackets)),
        # Two parts of one document are cited apart, and have one title.
        tuple({each.title: each for each in cited}.values()),
    )


def _runs(texts: Iterable[Text], wording: Wording, brackets: BracketedText) -> Iterator[Runs]:
    return (brackets.runs(wording.text(each)) for each in texts)
