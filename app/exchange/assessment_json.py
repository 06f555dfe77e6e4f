"""assessment.json: one assessment as a file, read strictly, written in one canonical form (docs/files.md)."""

from datetime import date

from app.exchange import answer_json, canonical_json, opinion_json, readers, strict_json
from app.exchange.faults import FaultCollector, FaultyAssessmentError, child_path
from app.exchange.readers import ABSENT
from app.exchange.strict_json import MAX_BYTES
from app.maturity.answers import (
    ORGANISATION_LIMIT,
    ORGANISATION_TYPES,
    REGIONS,
    SIZE_BANDS,
    TARGETS,
    Assessment,
    Profile,
)
from app.maturity.clean_text import clean_line
from app.maturity.questionnaire import Questionnaire
from app.maturity.versions.versions import QuestionnaireVersions
from app.translations import N_

__all__ = ["MAX_BYTES", "FaultyAssessmentError", "as_dict", "read", "write"]

FORMAT = "muster-assessment"
FORMAT_VERSION = 1

REQUIRED = ("format", "format_version", "questionnaire", "profile", "answers")
KEYS = (*REQUIRED, "completed_on", "opinions", "targets")
QUESTIONNAIRE_KEYS = ("id", "version")
PROFILE_KEYS = ("organisation", "organisation_type", "size_band", "region", "variant")


def read(data: bytes, versions: QuestionnaireVersions, latest: date) -> Assessment:
    """Return the assessment in a file's bytes, read by the version of the questionnaire that it names.

    Raises FaultyAssessmentError with every fault. No day in the file may be after ``latest``: pass
    ``clock.latest_day`` of the moment.
    """
    document = strict_json.parse(data)
    faults = FaultCollector()
    _check_format(document, faults)
    readers.read_object(document, "", faults, required=REQUIRED, known=KEYS)
    questionnaire = _questionnaire(document, versions, faults)
    profile = _profile(document, questionnaire, faults)
    answers = document.get("answers", ABSENT)
    assessment = Assessment(
        questionnaire_id=questionnaire.id,
        version=questionnaire.version,
        profile=profile,
        answers=answer_json.read(answers, questionnaire, profile.variant, latest, faults),
        opinions=opinion_json.read(document.get("opinions", ABSENT), questionnaire.opinions, faults),
        targets=_targets(document, questionnaire, faults),
        completed_on=readers.read_past_date(
            document.get("completed_on", ABSENT), "completed_on", faults, latest
        ),
    )
    faults.raise_if_any()
    return assessment


def _check_format(document: dict[str, object], faults: FaultCollector) -> None:
    """Refuse a file of another format or a newer version at once, without judging its other keys."""
    readers.check_equal(document.get("format", ABSENT), "format", faults, FORMAT)
    version = document.get("format_version", FORMAT_VERSION)
    if type(version) is int and version > FORMAT_VERSION:
        sentence = N_("%(where)s is %(value)s; this service reads files up to version %(newest)d.")
        faults.add("format_version", sentence, value=readers.quote(version), newest=FORMAT_VERSION)
    faults.raise_if_any()
    if type(version) is not int or version < 1:
        sentence = N_("%(where)s must be a whole number from 1, not %(value)s.")
        faults.add("format_version", sentence, value=readers.quote(version))


def _questionnaire(
    document: dict[str, object], versions: QuestionnaireVersions, faults: FaultCollector
) -> Questionnaire:
    """Return the version that the file names; an unknown one is refused without judging the rest."""
    where = "questionnaire"
    value = document.get(where, ABSENT)
    members = readers.read_object(value, where, faults, required=QUESTIONNAIRE_KEYS, known=QUESTIONNAIRE_KEYS)
    readers.check_equal(members.get("id", ABSENT), child_path(where, "id"), faults, versions.newest.id)
    version = members.get("version", ABSENT)
    for each in versions.known:
        if each.version == version:
            return each
    if version is not ABSENT:
        known = ", ".join(each.version for each in versions.known)
        sentence = N_("%(where)s is %(value)s; this service has these versions: %(known)s.")
        faults.add(child_path(where, "version"), sentence, value=readers.quote(version), known=known)
        faults.raise_if_any()
    return versions.newest


def _profile(document: dict[str, object], questionnaire: Questionnaire, faults: FaultCollector) -> Profile:
    value = document.get("profile", ABSENT)
    members = readers.read_object(value, "profile", faults, required=PROFILE_KEYS, known=PROFILE_KEYS)
    name = clean_line(readers.read_text(members.get("organisation", ABSENT), "profile.organisation", faults))
    allowed = {
        "organisation_type": ORGANISATION_TYPES,
        "size_band": SIZE_BANDS,
        "region": REGIONS,
        "variant": tuple(questionnaire.variants),
    }
    values = {
        key: readers.read_one_of(members.get(key, ABSENT), child_path("profile", key), faults, tokens)
        for key, tokens in allowed.items()
    }
    return Profile(readers.check_length(name, "profile.organisation", faults, ORGANISATION_LIMIT), **values)


def _targets(
    document: dict[str, object], questionnaire: Questionnaire, faults: FaultCollector
) -> dict[str, int]:
    letters = {domain.letter for domain in questionnaire.domains}
    targets = {}
    for letter, value in readers.read_members(document.get("targets", ABSENT), "targets", faults).items():
        where = child_path("targets", letter)
        if letter not in letters:
            faults.add(where, N_("%(where)s is not a domain of this questionnaire."))
        elif type(value) is int and value in TARGETS:
            targets[letter] = value
        else:
            faults.add(where, N_("%(where)s must be 2, 3 or 4, not %(value)s."), value=readers.quote(value))
    return targets


def write(assessment: Assessment, questionnaire: Questionnaire) -> bytes:
    """Write an assessment in questionnaire order, without answers outside its variant."""
    return canonical_json.write(as_dict(assessment, questionnaire))


def as_dict(assessment: Assessment, questionnaire: Questionnaire) -> dict[str, object]:
    """Return an assessment as the file holds it, without empty members."""
    profile = assessment.profile
    questions = questionnaire.questions_in(profile.variant)
    answers = {question.id: assessment.answer(question) for question in questions}
    opinions = {
        question.id: opinion_json.as_value(assessment.opinions[question.id], question)
        for question in questionnaire.opinions
        if assessment.opinions.get(question.id)
    }
    letters = [domain.letter for domain in questionnaire.domains if domain.letter in assessment.targets]
    optional = {
        "completed_on": assessment.completed_on and assessment.completed_on.isoformat(),
        "opinions": opinions,
        "targets": {letter: assessment.targets[letter] for letter in letters},
    }
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "questionnaire": {"id": assessment.questionnaire_id, "version": assessment.version},
        "profile": {key: getattr(profile, key) for key in PROFILE_KEYS},
        "answers": {id: answer_json.as_dict(answer) for id, answer in answers.items() if not answer.is_blank},
        **{key: value for key, value in optional.items() if value},
    }
