"""What is typed into a plan is not lost when the browser was signed out meanwhile."""

from flask import Flask

from app.maturity.plan.plan import ACTION_LIMIT
from tests.web.plan.planner import Planner


def test_a_plan_that_was_sent_without_a_code_is_kept_and_saved_with_it(app: Flask) -> None:
    planner = Planner(app.test_client()).starts("quick")
    code = planner.code
    planner.adds("Write the policy", due="1 3 2027").visits("plan").client.delete_cookie("muster")
    planner.corrects({"Write the policy": {"note": "Line one\r\n<b>two</b>", "state": "doing"}})

    assert planner.status == 404
    # Nothing stands before the first field: the mark of the row is not shown.
    assert "What you typed Due date 1 March 2027 State Doing Note Line one <b>two</b> " in planner.text
    Planner.sends(planner, {"code": code, "idle": "60"})

    assert planner.status == 200
    assert planner.row("Write the policy")["note"] == "Line one\n<b>two</b>"
    assert planner.row("Write the policy")["state"] == "doing"


def test_every_field_of_a_full_plan_is_kept(app: Flask) -> None:
    planner = Planner(app.test_client()).starts("quick")
    planner.client.delete_cookie("muster")
    rows = {f"note-{number}": f"Remark {number}" for number in range(ACTION_LIMIT)}
    more = {f"{name}-{n}": "x" for n in range(ACTION_LIMIT) for name in ("seen", "person", "due", "state")}

    planner.opens("code").posts(
        {"csrf_token": planner.token(), **more, **rows}, path=f"/en/assessment/{'0' * 20}/plan"
    )

    for sentence in ("Person x ", "Due date x ", "State x ", "Note Remark "):
        assert planner.text.count(sentence) == ACTION_LIMIT
    assert f"Remark {ACTION_LIMIT - 1}" in planner.text
