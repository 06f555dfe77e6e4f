"""The published figures of the 2012 survey, and an organisation's practice on what the sector cared about.

A finding is a published figure with its provenance. Practice levels are not opinions, so no score is ever
compared with a share: the share says how much a subject mattered, never how well anybody does.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from app.maturity.level import Level
from app.maturity.score import Score
from app.maturity.text import Text


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as it was published, with who said it, about whom, and how surely.

    ``share`` is a percentage where a single one was published; a ``working`` share enters the arithmetic and
    is never printed: ``shown`` holds the words that are. ``confidence`` is A, B, C+ or C.
    """

    id: str
    claim: Text
    shown: Text
    base: Text
    source: Text
    address: str
    quote: str
    quote_language: str
    confidence: str
    share: int | None = None
    working: bool = False
    caution: Text | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A published share that practices answer; the share is the weight of the subject."""

    name: str
    label: Text
    kind: str
    figure: Figure
    share: int


@dataclass(frozen=True, slots=True)
class Survey:
    """The 2012 survey: what it was, every figure found, and the findings that carry weight."""

    title: str
    issuer: str
    published: str
    sample: Text
    sample_figure: str
    mix: Text
    mix_figures: tuple[str, ...]
    caution: Text
    precision: Text
    sample_size: int
    confidence: Mapping[str, Text]
    figures: Mapping[str, Figure]
    findings: tuple[Finding, ...]

    def finding(self, name: str) -> Finding:
        """Find a finding by its name; the catalogue has checked that every name used exists."""
        return next(finding for finding in self.findings if finding.name == name)


@dataclass(frozen=True, slots=True)
class FindingResult:
    """An organisation's practice on one finding.

    ``readiness`` is the score over the applicable answered practices that answer the finding; ``exposure`` is
    share × (100 − readiness) / 100, in points of 0 to the share.
    """

    finding: Finding
    practices: tuple[str, ...]
    points: int
    readiness: Score
    exposure: Score


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """All findings that applicable answered practices speak to, by exposure, largest first."""

    weighted: Score | None
    findings: tuple[FindingResult, ...]
    finding_count: int


def weigh_findings(survey: Survey, practices: Callable[[Finding], Iterable[tuple[str, int]]]) -> SurveyResult:
    """Weigh practice by what the sector cared about (docs/method.md section 3.1).

    ``practices`` gives the applicable answered practices of a finding with their points.
    """
    results = []
    for finding in survey.findings:
        answered = tuple(practices(finding))
        if answered:
            points = sum(points for _, points in answered)
            readiness = Fraction(100 * points, Level.PROVEN * len(answered))
            exposure = finding.share * (100 - readiness) / 100
            ids = tuple(id for id, _ in answered)
            results.append(FindingResult(finding, ids, points, Score(readiness), Score(exposure)))
    total = sum(result.finding.share for result in results)
    weighted = sum((result.finding.share * result.readiness.exact for result in results), Fraction(0))
    ordered = sorted(results, key=lambda result: -result.exposure.exact)
    return SurveyResult(Score(weighted / total) if total else None, tuple(ordered), len(survey.findings))
