"""The survey’s opinion questions, and answers beside the published shares (docs/method.md section 3.2)."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.maturity.survey import Figure
from app.maturity.text import Text


@dataclass(frozen=True, slots=True)
class OpinionOption:
    """One option of an opinion question, with its published figure if there is one.

    An ``exclusive`` option cannot be combined with another. ``drawn_as`` is the lowest and the highest
    percentage that a figure published only in words can stand for.
    """

    token: str
    label: Text
    exclusive: bool = False
    figure: Figure | None = None
    drawn_as: tuple[int, int] | None = None
    note: Text | None = None

    @property
    def tokens(self) -> tuple[str, ...]:
        """Return the option's own token; a CombinedFigure has several."""
        return (self.token,)


@dataclass(frozen=True, slots=True)
class CombinedFigure:
    """A figure that was published for several options together."""

    tokens: tuple[str, ...]
    label: Text
    figure: Figure
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class OpinionQuestion:
    """A question about what a person thinks; it never enters a score.

    ``many`` allows several options, ``optional`` none. ``practice`` is the id of the practice that a question
    about the organisation's own policy belongs to; the survey's own questions have none.
    """

    id: str
    name: Text
    text: Text
    help: Text
    many: bool
    optional: bool
    options: tuple[OpinionOption, ...]
    combined: tuple[CombinedFigure, ...] = ()
    note: Text | None = None
    practice: str | None = None

    @property
    def tokens(self) -> tuple[str, ...]:
        """Return the tokens of the options, in the order of the page."""
        return tuple(option.token for option in self.options)

    def clash(self, tokens: tuple[str, ...]) -> OpinionOption | None:
        """Return the exclusive option that is combined with another one, or None."""
        return next((o for o in self.options if o.exclusive and o.token in tokens and len(tokens) > 1), None)


@dataclass(frozen=True, slots=True)
class OpinionResult:
    """An answer beside the published shares: the chosen options, and the combined figures that cover them."""

    question: OpinionQuestion
    chosen: tuple[OpinionOption, ...]
    combined: tuple[CombinedFigure, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Return the published figures for the answer, those of single options before the combined ones."""
        own = tuple(option.figure for option in self.chosen if option.figure)
        return own + tuple(combined.figure for combined in self.combined)


def compare_with_survey(
    questions: tuple[OpinionQuestion, ...], answers: Mapping[str, tuple[str, ...]]
) -> tuple[OpinionResult, ...]:
    """Return each answered opinion beside the survey's figures; ``answers`` holds tokens by question id."""
    results = []
    for question in questions:
        tokens = answers.get(question.id, ())
        if tokens:
            chosen = tuple(option for option in question.options if option.token in tokens)
            combined = tuple(c for c in question.combined if set(tokens) <= set(c.tokens))
            results.append(OpinionResult(question, chosen, combined))
    return tuple(results)
