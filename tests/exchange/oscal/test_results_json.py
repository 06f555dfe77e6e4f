from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from app.exchange.oscal import results_json
from app.maturity.scorecard import build
from app.maturity.text import LANGUAGES, Language
from tests.build import an_answer, an_assessment
from tests.exchange.oscal.build import catalog, content
from tests.exchange.oscal.rules import document, entries, faults, props
from tests.figures.cast import card, questionnaire
from tests.report.sample import sample

# Levels below, at and above the target; the two choices beside them; typed texts.
ANSWERS = {
    "G1": an_answer(3, comment="Quokka *and* <b>"),
    "G2": an_answer(2, evidence="=1+1", evidence_date=None),
    "G3": an_answer(0),
    "G4": an_answer("unknown"),
    "C4": an_answer("not_applicable"),
    "G5": an_answer(4, carried=True),
}


def result(**changes: Any) -> dict[str, Any]:  # noqa: ANN401  # any field of an assessment
    """Return the one result of an assessment with ``ANSWERS``."""
    fields: dict[str, Any] = {"answers": ANSWERS, "targets": {"G": 3}} | changes
    assessment = an_assessment(fields.pop("answers"), version=questionnaire().version, **fields)
    scorecard = build(questionnaire(), assessment, completed=True)
    (found,) = document(results_json.write(content(scorecard)))["results"]
    return dict(found)


def by_practice(items: list[dict[str, Any]]) -> Mapping[str, dict[str, Any]]:
    return {props(each, "practice")[0]: each for each in items}


@pytest.mark.parametrize("case", sample(48), ids=lambda case: case.name)
def test_the_results_of_any_assessment_keep_every_rule(case: Any) -> None:  # noqa: ANN401  # a case
    written = content(case.scorecard, "fr")

    file = results_json.write(written)

    assert faults(file, catalog()) == []
    assert results_json.write(written) == file


def test_a_level_is_satisfied_from_the_target_on_and_stands_beside_as_a_property() -> None:
    findings = by_practice(result()["findings"])

    said = {
        id: (
            each["target"]["status"]["state"],
            each["target"]["status"]["reason"],
            each["target"]["implementation-status"]["state"],
            *props(each, "answer"),
            *props(each, "level"),
            *props(each, "target-level"),
        )
        for id, each in findings.items()
    }
    assert said == {
        "G1": ("satisfied", "pass", "implemented", "level", "3", "3"),
        "G2": ("not-satisfied", "fail", "partial", "level", "2", "3"),
        "G3": ("not-satisfied", "fail", "planned", "level", "0", "3"),
        "G4": ("not-satisfied", "other", "planned", "unknown", "0", "3"),
        "G5": ("satisfied", "pass", "implemented", "level", "4", "3"),
    }
    assert findings["G1"]["target"]["target-id"] == "g1_obj"
    assert (
        "satisfied"
        not in by_practice(result(targets={"G": 4})["findings"])["G1"]["target"]["status"].values()
    )


def test_what_does_not_apply_is_excluded_and_has_an_observation_but_no_finding() -> None:
    found = result()
    selection = found["reviewed-controls"]["control-selections"][0]

    assert selection["exclude-controls"] == [{"control-id": "c4"}]
    assert {"control-id": "c4"} not in selection["include-controls"]
    assert len(selection["include-controls"]) == len(questionnaire().ids) - 1
    observation = by_practice(found["observations"])["C4"]
    assert props(observation, "answer") == ["not-applicable"]
    assert props(observation, "level") == []


def test_an_assessment_without_an_answer_has_no_empty_list() -> None:
    found = result(answers={})

    assert not {"observations", "findings", "risks"} & found.keys()
    assert [key for key, each in entries(found) if each in ([], {})] == []


def test_where_nothing_applies_the_selection_still_includes_what_was_asked() -> None:
    only = replace(questionnaire().variants["full"], questions=frozenset({"C4"}))
    known = replace(questionnaire(), variants={"full": only})
    assessment = an_assessment({"C4": an_answer("not_applicable")}, version=known.version)

    file = results_json.write(content(build(known, assessment, completed=True)))

    assert faults(file, catalog()) == []
    (found,) = document(file)["results"]
    assert found["reviewed-controls"]["control-selections"] == [
        {"include-controls": [{"control-id": "c4"}], "exclude-controls": [{"control-id": "c4"}]}
    ]


