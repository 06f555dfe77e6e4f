"""Scoring of files in order, in several processes if there are enough files."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from os import cpu_count
from pathlib import Path

from app.cli.files import printable_name
from app.cli.versions import load_versions
from app.exchange import scorecard_json
from app.exchange.assessment_file import AssessmentFile
from app.exchange.faults import FaultyAssessmentError, FileFault
from app.exchange.importing import imported_file
from app.exchange.rounds.file_history import history_of_file
from app.maturity import clock, scorecard
from app.maturity.scorecard import Scorecard
from app.maturity.text import Language
from app.report.document_of_file import review_of
from app.report.plan import file_content
from app.report.plan.file_content import PlanFile, PlanFileContent
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


def read_assessment(file: Path, round: int | None = None) -> AssessmentFile:
    """Return the assessment in a file, as it is now or was at a round; or raise FaultyAssessmentError."""
    found = imported_file.read_file(file, load_versions(), clock.latest_day(clock.utc_now()))
    if round is None:
        return found
    then = found.at_round(round)
    if then is None:
        known = ", ".join(map(str, found.numbers))
        sentence = "The file has no round %(number)d; its rounds are: %(known)s."
        values = {"number": round, "known": known}
        if not known:
            sentence = "The file has no rounds."
        raise FaultyAssessmentError((FileFault("", sentence, values),))
    return then


def build_card(file: AssessmentFile) -> Scorecard:
    """Return the scorecard of a file, which counts as completed."""
    return scorecard.build(file.questionnaire, file.assessment, completed=True)


def fault_lines(file: Path, error: FaultyAssessmentError) -> tuple[str, ...]:
    """Return one sentence for each fault of a file, with the file's name."""
    english = translator("en")
    return tuple(f"{printable_name(file)}: {fault.text(english)}" for fault in error.faults)


def write_plan_file(file: AssessmentFile, language: Language, form: PlanFile) -> bytes:
    """Return the workbook of an assessment file, or its plan in another form."""
    card = build_card(file)
    closed = [each.assessment.completed_on for each in file.rounds if each.assessment.completed_on]
    content = PlanFileContent(
        card,
        Wording(language, translator(language), file.questionnaire),
        _calendar_id(file),
        file.plan,
        history_of_file(file, card),
        review_of(file),
        card.completed_on or max(closed, default=None),
    )
    return file_content.write(content, form)


def _calendar_id(file: AssessmentFile) -> str:
    """Return what stays the same in later files of an assessment, which have no id of it."""
    profile = file.assessment.profile
    known = (file.questionnaire.id, profile.organisation, profile.organisation_type, profile.region)
    return sha256("\n".join(known).encode()).hexdigest()


def render_tasks_pdf(card: Scorecard, owner: str, language: Language) -> bytes:
    """Return the PDF of what is asked of one role."""
    return render_tasks(card, owner, Wording(language, translator(language), card.questionnaire))


def score_files(files: Sequence[Path], *, as_json: bool, round: int | None = None) -> Iterator[FileResult]:
    """Yield the result of each file, in the order of ``files``; of a round of each if its number is given."""
    work = partial(_score, as_json=as_json, round=round)
    processes = min(cpu_count() or 1, len(files) // _WORTH_A_PROCESS)
    if processes < 2:
        yield from map(work, files)
        return
    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(work, files, chunksize=_AT_ONCE)


def _score(file: Path, *, as_json: bool, round: int | None) -> FileResult:
    try:
        found = read_assessment(file, round)
    except FaultyAssessmentError as error:
        return FileResult(faults=fault_lines(file, error))
    card = build_card(found)
    if as_json:
        return FileResult(scorecard_json.write(card, history_of_file(found, card)).decode())
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
