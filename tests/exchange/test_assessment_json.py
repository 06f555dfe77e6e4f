from datetime import date

import pytest

from tests.build import an_assessment, answers
from tests.exchange.files import a_document, a_profile_with, faults, read, without


def test_a_file_is_read_as_the_assessment_that_was_written() -> None:
    document = a_document(targets={"G": 4}, completed_on="2026-10-31")

    assert read(document) == an_assessment(answers(G1=2), targets={"G": 4}, completed_on=date(2026, 10, 31))


@pytest.mark.parametrize("key", ["format", "format_version", "questionnaire", "profile", "answers"])
def test_a_missing_key_is_named(key: str) -> None:
    assert faults(without(key)) == [f"{key} is missing."]


def test_an_unknown_key_is_named() -> None:
    assert faults(a_document(anwsers={})) == ["anwsers is not a known key."]


@pytest.mark.parametrize(("value", "shown"), [("other", '"other"'), (None, "null"), (["x"], "[…]")])
def test_another_format_is_refused_at_once(value: object, shown: str) -> None:
    assert faults(a_document(format=value, more=1)) == [f'format must be "muster-assessment", not {shown}.']


def test_a_newer_format_is_refused_with_one_fault() -> None:
    assert faults(a_document(format_version=3, more=[])) == [
        "format_version is 3; this service reads files up to version 2."
    ]


@pytest.mark.parametrize(
    ("value", "shown"), [(0, "0"), (True, "true"), (1.0, "1.0"), ("1", '"1"'), (None, "null")]
)
def test_a_value_that_is_not_a_format_version_is_refused(value: object, shown: str) -> None:
    assert faults(a_document(format_version=value)) == [
        f"format_version must be a whole number from 1, not {shown}."
    ]


def test_another_questionnaire_is_refused_by_name_and_version() -> None:
    assert faults(a_document(questionnaire={"id": "else", "version": "2.0"})) == [
        'questionnaire.id must be "readiness", not "else".',
        'questionnaire.version is "2.0"; this service has these versions: 1.0.',
    ]


@pytest.mark.parametrize("key", ["questionnaire", "profile", "opinions", "targets"])
@pytest.mark.parametrize(("value", "shown"), [([], "[…]"), (None, "null"), ("x", '"x"')])
def test_another_value_in_place_of_an_object_is_refused(key: str, value: object, shown: str) -> None:
    assert faults(a_document(**{key: value})) == [f"{key} must be an object, not {shown}."]


def test_the_profile_has_exactly_its_five_keys() -> None:
    assert faults(a_profile_with(country="fr")) == ["profile.country is not a known key."]
    assert faults(a_document(profile={})) == [
        "profile.organisation is missing.",
        "profile.organisation_type is missing.",
        "profile.size_band is missing.",
        "profile.region is missing.",
        "profile.variant is missing.",
    ]


@pytest.mark.parametrize(
    ("key", "allowed"),
    [
        ("organisation_type", "prime_contractor, supplier, government, armed_forces, media, other"),
        ("size_band", "1_49, 50_249, 250_999, 1000_9999, 10000_plus"),
        ("region", "europe, north_america, asia_pacific, middle_east_africa, latin_america"),
        ("variant", "full, quick"),
    ],
)
@pytest.mark.parametrize(("value", "shown"), [("", '""'), ("x", '"x"'), (1, "1"), (["full"], "[…]")])
def test_a_profile_value_is_one_of_those_listed(key: str, allowed: str, value: object, shown: str) -> None:
    assert faults(a_profile_with(**{key: value})) == [f"profile.{key} must be one of {allowed}, not {shown}."]


def test_the_organisation_may_be_empty_and_at_most_two_hundred_characters() -> None:
    assert read(a_profile_with(organisation="")).profile.organisation == ""
    assert faults(a_profile_with(organisation="é" * 200)) == []
    assert faults(a_profile_with(organisation="é" * 201)) == [
        "profile.organisation is longer than 200 characters."
    ]


def test_the_organisation_is_put_on_one_line() -> None:
    assert read(a_profile_with(organisation=" Bella\r\n\ttrix \x00")).profile.organisation == "Bella trix"


@pytest.mark.parametrize(("value", "shown"), [(1, "1"), (5, "5"), (True, "true"), (3.0, "3.0"), ("3", '"3"')])
def test_a_target_is_2_3_or_4(value: object, shown: str) -> None:
    assert faults(a_document(targets={"G": value})) == [f"targets.G must be 2, 3 or 4, not {shown}."]


def test_a_target_of_an_unknown_domain_is_named() -> None:
    assert faults(a_document(targets={"Z": 3})) == ["targets.Z is not a domain of this questionnaire."]


def test_an_assessment_cannot_be_completed_in_the_future() -> None:
    assert faults(a_document(completed_on="2026-11-01")) == []
    assert faults(a_document(completed_on="2026-11-02")) == ["completed_on lies in the future: 2026-11-02."]
