"""A program’s code moves to the newest pepper with its first use, and its answer is right all the same."""

from dataclasses import replace

import pytest

from app.config import Config
from app.storage.sealing.vault import pepper_name
from tests.conftest import PEPPER
from tests.web.api.program import Program, a_program
from tests.web.programme.coordinator import creates_programme
from tests.web.respondent import Respondent
from tests.web.serving import serve

NEWER = b"a newer pepper of the tests, thirty-two long"


@pytest.mark.parametrize("writes", [True, False])
def test_the_first_use_moves_the_link_to_the_newest_pepper(config: Config, writes: bool) -> None:
    with serve(config) as app:
        owner = Respondent(app.test_client()).starts("quick").answers("G", "save", G1="2")
        code, coordinator = a_program(app, owner).code, creates_programme(app).codes[0]
        etag = Program.of(app, code).gets("/assessment/answers/G1").headers["ETag"]
    with serve(replace(config, peppers=(NEWER, PEPPER.encode()))) as app:
        program = Program.of(app, code)
        if writes:
            answer = program.puts("/assessment/answers/G1", {"level": 4}, etag)
            assert answer.get_json() == {"level": 4}
        else:
            assert program.reads("/assessment/answers/G1") == {"level": 2}
        assert Program.of(app, coordinator).gets("/programme").status_code == 200
        assert Program.of(app, code).reads("/assessment/answers/G1") == {"level": 4 if writes else 2}
        assert Program.of(app, coordinator).gets("/programme").status_code == 200
        with app.extensions["muster"].reading.connect() as connection:
            links = connection.exec_driver_sql(
                "SELECT pepper_name FROM links WHERE role = 'api_writer'"
            ).all()
            codes = connection.exec_driver_sql("SELECT pepper_name FROM programme_codes").all()
        newest, older = pepper_name(NEWER), pepper_name(PEPPER.encode())
        assert [name for (name,) in links] == [newest]
        assert {name for (name,) in codes} == {newest, older}
