"""The published figures of the 2012 survey, and an organisation's practice on the same subjects.

A finding is a published figure with its source. Practice levels are not opinions, so no score is ever
compared with a share: a share states how much a subject mattered to the sector, never how well an
organisation does.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from app.maturity.level import Level
from app.maturity.score import Score
from app.maturity.text import Language, Text

# The title of a source stands in quotation marks.
_TITLE = re.compile("([“«][^”»]*[”»])")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as it was published, with its source, its base and our confidence in it.

    ``share`` is the percentage, 0 to 100, if a single one was published. A ``working`` share enters the
    arithmetic and is never printed; ``shown`` is the text that is printed. ``confidence`` is A, B, C+ or C.
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

    def source_parts(self, reader: Language) -> tuple[tuple[str, str | None], ...]:
        """Return the words of the source in parts, each with its language if that is not the reader's."""
        foreign = None if self.quote_language == reader else self.quote_language
        parts = enumerate(_TITLE.split(self.source.in_(reader)))
        return tuple((words, foreign if number % 2 else None) for number, words in parts if words)


@dataclass(frozen=True, slots=True)
class Finding:
    """A published share, 0 to 100, that is the weight of a subject which practices cover."""

    name: str
    label: Text
    kind: str
    figure: Figure
    share: int


@dataclass(frozen=True, slots=True)
class Survey:
    """The 2012 survey: its description, every published figure by id, and the findings that have a weight."""

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
        """Return a finding by its name, which must exist; the catalogue checks every name."""
        return next(finding for finding in self.findings if finding.name == name)


@dataclass(frozen=True, slots=True)
class FindingResult:
    """An organisation's practice on the subject of one finding.

    ``practices`` holds the ids of the applicable answered practices on the subject, and ``readiness`` their
    score. ``exposure`` is share × (100 − readiness) / 100, in points from 0 to the share.
    """

    finding: Finding
    practices: tuple[str, ...]
    points: int
    readiness: Score
    exposure: Score


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """The findings that have applicable answered practices, by exposure, the largest first.

    ``weighted`` is their mean readiness weighted by share, or None without any. ``finding_count`` counts all
    findings of the survey.
    """

    weighted: Score | None
    findings: tuple[FindingResult, ...]
    finding_count: int


def weigh_findings(survey: Survey, practices: Callable[[Finding], Iterable[tuple[str, int]]]) -> SurveyResult:
    """Weigh an organisation's practice by what the sector cared about (docs/method.md section 3.1).

    ``practices`` returns the ids of the applicable answered practices on a finding, each with its level.
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
