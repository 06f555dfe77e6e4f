"""The opinion questions O1 to O4, the survey’s own, and an answer beside the published shares."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.maturity.survey import Figure
from app.maturity.text import Text


@dataclass(frozen=True, slots=True)
class OpinionOption:
    """One answer to an opinion question, with the published figure where there is one.

    ``exclusive`` options cannot be combined with another. ``drawn_as`` is the band within which a figure that
    was published only in words is drawn.
    """

    token: str
    label: Text
    exclusive: bool = False
    figure: Figure | None = None
    drawn_as: tuple[int, int] | None = None
    note: Text | None = None

    @property
    def tokens(self) -> tuple[str, ...]:
        """Return the token of the option alone, as a combined figure returns several."""
        return (self.token,)


@dataclass(frozen=True, slots=True)
class CombinedFigure:
    """A figure that was published for several answers together."""

    tokens: tuple[str, ...]
    label: Text
    figure: Figure
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class OpinionQuestion:
    """A question about what somebody thinks; it never enters a score."""

    id: str
    name: Text
    text: Text
    help: Text
    many: bool
    optional: bool
    options: tuple[OpinionOption, ...]
    combined: tuple[CombinedFigure, ...] = ()
    note: Text | None = None

    @property
    def tokens(self) -> tuple[str, ...]:
        """List the answers that the question allows."""
        return tuple(option.token for option in self.options)

    def clash(self, given: tuple[str, ...]) -> OpinionOption | None:
        """Find the exclusive option that was combined with another, if any."""
        return next((o for o in self.options if o.exclusive and o.token in given and len(given) > 1), None)


@dataclass(frozen=True, slots=True)
class OpinionResult:
    """An answer beside the published shares: figures of the answer itself, and of answers taken together."""

    question: OpinionQuestion
    chosen: tuple[OpinionOption, ...]
    combined: tuple[CombinedFigure, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """List every published figure that the answer meets, its own before the combined ones."""
        own = tuple(option.figure for option in self.chosen if option.figure)
        return own + tuple(combined.figure for combined in self.combined)


def compare_with_survey(
    questions: tuple[OpinionQuestion, ...], given: Mapping[str, tuple[str, ...]]
) -> tuple[OpinionResult, ...]:
    """Put each answered opinion beside the survey's figures (docs/method.md section 3.2)."""
    results = []
    for question in questions:
        tokens = given.get(question.id, ())
        if tokens:
            chosen = tuple(option for option in question.options if option.token in tokens)
            combined = tuple(c for c in question.combined if set(tokens) <= set(c.tokens))
            results.append(OpinionResult(question, chosen, combined))
    return tuple(results)
