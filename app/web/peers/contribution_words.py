"""What an assessment sends to its peers, field by field, as the page shows it before the tick."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.figures import peer_words
from app.maturity.peers.contribution import Contribution
from app.translations.organisations import SIZE_NAMES, TYPE_NAMES
from app.translations.wording import Wording


@dataclass(frozen=True, slots=True)
class ContributionField:
    """One field: its name, the value that would be sent, and the value that was contributed before."""

    name: str
    now: str
    before: str


def contribution_fields(
    offer: Contribution,
    before: Contribution | None,
    wording: Wording,
) -> tuple[ContributionField, ...]:
    """Return every field that would be sent; without an earlier contribution ``before`` is empty."""
    now = _fields(offer, wording)
    old = _fields(before, wording) if before else [("", "")] * len(now)
    return tuple(
        ContributionField(name, value, earlier)
        for (name, value), (_name, earlier) in zip(now, old, strict=True)
    )


def _fields(of: Contribution, wording: Wording) -> list[tuple[str, str]]:
    _ = wording._
    return [
        (_("Type of organisation"), _(TYPE_NAMES[of.cell.organisation_type])),
        (_("Size"), _(SIZE_NAMES[of.cell.size_band])),
        (_("Version of the questionnaire"), of.version),
        (_("Full assessment or quick check"), wording.text(wording.questionnaire.variants[of.variant].name)),
        *_scores(of, wording),
    ]


def _scores(of: Contribution, wording: Wording) -> Iterator[tuple[str, str]]:
    _ = wording._
    for measure in peer_words.measures_in_order(wording.questionnaire):
        points = of.scores.get(measure)
        value = _("no score, so nothing is sent") if points is None else str(points)
        yield peer_words.measure_name(measure, wording), value
