"""The API: ten thousand scorings against the command line, and a scorecard read against its page."""

import http.client
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from app import create_app
from app.catalogue import loader
from app.config import ROOT
from app.exchange import assessment_json
from bench.documents import FILES, some_assessment
from bench.server import serving
from tests.conftest import a_config
from tests.web.respondent import Respondent

# As many as are scored at once in one process of the server, so that a client is rarely asked to wait.
_CLIENTS = 2
_READS = 300
_BUSY = 503


@dataclass(frozen=True)
class ApiCosts:
    """Seconds of processor time of ten thousand scorings; milliseconds of a scorecard read and its page."""

    command_line: float
    requests: float
    asked_again: int
    scorecard: float
    page: float


def measure_api() -> ApiCosts:
    """Measure both in one run, starts of the processes included."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        contents = _write_files(folder)
        command_line = _children_seconds(lambda: _score_files(folder))
        asked_again = 0

        def send() -> None:
            nonlocal asked_again
            with serving("wsgi:app", folder, with_log=False) as port:
                asked_again = _score_requests(port, contents)

        requests = _children_seconds(send)
        read = _read_milliseconds(folder)
    return ApiCosts(command_line, requests, asked_again, *read)


def _write_files(folder: Path) -> list[bytes]:
    questionnaire = loader.load(ROOT / "questionnaires" / "readiness")
    contents = [
        assessment_json.write(some_assessment(questionnaire, seed), questionnaire) for seed in range(FILES)
    ]
    for seed, content in enumerate(contents):
        (folder / f"{seed:05}.json").write_bytes(content)
    return contents


def _children_seconds(act: Callable[[], None]) -> float:
    """Return the processor time of the processes that an act starts and awaits."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    act()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _score_files(folder: Path) -> None:
    files = sorted(map(str, folder.glob("*.json")))
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "assessment", "score", "--json", *files]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  our own words


def _score_requests(port: int, contents: list[bytes]) -> int:
    """Send every file over a few lasting connections, and return how often one was asked to wait."""

    def send(mine: list[bytes]) -> int:
        connection, waited = http.client.HTTPConnection("127.0.0.1", port), 0
        for content in mine:
            while (status := _post(connection, content)) == _BUSY:
                waited += 1
                time.sleep(0.01)
            if status != 200:
                raise RuntimeError(f"A request was answered with {status}.")
        return waited

    with ThreadPoolExecutor(_CLIENTS) as clients:
        return sum(clients.map(send, (contents[place::_CLIENTS] for place in range(_CLIENTS))))


def _post(connection: http.client.HTTPConnection, content: bytes) -> int:
    connection.request("POST", "/api/v1/score", content, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    answer.read()
    return answer.status


def _read_milliseconds(folder: Path) -> tuple[float, float]:
    """Return the processor time of a scorecard through the API, and of the results’ first screen."""
    app = create_app(a_config(f"sqlite:///{folder / 'read.sqlite'}"))
    owner = Respondent(app.test_client()).starts("full")
    code = owner.code
    owner.answers_all("2").completes()
    program = app.test_client(use_cookies=False)
    headers = {"Authorization": f"Bearer {code}"}
    page = owner.address("results")
    costs = _milliseconds(
        {
            "scorecard": lambda: program.get("/api/v1/assessment/scorecard", headers=headers).status_code,
            "page": lambda: owner.client.get(page).status_code,
        }
    )
    app.extensions["muster"].engine.dispose()
    return costs["scorecard"], costs["page"]


def _milliseconds(reads: dict[str, Callable[[], int]]) -> dict[str, float]:
    """Return the least processor time of each request, all in turn."""
    found: dict[str, float] = {}
    for _ in range(_READS):
        for name, read in reads.items():
            start = time.process_time()
            if read() != 200:
                raise RuntimeError(f"{name} was refused.")
            found[name] = min(found.get(name, 1e9), 1000 * (time.process_time() - start))
    return found
