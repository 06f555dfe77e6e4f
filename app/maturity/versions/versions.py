"""The versions of the questionnaire: an assessment keeps the one it began with."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.maturity.answers import Assessment
from app.maturity.errors import UnknownVersionError
from app.maturity.questionnaire import Questionnaire


@dataclass(frozen=True)
class QuestionnaireVersions:
    """Every version of one questionnaire that is here, at least one, the oldest first."""

    known: tuple[Questionnaire, ...]

    @property
    def newest(self) -> Questionnaire:
        """Give the version with which new assessments begin."""
        return self.known[-1]

    def find(self, id: str, version: str) -> Questionnaire:
        """Find a version by its name, or raise UnknownVersionError."""
        for each in self.known:
            if (each.id, each.version) == (id, version):
                return each
        raise UnknownVersionError(id, version)

    def for_assessment(self, assessment: Assessment) -> Questionnaire:
        """Find the version that an assessment follows, or raise UnknownVersionError."""
        return self.find(assessment.questionnaire_id, assessment.version)


def version_key(version: str) -> tuple[int, ...]:
    """Give a version as the numbers that order it: 1.10 comes after 1.9."""
    return tuple(int(part) for part in version.split("."))


def order_versions(questionnaires: Iterable[Questionnaire]) -> QuestionnaireVersions:
    """Put versions of one questionnaire into their order."""
    return QuestionnaireVersions(tuple(sorted(questionnaires, key=lambda each: version_key(each.version))))
