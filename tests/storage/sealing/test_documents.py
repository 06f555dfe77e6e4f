import json
from dataclasses import replace
from datetime import date

import pytest

from app.maturity.answers import Answer, Profile
from app.storage.sealing import documents
from app.storage.sealing.documents import Completion, ProfileDocument
from app.storage.sealing.repeated_levels import read_levels, write_levels

HEAD = ProfileDocument(
    "readiness", "1.0", ("G", "S"), Profile("Musée « Élan »", "media", "1_49", "europe", "quick")
)


def test_a_profile_is_read_as_written() -> None:
    assert documents.read_profile(documents.write_profile(HEAD)) == HEAD
    moved = replace(HEAD, moved_from="0.9")
    assert documents.read_profile(documents.write_profile(moved)) == moved


def test_the_profile_of_an_assessment_that_was_never_moved_keeps_the_bytes_it_always_had() -> None:
    assert set(json.loads(documents.write_profile(HEAD))) == {
        "questionnaire",
        "version",
        "domains",
        "profile",
    }


def test_the_outline_does_not_say_where_an_assessment_came_from() -> None:
    assert b"0.9" not in documents.write_outline(replace(HEAD, moved_from="0.9"))


@pytest.mark.parametrize(
    "answer",
    [
        Answer("0"),
        Answer("unknown"),
        Answer(None, "a comment without a choice"),
        Answer("4", "Ligne\nautre\t« ligne »", 'ev"idence\\', date(2026, 10, 1)),
    ],
)
def test_an_answer_is_read_as_written(answer: Answer) -> None:
    assert documents.read_answers(documents.write_answers({"G1": answer})) == {"G1": answer}


@pytest.mark.parametrize(("carried", "reworded"), [(False, False), (True, False), (True, True)])
def test_levels_keep_what_a_new_round_knows_of_an_answer(*, carried: bool, reworded: bool) -> None:
    plain = Answer("2", carried=carried, reworded=reworded)
    content = documents.write_answers({"G1": replace(plain, comment="Quokka"), "G2": Answer("1")})

    version, levels = read_levels(write_levels(content, 4))

    assert (version, documents.read_answers(levels)) == (4, {"G1": plain, "G2": Answer("1")})


def test_a_blank_answer_is_not_written() -> None:
    assert documents.write_answers({"G1": Answer()}) == documents.write_answers({})


def test_the_order_of_answers_does_not_make_another_document() -> None:
    one, two = Answer("1"), Answer("2")

    assert documents.write_answers({"G1": one, "G2": two}) == documents.write_answers({"G2": two, "G1": one})


def test_opinions_targets_and_completion_are_read_as_written() -> None:
    opinions = {"O1": ("essential",), "O3": ("skills", "hostility")}
    completion = Completion(date(2026, 11, 1), {"G": 2, "S": 1})

    assert documents.read_opinions(documents.write_opinions(opinions)) == opinions
    assert documents.read_targets(documents.write_targets({"G": 4})) == {"G": 4}
    assert documents.read_completion(documents.write_completion(completion)) == completion
    assert documents.read_completion(documents.write_completion(None)) is None


def test_documents_written_by_version_1_0_0_are_still_read() -> None:
    head = documents.read_profile(
        b'{"domains":["G"],"profile":{"organisation":"X","organisation_type":"media","region":"europe",'
        b'"size_band":"1_49","variant":"full"},"questionnaire":"readiness","version":"1.0"}'
    )
    answers = documents.read_answers(
        b'{"G1":{"choice":"4","comment":"c","evidence":"e","evidence_date":"2026-10-01"},"G2":{"comment":"c"}}'
    )
    completion = documents.read_completion(b'{"on":"2026-11-01","versions":{"G":3}}')

    assert head == ProfileDocument(
        "readiness", "1.0", ("G",), Profile("X", "media", "1_49", "europe", "full")
    )
    assert answers == {"G1": Answer("4", "c", "e", date(2026, 10, 1)), "G2": Answer(comment="c")}
    assert completion == Completion(date(2026, 11, 1), {"G": 3})
