"""The folder of questionnaires: a folder in it for each version of the one that is asked."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from app.catalogue import loader
from app.catalogue.faults import Fault, FaultyQuestionnaireError
from app.catalogue.file_names import DOMAINS, OPINIONS, QUESTIONNAIRE
from app.maturity.questionnaire import Questionnaire
from app.maturity.versions.versions import QuestionnaireVersions, order_versions, version_key

QuestionnairesByFolder = Mapping[str, Questionnaire]


def load_all(folder: Path) -> QuestionnaireVersions:
    """Read every version once, or raise FaultyQuestionnaireError; each fault names the version's folder."""
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
    if faults:
        raise FaultyQuestionnaireError(tuple(faults))
    return order_versions(loaded.values())


def _folders(folder: Path) -> list[Path]:
    # Names with a leading dot are an editor's or a file manager's own.
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(each for each in found if each.is_dir() and not each.name.startswith("."))


def _cross_version_faults(loaded: QuestionnairesByFolder) -> Iterator[Fault]:
    """Find what cannot hold of versions of one questionnaire, each against those before it in number."""
    ordered = sorted(loaded, key=lambda name: (version_key(loaded[name].version), name))
    for place, name in enumerate(ordered):
        earlier = {other: loaded[other] for other in ordered[:place]}
        yield from _identity_faults(name, loaded[name], earlier)
        yield from _id_kind_faults(name, loaded[name], earlier)
        yield from _reused_id_faults(name, loaded[name], earlier)


def _identity_faults(name: str, asked: Questionnaire, earlier: QuestionnairesByFolder) -> Iterator[Fault]:
    file = f"{name}/{QUESTIONNAIRE}"
    for other, before in earlier.items():
        if before.id != asked.id:
            yield Fault(file, "id", f"must be {before.id}, as in {other}; one questionnaire is served")
            return
        if version_key(before.version) == version_key(asked.version):
            yield Fault(file, "version", f"is {asked.version}, which {other} is already")


def _id_kind_faults(name: str, asked: Questionnaire, earlier: QuestionnairesByFolder) -> Iterator[Fault]:
    """Refuse an id that is a practice in one version and an opinion in another."""
    for other, before in earlier.items():
        for id in sorted(_practices(asked) & _opinions(before)):
            yield Fault(f"{name}/{DOMAINS}", id, f"is an opinion in {other}")
        for id in sorted(_opinions(asked) & _practices(before)):
            yield Fault(f"{name}/{OPINIONS}", id, f"is a practice in {other}")


def _reused_id_faults(name: str, asked: Questionnaire, earlier: QuestionnairesByFolder) -> Iterator[Fault]:
    """Refuse an id that an earlier version had dropped: what was answered to it was about something else."""
    if not earlier:
        return
    *older, (last, latest) = earlier.items()
    for ids in (_practices, _letters):
        dropped = {id for _, before in older for id in ids(before)} - ids(latest)
        for id in sorted(ids(asked) & dropped):
            yield Fault(f"{name}/{DOMAINS}", id, f"was dropped in {last}; what is new needs a new id")


def _practices(asked: Questionnaire) -> set[str]:
    return {question.id for domain in asked.domains for question in domain.questions}


def _letters(asked: Questionnaire) -> set[str]:
    return {domain.letter for domain in asked.domains}


def _opinions(asked: Questionnaire) -> set[str]:
    return {opinion.id for opinion in asked.opinions}
