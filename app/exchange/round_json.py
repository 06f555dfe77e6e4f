"""One round in an assessment.json, open or closed: questionnaire, profile, answers, opinions and targets."""

from datetime import date

from app.exchange import answer_json, opinion_json, readers
from app.exchange.faults import FaultCollector, child_path
from app.exchange.readers import ABSENT
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

REQUIRED = ("questionnaire", "profile", "answers")
KEYS = (*REQUIRED, "completed_on", "opinions", "targets")
QUESTIONNAIRE_KEYS = ("id", "version")
PROFILE_KEYS = ("organisation", "organisation_type", "size_band", "region", "variant")


def read(
    members: dict[str, object],
    where: str,
    versions: QuestionnaireVersions,
    latest: date,
    faults: FaultCollector,
    *,
    may_carry: bool,
) -> Assessment:
    """Return what a round holds, read by the version of the questionnaire that it names; note every fault.

    ``where`` is the path of the round, empty for the top level. ``may_carry`` allows answers that are carried
    from an earlier round.
    """
    questionnaire = _questionnaire(members, where, versions, faults)
    profile = _profile(members, where, questionnaire, faults)
    answers = answer_json.AnswerReader(
        child_path(where, "answers"), questionnaire, profile.variant, latest, faults, may_carry=may_carry
    )
    opinions = members.get("opinions", ABSENT)
    completed_on = members.get("completed_on", ABSENT)
    return Assessment(
        questionnaire_id=questionnaire.id,
        version=questionnaire.version,
        profile=profile,
        answers=answers.read(members.get("answers", ABSENT)),
        opinions=opinion_json.read(opinions, child_path(where, "opinions"), questionnaire.opinions, faults),
        targets=_targets(members, where, questionnaire, faults),
        completed_on=readers.read_past_date(completed_on, child_path(where, "completed_on"), faults, latest),
    )


def _questionnaire(
    round_members: dict[str, object], where: str, versions: QuestionnaireVersions, faults: FaultCollector
) -> Questionnaire:
    """Return the version that the file names; an unknown one is refused without judging the rest."""
    value = round_members.get("questionnaire", ABSENT)
    where = child_path(where, "questionnaire")
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


def _profile(
    round_members: dict[str, object], where: str, questionnaire: Questionnaire, faults: FaultCollector
) -> Profile:
    value = round_members.get("profile", ABSENT)
    where = child_path(where, "profile")
    members = readers.read_object(value, where, faults, required=PROFILE_KEYS, known=PROFILE_KEYS)
    place = child_path(where, "organisation")
    name = clean_line(readers.read_text(members.get("organisation", ABSENT), place, faults))
    allowed = {
        "organisation_type": ORGANISATION_TYPES,
        "size_band": SIZE_BANDS,
        "region": REGIONS,
        "variant": tuple(questionnaire.variants),
    }
    values = {
        key: readers.read_one_of(members.get(key, ABSENT), child_path(where, key), faults, tokens)
        for key, tokens in allowed.items()
    }
    return Profile(readers.check_length(name, place, faults, ORGANISATION_LIMIT), **values)


def _targets(
    members: dict[str, object], path: str, questionnaire: Questionnaire, faults: FaultCollector
) -> dict[str, int]:
    letters = {domain.letter for domain in questionnaire.domains}
    path = child_path(path, "targets")
    targets = {}
    for letter, value in readers.read_members(members.get("targets", ABSENT), path, faults).items():
        where = child_path(path, letter)
        if letter not in letters:
            faults.add(where, N_("%(where)s is not a domain of this questionnaire."))
        elif type(value) is int and value in TARGETS:
            targets[letter] = value
        else:
            faults.add(where, N_("%(where)s must be 2, 3 or 4, not %(value)s."), value=readers.quote(value))
    return targets


def as_dict(assessment: Assessment, questionnaire: Questionnaire) -> dict[str, object]:
    """Return a round as the file holds it, in questionnaire order, without answers outside its variant.

    Empty members are left out.
    """
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
        "questionnaire": {"id": assessment.questionnaire_id, "version": assessment.version},
        "profile": {key: getattr(profile, key) for key in PROFILE_KEYS},
        "answers": {id: answer_json.as_dict(answer) for id, answer in answers.items() if not answer.is_blank},
        **{key: value for key, value in optional.items() if value},
    }
