import pytest

from app.maturity.errors import UnknownVersionError
from app.maturity.versions.versions import QuestionnaireVersions, order_versions
from tests.build import a_questionnaire, an_assessment


def versions() -> QuestionnaireVersions:
    return order_versions(a_questionnaire(version=version) for version in ("1.10", "1.0", "1.9"))


def test_the_newest_version_is_the_highest_by_its_numbers() -> None:
    assert versions().newest.version == "1.10"
    assert [each.version for each in versions().known] == ["1.0", "1.9", "1.10"]


def test_an_assessment_keeps_the_version_that_it_names() -> None:
    assert versions().for_assessment(an_assessment(version="1.9")).version == "1.9"


def test_a_version_that_is_not_here_is_named() -> None:
    with pytest.raises(UnknownVersionError) as refused:
        versions().for_assessment(an_assessment(version="2.0"))

    assert str(refused.value) == "There is no version 2.0 of the questionnaire readiness here."
    with pytest.raises(UnknownVersionError):
        versions().for_assessment(an_assessment(questionnaire_id="other", version="1.0"))
