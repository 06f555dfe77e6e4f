"""Answers are replaced by a program that has seen the present one, and no change of another is lost."""

import threading
from collections.abc import Callable
from functools import partial

import pytest
from flask import Flask

from tests.web.api.program import Program, a_program
from tests.web.respondent import Respondent

G1 = "/assessment/answers/G1"


def test_an_answer_is_replaced_as_a_whole_and_the_history_names_the_program(
    owner: Respondent, writer: Program
) -> None:
    answer = writer.puts(G1, {"level": 3, "evidence": "Board 7", "evidence_date": "2026-10-01"})

    assert answer.status_code == 200
    assert answer.get_json() == {"level": 3, "evidence": "Board 7", "evidence_date": "2026-10-01"}
    assert answer.headers["ETag"] == writer.gets(G1).headers["ETag"]
    assert owner.stored("G1") == answer.get_json()
    assert "Numbat api_writer" in owner.visits("history").text


@pytest.mark.parametrize("choice", [{"unknown": True}, {"level": 0}, {"comment": "only a note"}, {}])
def test_every_kind_of_answer_can_be_given_and_taken_back(
    owner: Respondent, writer: Program, choice: dict[str, object]
) -> None:
    assert writer.puts(G1, choice).get_json() == choice
    assert owner.stored("G1") == choice


def test_a_stale_mark_gets_the_present_answer_and_saves_nothing(owner: Respondent, writer: Program) -> None:
    seen = writer.gets(G1).headers["ETag"]
    owner.answers("G", "save", G1="4", G1_comment="Owner’s")

    refused = writer.puts(G1, {"level": 0}, seen)

    assert (refused.status_code, refused.mimetype) == (412, "application/problem+json")
    told = refused.get_json()
    assert told["present"] == owner.stored("G1") == {"level": 4, "comment": "Owner’s"}
    assert told["etag"] == refused.headers["ETag"] == writer.gets(G1).headers["ETag"]
    assert writer.puts(G1, {"level": 0}, told["etag"]).status_code == 200


def test_another_practice_of_the_domain_may_change_meanwhile(owner: Respondent, writer: Program) -> None:
    seen = writer.gets(G1).headers["ETag"]
    owner.answers("G", "save", G2="1")

    assert writer.puts(G1, {"level": 0}, seen).status_code == 200
    assert owner.stored("G2")["level"] == 1


@pytest.mark.parametrize("header", [{}, {"If_Match": "*"}, {"If_Match": ""}, {"If_Match": '"'}])
def test_without_a_mark_nothing_is_saved(owner: Respondent, writer: Program, header: dict[str, str]) -> None:
    refused = writer.sends("PUT", G1, {"level": 4}, **header)

    assert refused.status_code == 428
    assert owner.stored("G1")["level"] == 2


@pytest.mark.parametrize("mark", ['W/"x"', "x", '"x"', "\x80"])
def test_a_mark_that_names_no_present_state_is_stale(writer: Program, mark: str) -> None:
    assert writer.puts(G1, {"level": 4}, mark).status_code == 412


def test_a_weak_mark_is_not_the_state(writer: Program) -> None:
    assert writer.puts(G1, {"level": 4}, f"W/{writer.gets(G1).headers['ETag']}").status_code == 412


def test_the_mark_of_another_assessment_is_not_this_one(
    app: Flask, owner: Respondent, writer: Program
) -> None:
    other = Respondent(app.test_client()).starts("quick").answers("G", "save", G1="2", G1_comment="Quokka")
    seen = a_program(app, other).gets(G1).headers["ETag"]

    assert writer.puts(G1, {"level": 4}, seen).status_code == 412


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({"level": 5}, "G1.level"),
        ({"level": "3"}, "G1.level"),
        ({"level": 2.0}, "G1.level"),
        ({"level": 2, "unknown": True}, "G1"),
        ({"not_applicable": True}, "G1.not_applicable"),
        ({"unknown": False}, "G1.unknown"),
        ({"comment": "x" * 2001}, "G1.comment"),
        ({"evidence_date": "2999-01-01"}, "G1.evidence_date"),
        ({"carried": True}, "G1.carried"),
        ({"mark": 1}, "G1.mark"),
    ],
)
def test_a_wrong_value_is_named_and_not_stored(
    owner: Respondent, writer: Program, body: dict[str, object], where: str
) -> None:
    before = owner.exported()

    refused = writer.puts(G1, body)

    assert refused.status_code == 422
    assert where in [each["where"] for each in refused.get_json()["errors"]]
    assert owner.exported() == before


