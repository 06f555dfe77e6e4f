import pytest

from app.maturity.errors import UnknownVersionError
from app.maturity.versions.versions import Versions, in_order
from tests.build import a_questionnaire, an_assessment


def versions() -> Versions:
    return in_order(a_questionnaire(version=version) for version in ("1.10", "1.0", "1.9"))


def test_the_newest_version_is_the_highest_by_its_numbers() -> None:
    assert versions().newest.version == "1.10"
    assert [each.version for each in versions().known] == ["1.0", "1.9", "1.10"]


def test_an_assessment_keeps_the_version_that_it_names() -> None:
    assert versions().of(an_assessment(version="1.9")).version == "1.9"


def test_a_version_that_is_not_here_is_named() -> None:
    with pytest.raises(UnknownVersionError) as refused:
        versions().of(an_assessment(version="2.0"))

    assert str(refused.value) == "There is no version 2.0 of the questionnaire readiness here."
    with pytest.raises(UnknownVersionError):
        versions().of(an_assessment(questionnaire="other", version="1.0"))