def test_comment_and_evidence_are_escaped_and_left_out_for_a_link_to_the_results() -> None:
    observations = by_practice(result()["observations"])
    assert observations["G1"]["remarks"] == r"Quokka \*and\* \<b\>"
    assert observations["G2"]["relevant-evidence"] == [{"description": r"\=1+1"}]
    assert props(observations["G5"], "carried") == ["yes"]

    hidden = results_json.write(content(card("bellatrix"), shows_answers=False))
    assert "remarks" not in {key for key, _each in entries(document(hidden))}


def test_scores_are_properties_exact_and_rounded() -> None:
    scorecard = card("bellatrix")
    (found,) = document(results_json.write(content(scorecard)))["results"]
    score = scorecard.overall.score
    assert score

    assert props(found, "overall-exact") == [str(score.exact)]
    assert props(found, "overall-rounded") == [str(score.rounded)]
    assert props(found, "failing-gate") == [each.id for each in scorecard.overall.failing_gates]
    shown = {
        each["class"]: each["value"] for each in found["props"] if each["name"] == "domain-score-rounded"
    }
    assert shown == {
        each.domain.letter.lower(): str(each.score.rounded) for each in scorecard.domains if each.score
    }


def test_recommendations_are_risks_in_order_with_deadlines_from_the_day_of_completion() -> None:
    scorecard = card("bellatrix")
    (found,) = document(results_json.write(content(scorecard)))["results"]

    ranks = [(props(each, "priority")[0], props(each, "practice")[0]) for each in found["risks"]]
    assert ranks == [(str(each.rank), each.question.id) for each in scorecard.recommendations]
    due = {30: "2026-12-01", 90: "2027-01-30", 180: "2027-04-30"}
    assert [each["deadline"] for each in found["risks"]] == [
        f"{due[each.horizon_days]}T23:59:59Z" for each in scorecard.recommendations
    ]
    first = scorecard.recommendations[0]
    (advice,) = found["risks"][0]["remediations"]
    assert advice["lifecycle"] == "recommendation"
    assert advice["description"].splitlines()[0] == f"1. {first.actions[0].en}"
    assert advice["tasks"][0]["responsible-roles"] == [{"role-id": first.question.owner}]


def test_interim_results_have_no_end_and_no_deadline() -> None:
    (found,) = document(results_json.write(content(card("capella"))))["results"]

    assert props(found, "complete") == ["no"]
    assert "end" not in found
    assert "deadline" not in {key for key, _each in entries(found)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_in_the_language_and_tokens_are_not(language: Language) -> None:
    root = document(results_json.write(content(language=language)))
    finding = by_practice(root["results"][0]["findings"])["G1"]

    assert props(root["metadata"], "language") == [language]
    assert finding["title"] == f"G1 {questionnaire().question('G1').name.in_(language)}"
    assert props(finding, "level-name")[0] in {each.in_(language) for each in questionnaire().levels}
    assert finding["target"]["status"]["state"] in ("satisfied", "not-satisfied")


def test_a_later_round_keeps_the_names_of_its_risks_and_gives_its_findings_others() -> None:
    scorecard = card("bellatrix")
    later = replace(content(scorecard), made_on=content(scorecard).made_on.replace(year=2027))
    first, second = (document(results_json.write(each)) for each in (content(scorecard), later))

    def names(root: dict[str, Any], kind: str) -> list[str]:
        return [each["uuid"] for each in root["results"][0][kind]]

    assert first["uuid"] != second["uuid"]
    assert names(first, "risks") == names(second, "risks")
    assert not set(names(first, "findings")) & set(names(second, "findings"))
    other = replace(content(scorecard), id="other")
    assert not set(names(first, "risks")) & set(names(document(results_json.write(other)), "risks"))


def test_the_organisation_is_named_on_one_line_or_not_at_all() -> None:
    assert document(results_json.write(content()))["metadata"]["parties"][0]["name"] == "Bellatrix"
    nameless = replace(
        card("bellatrix").assessment, profile=replace(card("bellatrix").assessment.profile, organisation="")
    )
    scorecard = build(questionnaire(), nameless, completed=True)
    root = document(results_json.write(content(scorecard)))
    assert "name" not in root["metadata"]["parties"][0]
    assert root["metadata"]["title"] == "Assessment results"
