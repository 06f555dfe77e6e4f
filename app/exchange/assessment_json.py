"""assessment.json: one assessment as a file, read strictly, written in one canonical form (docs/files.md)."""

from datetime import date

from app.exchange import canonical_json, plan_json, readers, round_json, strict_json
from app.exchange.assessment_file import AssessmentFile, RoundInFile
from app.exchange.faults import FaultCollector, FaultyAssessmentError, child_path
from app.exchange.readers import ABSENT
from app.exchange.strict_json import MAX_BYTES
from app.maturity.answers import Assessment, unanswered
from app.maturity.clean_text import clean_line
from app.maturity.questionnaire import Questionnaire
from app.maturity.rounds.round import LABEL_LIMIT, MAX_ROUNDS
from app.maturity.versions.versions import QuestionnaireVersions
from app.translations import N_

__all__ = ["MAX_BYTES", "FaultyAssessmentError", "read", "read_file", "write", "write_file"]

FORMAT = "muster-assessment"
FORMAT_VERSION = 2

REQUIRED = ("format", "format_version", *round_json.REQUIRED)
# Since format_version 2.
HISTORY_KEYS = ("round", "rounds", "plan", "review_on")
KEYS = ("format", "format_version", *round_json.KEYS, *HISTORY_KEYS)
ROUND_KEYS = ("number", "label", *round_json.KEYS)
NAME_KEYS = ("number", "label")


def read(data: bytes, versions: QuestionnaireVersions, latest: date) -> Assessment:
    """Return the present assessment in a file’s bytes, as ``read_file`` does."""
    return read_file(data, versions, latest).assessment


def read_file(data: bytes, versions: QuestionnaireVersions, latest: date) -> AssessmentFile:
    """Return what a file's bytes hold, read by the versions of the questionnaire that it names.

    Raises FaultyAssessmentError with every fault. No day in the file may be after ``latest``: pass
    ``clock.latest_day`` of the moment.
    """
    document = strict_json.parse(data)
    faults = FaultCollector()
    version = _check_format(document, faults)
    keys = KEYS if version > 1 else ("format", "format_version", *round_json.KEYS)
    readers.read_object(document, "", faults, required=REQUIRED, known=keys)
    assessment = round_json.read(document, "", versions, latest, faults, may_carry=version > 1)
    if version == 1:
        faults.raise_if_any()
        return AssessmentFile(assessment, versions.for_assessment(assessment))
    number, label = _name(document.get("round", ABSENT), "round", faults)
    file = AssessmentFile(
        assessment,
        versions.for_assessment(assessment),
        number,
        label,
        # A complete assessment is a round itself.
        _rounds(document, MAX_ROUNDS - (assessment.completed_on is not None), versions, latest, faults),
        plan_json.read(document.get("plan", ABSENT), versions, latest, faults),
        readers.read_day(document.get("review_on", ABSENT), "review_on", faults),
    )
    if number and file.rounds and number <= file.rounds[-1].number:
        faults.add("round.number", N_("%(where)s must be greater than the numbers of the rounds before it."))
    faults.raise_if_any()
    return file


def _check_format(document: dict[str, object], faults: FaultCollector) -> int:
    """Return the version of the format, the newest if it is absent or wrong.

    Refuse a file of another format or a newer version at once, without judging its other keys.
    """
    readers.check_equal(document.get("format", ABSENT), "format", faults, FORMAT)
    version = document.get("format_version", FORMAT_VERSION)
    if type(version) is int and version > FORMAT_VERSION:
        sentence = N_("%(where)s is %(value)s; this service reads files up to version %(newest)d.")
        faults.add("format_version", sentence, value=readers.quote(version), newest=FORMAT_VERSION)
    faults.raise_if_any()
    if type(version) is not int or version < 1:
        sentence = N_("%(where)s must be a whole number from 1, not %(value)s.")
        faults.add("format_version", sentence, value=readers.quote(version))
        return FORMAT_VERSION
    return version


def _name(value: object, where: str, faults: FaultCollector) -> tuple[int | None, str]:
    """Return the number and the label of the round at the top level."""
    members = readers.read_object(value, where, faults, required=("number",), known=NAME_KEYS)
    return _number(members, where, faults), _label(members, where, faults)


def _number(members: dict[str, object], where: str, faults: FaultCollector) -> int | None:
    value = members.get("number", ABSENT)
    if value is ABSENT:
        return None
    # Numbers are never given again, so that they may outgrow the rounds that are kept.
    if type(value) is int and 1 <= value < 1_000_000:
        return value
    sentence = N_("%(where)s must be a whole number from 1, not %(value)s.")
    faults.add(child_path(where, "number"), sentence, value=readers.quote(value))
    return None


def _label(members: dict[str, object], where: str, faults: FaultCollector) -> str:
    place = child_path(where, "label")
    label = clean_line(readers.read_text(members.get("label", ABSENT), place, faults))
    return readers.check_length(label, place, faults, LABEL_LIMIT)


def _rounds(
    document: dict[str, object],
    limit: int,
    versions: QuestionnaireVersions,
    latest: date,
    faults: FaultCollector,
) -> tuple[RoundInFile, ...]:
    rounds: list[RoundInFile] = []
    for where, each in readers.read_list(document.get("rounds", ABSENT), "rounds", faults, limit):
        required = ("number", "completed_on", *round_json.REQUIRED)
        found = faults.count
        members = readers.read_object(each, where, faults, required=required, known=ROUND_KEYS)
        assessment = round_json.read(members, where, versions, latest, faults, may_carry=False)
        number, label = _number(members, where, faults), _label(members, where, faults)
        before = rounds[-1].number if rounds else 0
        if number and number <= before:
            sentence = N_("%(where)s must be greater than the numbers of the rounds before it.")
            faults.add(child_path(where, "number"), sentence)
        questionnaire = versions.for_assessment(assessment)
        if faults.count == found:
            _check_complete(assessment, questionnaire, where, faults)
        rounds.append(RoundInFile(number or before + 1, label, assessment, questionnaire))
    return tuple(rounds)


def _check_complete(
    assessment: Assessment, questionnaire: Questionnaire, where: str, faults: FaultCollector
) -> None:
    """Refuse a closed round with an unanswered question."""
    for question in unanswered(questionnaire, assessment):
        place = child_path(child_path(where, "answers"), question.id)
        faults.add(place, N_("%(where)s is missing: in a closed round every question is answered."))


def write(assessment: Assessment, questionnaire: Questionnaire) -> bytes:
    """Write an assessment that has neither rounds nor a plan, as ``write_file`` does."""
    return write_file(AssessmentFile(assessment, questionnaire))


def write_file(file: AssessmentFile) -> bytes:
    """Write an assessment with its rounds and its plan, each round in the order of its questionnaire."""
    return canonical_json.write(_as_dict(file))


def _as_dict(file: AssessmentFile) -> dict[str, object]:
    content = round_json.as_dict(file.assessment, file.questionnaire)
    history = {
        "round": _named(file.number, file.label) if file.number else None,
        "rounds": [
            {**_named(each.number, each.label), **round_json.as_dict(each.assessment, each.questionnaire)}
            for each in file.rounds
        ],
        "plan": plan_json.as_list(file.plan),
        "review_on": file.review_on and file.review_on.isoformat(),
    }
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        **content,
        **{key: value for key, value in history.items() if value},
    }


def _named(number: int, label: str) -> dict[str, object]:
    return {"number": number, "label": label}
