"""Scoring of files in order, in several processes if there are enough files."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from os import cpu_count
from pathlib import Path

from app.cli.files import printable_name
from app.cli.versions import load_versions
from app.exchange import scorecard_json
from app.exchange.faults import FaultyAssessmentError
from app.exchange.importing import imported_file
from app.maturity import clock, scorecard
from app.maturity.answers import Assessment
from app.maturity.peers.standings import PeerStandings
from app.maturity.pulse.results import PulseResult
from app.maturity.rounds.history import NO_HISTORY, RoundHistory
from app.maturity.scorecard import Scorecard
from app.maturity.text import Language
from app.report.board import render_board
from app.report.files import scorecard_files
from app.report.scorecard import render_scorecard
from app.report.tasks import render_tasks
from app.translations import translator
from app.translations.wording import Wording

# Starting a process takes as long as scoring some hundreds of files.
_WORTH_A_PROCESS = 500
_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class FileResult:
    """The result of one file: the line to print, or its faults as sentences."""

    line: str = ""
    faults: tuple[str, ...] = ()


def read_assessment(file: Path) -> Assessment:
    """Return the assessment in a file, or raise FaultyAssessmentError."""
    return imported_file.read_file(file, load_versions(), clock.latest_day(clock.utc_now()))


def fault_lines(file: Path, error: FaultyAssessmentError) -> tuple[str, ...]:
    """Return one sentence for each fault of a file, with the file's name."""
    english = translator("en")
    return tuple(f"{printable_name(file)}: {fault.text(english)}" for fault in error.faults)


def render_pdf(
    card: Scorecard,
    language: Language,
    *,
    board: bool,
    pulse: PulseResult | None = None,
    standings: PeerStandings | None = None,
    history: RoundHistory = NO_HISTORY,
) -> bytes:
    """Return the PDF of a scorecard, or of its board’s page, with the files attached."""
    wording = Wording(language, translator(language), card.questionnaire)
    files = scorecard_files(card, pulse, standings, history)
    if board:
        return render_board(card, wording, attachments=files, standings=standings, history=history)
    return render_scorecard(
        card, wording, attachments=files, pulse=pulse, standings=standings, history=history
    )


def render_tasks_pdf(card: Scorecard, owner: str, language: Language) -> bytes:
    """Return the PDF of what is asked of one role."""
    return render_tasks(card, owner, Wording(language, translator(language), card.questionnaire))


def score_files(files: Sequence[Path], *, as_json: bool) -> Iterator[FileResult]:
    """Yield the result of each file, in the order of ``files``."""
    work = partial(_score, as_json=as_json)
    processes = min(cpu_count() or 1, len(files) // _WORTH_A_PROCESS)
    if processes < 2:
        yield from map(work, files)
        return
    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(work, files, chunksize=_AT_ONCE)


def _score(file: Path, *, as_json: bool) -> FileResult:
    try:
        assessment = read_assessment(file)
    except FaultyAssessmentError as error:
        return FileResult(faults=fault_lines(file, error))
    card = scorecard.build(load_versions().for_assessment(assessment), assessment, completed=True)
    if as_json:
        return FileResult(scorecard_json.write(card).decode())
    return FileResult(f"{printable_name(file)}: {_summary(card)}")


def _summary(card: Scorecard) -> str:
    overall = card.overall
    answered = f"{card.answered} of {card.asked} answered"
    if overall.score is None or overall.level is None:
        return f"no score, {answered}"
    gates = ", ".join(f"{question.id} {question.name.en}" for question in overall.failing_gates)
    level = card.questionnaire.levels[overall.level].en
    missing = f" (must-haves still missing: {gates})" if gates else ""
    return f"{overall.score.rounded} {level}{missing}, {answered}"
