"""The folder of questionnaires: it holds one folder for each version of one questionnaire."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from app.catalogue import loader
from app.catalogue.faults import Fault, FaultyQuestionnaireError
from app.catalogue.file_names import DOMAINS, OPINIONS, QUESTIONNAIRE
from app.maturity.questionnaire import Question, Questionnaire
from app.maturity.versions.versions import QuestionnaireVersions, order_versions, version_key

QuestionnairesByFolder = Mapping[str, Questionnaire]


def load_all(folder: Path) -> QuestionnaireVersions:
    """Return every version, or raise FaultyQuestionnaireError; each fault names the version's folder."""
    loaded: dict[str, Questionnaire] = {}
    faults: list[Fault] = []
    for each in _folders(folder):
        try:
            loaded[each.name] = loader.load(each)
        except FaultyQuestionnaireError as error:
            faults += (replace(fault, file=f"{each.name}/{fault.file}") for fault in error.faults)
    if not loaded and not faults:
        faults.append(Fault(str(folder), "", "holds no questionnaire"))
    faults += _cross_version_faults(loaded)
    faults += _missing_decisions(loaded)
    if faults:
        raise FaultyQuestionnaireError(tuple(faults))
    *older, newest = order_versions(loaded.values()).known
    return order_versions((*(_with_advice(each, newest) for each in older), newest))


def _with_advice(older: Questionnaire, newest: Questionnaire) -> Questionnaire:
    # Decisions, clauses and cues change no result, so a version from before them has the newest ones.
    decisions = {question.id: question.decision for question in newest.questions_in("full")}

    def complete(question: Question) -> Question:
        return replace(question, decision=question.decision or decisions.get(question.id))

    return replace(
        older,
        domains=tuple(
            replace(domain, questions=tuple(complete(question) for question in domain.questions))
            for domain in older.domains
        ),
        policy=older.policy or newest.policy.restricted_to(older.ids, older.guidance.keys()),
    )


def _folders(folder: Path) -> list[Path]:
    # Editors and file managers leave folders whose names begin with a dot.
    entries = folder.iterdir() if folder.is_dir() else ()
    return sorted(each for each in entries if each.is_dir() and not each.name.startswith("."))


def _cross_version_faults(loaded: QuestionnairesByFolder) -> Iterator[Fault]:
    """Yield the faults of each version against the versions before it."""
    ordered = sorted(loaded, key=lambda name: (version_key(loaded[name].version), name))
    for index, name in enumerate(ordered):
        earlier = {other: loaded[other] for other in ordered[:index]}
        yield from _identity_faults(name, loaded[name], earlier)
        yield from _id_kind_faults(name, loaded[name], earlier)
        yield from _reused_id_faults(name, loaded[name], earlier)


def _missing_decisions(loaded: QuestionnairesByFolder) -> Iterator[Fault]:
    """Require of every practice of the newest version the decision that a board is asked for."""
    newest = max(loaded, key=lambda name: version_key(loaded[name].version), default="")
    for question in loaded[newest].questions_in("full") if newest else ():
        if question.decision is None:
            yield Fault(f"{newest}/{DOMAINS}", f"{question.id}.decision", "is missing in the newest version")


def _identity_faults(
    name: str, questionnaire: Questionnaire, earlier: QuestionnairesByFolder
) -> Iterator[Fault]:
    file = f"{name}/{QUESTIONNAIRE}"
    for other, before in earlier.items():
        if before.id != questionnaire.id:
            yield Fault(file, "id", f"must be {before.id}, as in {other}; one questionnaire is served")
            return
        if version_key(before.version) == version_key(questionnaire.version):
            yield Fault(file, "version", f"is {questionnaire.version}, which {other} is already")


def _id_kind_faults(
    name: str, questionnaire: Questionnaire, earlier: QuestionnairesByFolder
) -> Iterator[Fault]:
    """Refuse an id that is a practice in one version and an opinion in another."""
    for other, before in earlier.items():
        for id in sorted(_practices(questionnaire) & _opinions(before)):
            yield Fault(f"{name}/{DOMAINS}", id, f"is an opinion in {other}")
        for id in sorted(_opinions(questionnaire) & _practices(before)):
            yield Fault(f"{name}/{OPINIONS}", id, f"is a practice in {other}")


def _reused_id_faults(
    name: str, questionnaire: Questionnaire, earlier: QuestionnairesByFolder
) -> Iterator[Fault]:
    """Refuse an id that an earlier version dropped: answers to it were about another question."""
    if not earlier:
        return
    *older, (last, latest) = earlier.items()
    for ids in (_practices, _letters):
        dropped = {id for _, before in older for id in ids(before)} - ids(latest)
        for id in sorted(ids(questionnaire) & dropped):
            yield Fault(f"{name}/{DOMAINS}", id, f"was dropped in {last}; what is new needs a new id")


def _practices(questionnaire: Questionnaire) -> set[str]:
    return {question.id for domain in questionnaire.domains for question in domain.questions}


def _letters(questionnaire: Questionnaire) -> set[str]:
    return {domain.letter for domain in questionnaire.domains}


def _opinions(questionnaire: Questionnaire) -> set[str]:
    return {opinion.id for opinion in questionnaire.pulse_questions(policy=True)}
