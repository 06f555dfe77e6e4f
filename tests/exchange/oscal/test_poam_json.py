from datetime import date
from typing import Any

import pytest

from app.exchange.oscal import poam_json
from app.maturity.plan.plan import Plan
from app.maturity.scorecard import build
from tests.build import an_answer, an_assessment
from tests.exchange.oscal.build import catalog, content
from tests.exchange.oscal.rules import document, entries, faults, props
from tests.figures.cast import card, questionnaire
from tests.maturity.plan.build import an_action
from tests.report.corpus import HOSTILE
from tests.report.sample import sample

FIRST, SECOND = (each.question.id for each in card("bellatrix").recommendations[:2])
PLAN: Plan = (
    an_action("a1", title="=1+1 *now*", practice=FIRST, person="Zoé", due=date(2027, 1, 5), state="doing"),
    an_action("a2", title="Later", practice=FIRST, note="Quokka\n# no heading"),
    an_action("a3", title="Dropped", practice=SECOND, state="dropped", note="No"),
    an_action("a4", title="Free"),
    an_action("a5", title="Gone", practice="Q9", state="done", done_on=date(2026, 12, 1)),
)


def written(plan: Plan = PLAN, *, shows_answers: bool = True) -> dict[str, Any]:
    return document(poam_json.write(content(plan=plan, shows_answers=shows_answers)))


def risk(root: dict[str, Any], practice: str) -> dict[str, Any]:
    return next(each for each in root["risks"] if props(each, "practice") == [practice])


@pytest.mark.parametrize("case", sample(48), ids=lambda case: case.name)
def test_the_plan_of_any_assessment_keeps_every_rule(case: Any) -> None:  # noqa: ANN401  # a case
    below = [each.question.id for each in case.scorecard.recommendations][:3]
    texts = [text.replace("\n", " ")[:200] for text in HOSTILE.values() if text.isprintable()]
    plan = tuple(
        an_action(f"a{place}", title=texts[place], practice=practice, note=texts[-place])
        for place, practice in enumerate((*below, None, "Q9"), start=1)
    )
    given = content(case.scorecard, "fr", plan)

    file = poam_json.write(given)

    assert faults(file, catalog()) == []
    assert poam_json.write(given) == file


def test_each_recommendation_is_an_item_with_its_finding_observation_and_risk() -> None:
    root = written(())
    items = root["poam-items"]

    assert [props(each, "practice")[0] for each in items] == [
        each.question.id for each in card("bellatrix").recommendations
    ]
    assert [props(each, "rank") for each in items] == [[str(place + 1)] for place in range(len(items))]
    assert props(items[0], "due") == [risk(root, FIRST)["deadline"][:10]]
    assert len(root["risks"]) == len(root["findings"]) == len(root["observations"]) == len(items)


def test_actions_are_tasks_of_the_risk_of_their_practice() -> None:
    found = risk(written(), FIRST)
    advice, planned = found["remediations"]

    assert (advice["lifecycle"], planned["lifecycle"]) == ("recommendation", "planned")
    assert found["status"] == "remediating"
    first, second = planned["tasks"]
    assert first["title"] == r"\=1+1 \*now\*"
    assert first["timing"] == {"on-date": {"date": "2027-01-05T23:59:59Z"}}
    assert (props(first, "state"), props(first, "person")) == (["doing"], ["Zoé"])
    assert "timing" not in second
    assert second["description"] == "Quokka\n\n\\# no heading"


def test_a_dropped_action_is_left_out_and_a_risk_without_a_begun_action_is_open() -> None:
    root = written()

    assert "Dropped" not in {each for _key, each in entries(root) if isinstance(each, str)}
    assert risk(root, SECOND)["status"] == "open"
    assert len(risk(root, SECOND)["remediations"]) == 1


def test_an_action_of_no_recommended_practice_is_an_item_without_a_risk() -> None:
    free, gone = written()["poam-items"][-2:]

    assert (free["title"], free["description"]) == ("Free", "Free")
    assert "related-risks" not in free
    assert props(gone, "practice") == ["Q9"]
    assert props(gone, "done-on") == ["2026-12-01"]


def test_a_plan_with_nothing_to_do_says_so_because_the_schema_wants_an_item() -> None:
    proven = an_assessment({id: an_answer(4) for id in questionnaire().ids}, version=questionnaire().version)
    file = poam_json.write(content(build(questionnaire(), proven, completed=True)))

    assert faults(file, catalog()) == []
    (item,) = document(file)["poam-items"]
    assert item["title"] == "Nothing to do"


def test_a_link_to_the_results_gets_no_comment_and_no_evidence() -> None:
    answers = {"G1": an_answer(1, comment="Quokka", evidence="Wombat")}
    assessment = an_assessment(answers, version=questionnaire().version)
    scorecard = build(questionnaire(), assessment, completed=True)

    def texts(*, shows_answers: bool) -> str:
        return poam_json.write(content(scorecard, shows_answers=shows_answers)).decode()

    assert [word in texts(shows_answers=True) for word in ("Quokka", "Wombat")] == [True, True]
    assert [word in texts(shows_answers=False) for word in ("Quokka", "Wombat")] == [False, False]