def test_a_key_that_occurs_twice_is_refused(writer: Program) -> None:
    headers = {"Authorization": f"Bearer {writer.code}", "If-Match": writer.gets(G1).headers["ETag"]}
    twice = writer.client.put(
        f"/api/v1{G1}", data='{"level": 2, "level": 3}', content_type="application/json", headers=headers
    )

    assert twice.status_code == 422


def test_a_practice_that_is_not_asked_has_no_answer(writer: Program) -> None:
    for practice in ("G6", "Z1", "g1", "G1%00"):
        assert writer.gets(f"/assessment/answers/{practice}").status_code == 404
        assert writer.puts(f"/assessment/answers/{practice}", {"level": 1}, '"x"').status_code == 404


def test_a_contributor_reads_and_answers_its_domains_alone(app: Flask, owner: Respondent) -> None:
    program = Program.of(app, owner.shares("contributor", "G").code)

    assert {each[0] for each in program.reads("/assessment/answers")["answers"]} == {"G"}
    assert program.puts(G1, {"level": 1}).status_code == 200
    assert program.gets("/assessment/answers/A1").status_code == 404
    assert program.puts("/assessment/answers/A1", {"level": 1}, '"x"').status_code == 404


def test_a_reader_changes_nothing(owner: Respondent, reader: Program) -> None:
    before = owner.exported()

    assert reader.puts(G1, {"level": 4}).status_code == 403
    assert owner.exported() == before


def test_a_closed_round_is_not_changed_and_the_next_one_is_confirmed(
    app: Flask, respondent: Respondent
) -> None:
    owner = respondent.starts("quick").answers_all("2").completes()
    writer = a_program(app, owner)

    refused = writer.puts(G1, {"level": 4})
    assert (refused.status_code, refused.get_json()["type"]) == (409, "urn:muster:problem:round-closed")
    assert writer.reads("/assessment/answers")["closed"] is True

    owner.begins_round()
    assert writer.puts(G1, {"level": 2}).get_json() == {"level": 2}
    assert "carried" not in owner.stored("G1")


def test_a_writer_also_keeps_the_levels_that_a_viewer_of_the_results_reads(
    app: Flask, owner: Respondent, writer: Program
) -> None:
    viewer = a_program(app, owner, "results_viewer")
    before = viewer.reads("/assessment/scorecard")["domains"]["G"]["rounded"]

    assert writer.puts(G1, {"level": 4}).status_code == 200

    assert viewer.reads("/assessment/scorecard")["domains"]["G"]["rounded"] > before


def test_a_program_that_is_withdrawn_opens_nothing_more(owner: Respondent, writer: Program) -> None:
    assert writer.puts(G1, {"level": 3}).status_code == 200

    owner.visits("sharing").sends(form="/withdraw")

    assert writer.gets(G1).status_code == 401
    assert owner.stored("G1")["level"] == 3


def together(*acts: Callable[[], int]) -> list[int]:
    """Return the statuses of acts that begin at once."""
    found: list[int] = []
    gate = threading.Barrier(len(acts))

    def run(act: Callable[[], int]) -> None:
        gate.wait()
        found.append(act())

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return sorted(found)


def gives(program: Program, answer: dict[str, object], seen: str) -> int:
    """Return the status of an answer to G1."""
    return program.puts(G1, answer, seen).status_code


def test_of_two_programs_that_saw_the_same_state_one_is_told_of_the_other(
    app: Flask, owner: Respondent, writer: Program
) -> None:
    other = Program.of(app, writer.code)
    for round in range(5):
        seen = writer.gets(G1).headers["ETag"]
        given: list[dict[str, object]] = [
            {"level": 1, "comment": f"{who} {round}"} for who in ("first", "second")
        ]

        statuses = together(
            partial(gives, writer, given[0], seen),
            partial(gives, other, given[1], seen),
        )

        assert statuses == [200, 412]
        assert owner.stored("G1") in given


def test_two_programs_that_count_together_lose_no_count(
    app: Flask, owner: Respondent, writer: Program
) -> None:
    writer.puts(G1, {"comment": "0"})

    def counts() -> int:
        program = Program.of(app, writer.code)
        for _ in range(10):
            status = 412
            answer = program.gets(G1)
            seen, count = answer.headers["ETag"], int(answer.get_json()["comment"])
            while status == 412:
                sent = program.puts(G1, {"comment": str(count + 1)}, seen)
                status = sent.status_code
                if status == 412:
                    seen, count = sent.get_json()["etag"], int(sent.get_json()["present"]["comment"])
            assert status == 200
        return status

    assert together(counts, counts) == [200, 200]
    assert owner.stored("G1") == {"comment": "20"}
