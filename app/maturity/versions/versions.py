"""The versions of the questionnaire; an assessment keeps the version that it began with."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.maturity.answers import Assessment
from app.maturity.errors import UnknownVersionError
from app.maturity.questionnaire import Questionnaire


@dataclass(frozen=True)
class QuestionnaireVersions:
    """All installed versions of one questionnaire, at least one, the oldest first."""

    known: tuple[Questionnaire, ...]

    @property
    def newest(self) -> Questionnaire:
        """Return the version of new assessments."""
        return self.known[-1]

    def find(self, id: str, version: str) -> Questionnaire:
        """Return a version by the questionnaire's id and its number, or raise UnknownVersionError."""
        for each in self.known:
            if (each.id, each.version) == (id, version):
                return each
        raise UnknownVersionError(id, version)

    def for_assessment(self, assessment: Assessment) -> Questionnaire:
        """Return the version that an assessment follows, or raise UnknownVersionError."""
        return self.find(assessment.questionnaire_id, assessment.version)


def version_key(version: str) -> tuple[int, ...]:
    """Return the key to sort a version by: ``1.10`` is (1, 10) and comes after ``1.9``."""
    return tuple(int(part) for part in version.split("."))


def order_versions(questionnaires: Iterable[Questionnaire]) -> QuestionnaireVersions:
    """Return versions of one questionnaire in order."""
    return QuestionnaireVersions(tuple(sorted(questionnaires, key=lambda each: version_key(each.version))))
