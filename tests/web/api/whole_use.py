"""Everything that a program does with an assessment, and with its file: for tests of what is left of it."""

from flask import Flask

from tests.web.api.program import Program

_READ = ("", "/scorecard", "/rounds", "/answers", "/answers/G1", "/plan", "/exports")


def use_api(app: Flask, code: str, file: bytes, mark: str) -> None:
    """Read everything, change an answer and the plan to words with a mark, send faults, and score a file."""
    program = Program.of(app, code)
    # More PDFs are built here than one address may within a minute.
    app.extensions["muster-limits"].forget()
    for path in _READ:
        assert program.gets(f"/assessment{path}").status_code == 200, path
    for name in program.reads("/assessment/exports")["exports"]:
        assert program.gets(f"/assessment/exports/{name}").status_code == 200, name
    app.extensions["muster-limits"].forget()
    answer = "/assessment/answers/G1"
    program.puts(answer, {"level": 2, "comment": mark})
    assert program.puts(answer, {"level": 9, "comment": mark}).status_code in (409, 422)
    assert program.puts(answer, {"comment": mark}, '"stale"').status_code in (409, 412)
    action = {"title": mark, "lang": "en", "state": "to_do", "note": mark, "person": mark}
    seen = program.gets("/assessment/plan").headers["ETag"]
    added = program.sends("POST", "/assessment/plan/actions", action, If_Match=seen)
    assert added.status_code == 201
    stale = program.sends("POST", "/assessment/plan/actions", action, If_Match=seen)
    assert mark in stale.get_json()["present"]["actions"][-1]["title"]
    for content, status in ((file, 200), (b'{"format": "%s"}' % mark.encode(), 422)):
        scored = program.client.post("/api/v1/score", data=content, content_type="application/json")
        assert scored.status_code == status
    assert Program.of(app, mark).gets("/assessment").status_code in (401, 429)
