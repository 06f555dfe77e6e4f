import pytest

from tests.exchange.files import a_document, faults, read


def opinion_faults(**opinions: object) -> list[str]:
    return faults(a_document(opinions=opinions))


def test_opinions_are_read_in_the_order_of_the_file() -> None:
    document = a_document(
        opinions={"O1": "essential", "O2": ["recruitment", "brand_awareness"], "O3": ["none"], "O4": "no"}
    )

    assert read(document).opinions == {
        "O1": ("essential",),
        "O2": ("recruitment", "brand_awareness"),
        "O3": ("none",),
        "O4": ("no",),
    }


def test_an_empty_list_is_no_opinion() -> None:
    assert read(a_document(opinions={"O2": []})).opinions == {}


def test_an_unknown_opinion_question_is_named() -> None:
    assert opinion_faults(O5="yes") == ["opinions.O5 is not an opinion question of this questionnaire."]


def test_opinions_that_are_not_an_object_are_refused() -> None:
    assert faults(a_document(opinions="O1")) == ['opinions must be an object, not "O1".']


@pytest.mark.parametrize(("value", "shown"), [("maybe", '"maybe"'), ("", '""'), (["yes"], "[…]")])
def test_a_single_choice_is_one_of_its_tokens(value: object, shown: str) -> None:
    assert opinion_faults(O4=value) == [f"opinions.O4 must be one of yes, no, dont_know, not {shown}."]


@pytest.mark.parametrize(("value", "shown"), [("hostility", '"hostility"'), ({}, "{…}"), (None, "null")])
def test_where_several_are_allowed_the_opinion_is_a_list(value: object, shown: str) -> None:
    assert opinion_faults(O3=value) == [f"opinions.O3 must be a list of answers, not {shown}."]


@pytest.mark.parametrize(("value", "shown"), [("fear", '"fear"'), (1, "1"), (["skills"], "[…]"), ({}, "{…}")])
def test_each_of_several_is_one_of_the_tokens(value: object, shown: str) -> None:
    assert opinion_faults(O3=["skills", value]) == [
        "opinions.O3 must be one of hostility, competitor_disclosure, internal_leak, skills, "
        f"return_on_investment, none, not {shown}."
    ]


def test_a_token_given_twice_is_refused() -> None:
    assert opinion_faults(O3=["skills", "hostility", "skills"]) == [
        'opinions.O3 names "skills" more than once.'
    ]


@pytest.mark.parametrize("given", [["none", "skills"], ["skills", "none"]])
def test_an_exclusive_token_cannot_be_combined(given: list[str]) -> None:
    assert opinion_faults(O3=given) == [
        'opinions.O3 combines "none" with another answer; it can only be given alone.'
    ]
