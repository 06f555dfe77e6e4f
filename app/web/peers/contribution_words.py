"""What leaves an assessment for its peers, field by field, as the page shows it before the tick."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.figures import peer_words
from app.maturity.peers.contribution import Contribution
from app.maturity.questionnaire import Questionnaire
from app.maturity.text import Language
from app.translations.organisations import SIZE_NAMES, TYPE_NAMES


@dataclass(frozen=True, slots=True)
class ContributionField:
    """One field: its name, what it would hold, and what was contributed before in its place."""

    name: str
    now: str
    before: str


def contribution_fields(
    offer: Contribution,
    before: Contribution | None,
    asked: Questionnaire,
    language: Language,
    _: Callable[[str], str],
) -> tuple[ContributionField, ...]:
    """List every field that leaves, and nothing else; without an earlier contribution ``before`` is empty."""
    now = _fields(offer, asked, language, _)
    old = _fields(before, asked, language, _) if before else [("", "")] * len(now)
    return tuple(
        ContributionField(name, value, earlier)
        for (name, value), (_name, earlier) in zip(now, old, strict=True)
    )


def _fields(
    of: Contribution, asked: Questionnaire, language: Language, _: Callable[[str], str]
) -> list[tuple[str, str]]:
    return [
        (_("Type of organisation"), _(TYPE_NAMES[of.cell.organisation_type])),
        (_("Size"), _(SIZE_NAMES[of.cell.size_band])),
        (_("Version of the questionnaire"), of.version),
        (_("Variant"), asked.variants[of.variant].name.in_(language)),
        *_scores(of, asked, language, _),
    ]


def _scores(
    of: Contribution, asked: Questionnaire, language: Language, _: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    for measure in peer_words.measures_in_order(asked):
        points = of.scores.get(measure)
        value = _("no score, so nothing") if points is None else str(points)
        yield peer_words.measure_name(measure, asked, language, _), value
