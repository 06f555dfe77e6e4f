"""After a whole assessment no file and no log holds the code or what was typed."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from app.config import Config
from tests.database_files import read_files
from tests.web.api.whole_use import use_api
from tests.web.programme.marked_programme import use_programme
from tests.web.respondent import Fields, Respondent
from tests.web.serving import serve

TYPED = (
    "Zyzzyva",
    "Quokka",
    "Ocelot",
    "Axolotl",
    "Numbat",
    "1987-06-05",
    "2031-02-28",
    "latin_america",
    "10000_plus",
    "return_on_investment",
)


@pytest.fixture
def watched(config: Config, caplog: pytest.LogCaptureFixture) -> Iterator[Flask]:
    """Serve from a database of its own, and keep everything that is logged."""
    caplog.set_level(logging.DEBUG)
    with serve(config) as app:
        yield app


def whole(respondent: Respondent) -> str:
    """Complete the quick check with a distinctive word in every field, and with mistakes on the way."""
    respondent.starts("quick", "Zyzzyva Werke")
    code = respondent.code
    for letter in "GIASPCELV":
        respondent.visits(letter)
        ids = {radio for radio in respondent.fields(respondent.form()) if radio.endswith("-comment")}
        for id in (name.removesuffix("-comment") for name in ids):
            notes: Fields = {f"{id}-comment": "Quokka", f"{id}-evidence": "Ocelot"}
            respondent.visits(letter).sends(
                {id: "3", **notes, f"{id}-evidence-date": "1987-06-05", "action": "save"}
            )
        respondent.visits(letter).sends({f"{next(iter(ids))}": "Axolotl" * 400, "action": "save"})
    tab = respondent.visits("profile").in_another_tab()
    place: Fields = {"region": "latin_america", "size_band": "10000_plus"}
    respondent.sends({"organisation": "Zyzzyva", **place})
    tab.sends({"organisation": "Axolotl", **place})
    respondent.visits("opinions").sends({"O3": ["return_on_investment"]})
    action = {"title": "Numbat", "person": "Numbat Wong", "due": "1987-06-05", "note": "Numbat"}
    respondent.visits("plan/add").sends({**action, "state": "odd"})
    respondent.sends({"due": "2031-02-28", "state": "doing"})
    assert "Numbat Wong" in respondent.visits("plan").response.text
    respondent.completes().visits("code.txt")
    respondent.uploads(respondent.visits("files/assessment.json").response.data)
    respondent.uploads(b'{"Axolotl": ' + b"[" * 5_000)
    respondent.opens("code").sends({"code": code, "idle": "60"}).sends(form="/sign-out")
    return code


def spellings(code: str) -> set[str]:
    """Return the code in every form to search for: whole, and each half."""
    plain = code.replace("-", "")
    found = {code, plain, code.replace("-", " "), code[:14], code[-14:], plain[:12], plain[-12:]}
    return found | {spelling.lower() for spelling in found}


def test_no_file_and_no_log_holds_what_was_typed_nor_the_code(
    watched: Flask, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    code = whole(Respondent(watched.test_client()))
    owner = Respondent(watched.test_client()).enters(code).shares("contributor", "G", name="Wombat")
    lent = owner.code
    guest = Respondent(watched.test_client()).opens(f"/l/en/{lent}").sends({"idle": "60"})
    owner.begins_round()
    guest.answers("G", "save", G1="4", G1_comment="Quokka")
    owner.visits("history").visits("sharing").sends(form="/withdraw")
    assert guest.visits("G").status == 404

    kept = read_files(watched.extensions["muster"].engine)
    out, err = capfd.readouterr()
    assert sum(map(len, kept.values())) > 50_000
    for content in (*kept.values(), caplog.text.encode(), out.encode(), err.encode()):
        for word in (*TYPED, "Wombat", *spellings(code), *spellings(lent)):
            assert word.encode() not in content
            assert word.encode("utf-16-le") not in content


def test_no_file_and_no_log_holds_a_programme_its_codes_or_its_invitations(
    watched: Flask, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    owner = Respondent(watched.test_client()).starts("quick", "Zyzzyva Werke")
    owner.answers_all().answers("G", "save", G1_comment="Quokka")
    programme = use_programme(watched, owner.client, owner.id, "Wombat")
    token = programme.links(programme.coordinator())["Wombat two"].rsplit("/", 1)[1]

    kept = read_files(watched.extensions["muster"].engine)
    out, err = capfd.readouterr()
    logged = str([each.__dict__ for each in caplog.records])
    assert "/programme/<id>/side-by-side" in logged
    assert "/i/" not in logged
    for content in (*kept.values(), logged.encode(), out.encode(), err.encode()):
        for word in ("Wombat", "Quokka", "Zyzzyva", *spellings(programme.codes[0]), *spellings(token)):
            assert word.encode() not in content
            assert word.encode("utf-16-le") not in content


def test_no_file_and_no_log_holds_what_a_program_sent_nor_its_code(
    watched: Flask, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    owner = Respondent(watched.test_client()).starts("quick", "Zyzzyva Werke")
    file = owner.visits("files/assessment.json").response.data
    code = owner.shares("api_writer", name="Wombat").code
    use_api(watched, code, file, "Quokka")
    assert owner.stored("G1")["comment"] == "Quokka"

    kept = read_files(watched.extensions["muster"].engine)
    out, err = capfd.readouterr()
    assert "/api/v1/assessment/answers/<practice>" in str([each.__dict__ for each in caplog.records])
    for content in (
        *kept.values(),
        str([each.__dict__ for each in caplog.records]).encode(),
        out.encode(),
        err.encode(),
    ):
        for word in ("Quokka", "Zyzzyva", "Wombat", *spellings(code)):
            assert word.encode() not in content
            assert word.encode("utf-16-le") not in content


@pytest.mark.sqlite
def test_a_failure_is_logged_without_what_was_typed(watched: Flask, caplog: pytest.LogCaptureFixture) -> None:
    watched.testing = False
    respondent = Respondent(watched.test_client()).starts("quick", "Zyzzyva")
    code = respondent.code
    respondent.visits("G")
    engine = watched.extensions["muster"].engine
    engine.dispose()
    for path in Path(engine.url.database).parent.iterdir():
        path.write_bytes(b"broken" * 200)

    respondent.sends({"G1": "2", "G1-comment": "Quokka", "action": "save"})

    assert respondent.status == 503
    assert "SQLITE_NOTADB" in caplog.text
    assert not [word for word in ("Zyzzyva", "Quokka", *spellings(code)) if word in caplog.text]
