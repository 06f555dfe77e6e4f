"""Rules between files: ids are unique, references exist, the quick check asks every gate and domain."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from app.catalogue.circles import find_circles
from app.catalogue.faults import Fault
from app.catalogue.file_names import CUES, DOMAINS, GUIDANCE, QUESTIONNAIRE, SURVEY, TERMS
from app.catalogue.notes import IdDefinition, IdReference, Note

# The file in which the ids of a kind are defined. If it cannot be read, references to it are not judged.
_HOME = {
    "owner": QUESTIONNAIRE,
    "practice": DOMAINS,
    "figure": SURVEY,
    "share": SURVEY,
    "finding": SURVEY,
    "guidance": GUIDANCE,
    "set": TERMS,
    "reading": CUES,
}
# Practices and opinions share the names of form fields, so their ids must differ.
_UNIQUE_AMONG = {"opinion": "practice"}
_NOTED_TWICE = ("gate", "share")
# Sets of terms have a file that may be absent, and exist only for the cues that name them.
_SET = "set"

Ids = Mapping[str, Collection[str]]


def check_references(notes: Iterable[Note], unread: Collection[str]) -> Iterator[Fault]:
    """Yield every fault between entries; ``unread`` holds the files that could not be read."""
    noted = tuple(notes)
    defined = [note for note in noted if isinstance(note, IdDefinition)]
    named = [note for note in noted if isinstance(note, IdReference)]
    yield from _repeated(defined)
    yield from _dangling(defined, named, unread)
    yield from _omissions(defined, named)
    yield from _unused_sets(defined, named, unread)
    yield from find_circles(each for each in named if _is_requirement(each))


def _repeated(defined: Iterable[IdDefinition]) -> Iterator[Fault]:
    first: dict[tuple[str, str], IdDefinition] = {}
    for each in defined:
        earlier = first.setdefault((_UNIQUE_AMONG.get(each.kind, each.kind), each.id), each)
        if earlier is not each and each.kind not in _NOTED_TWICE:
            yield each.place.fault(f"is already used in {earlier.place.file}: {each.id}")


def _dangling(
    defined: Iterable[IdDefinition], named: Iterable[IdReference], unread: Collection[str]
) -> Iterator[Fault]:
    ids: dict[str, set[str]] = {}
    for each in defined:
        ids.setdefault(each.kind, set()).add(each.id)
    for reference in named:
        if reference.id not in ids.get(reference.kind, ()) and _is_judged(reference.kind, ids, unread):
            yield from _missing(reference, ids)


def _is_judged(kind: str, ids: Ids, unread: Collection[str]) -> bool:
    # If nothing of a kind is defined, that is the fault, and not each reference.
    defined = ids.get("figure" if kind == "share" else kind)
    return bool(defined or kind == _SET) and not any(file.startswith(_HOME[kind]) for file in unread)


def _missing(reference: IdReference, ids: Ids) -> Iterator[Fault]:
    if reference.kind != "share":
        yield reference.place.fault(f"names an unknown {reference.kind}: {reference.id}")
    elif reference.id in ids["figure"]:
        yield reference.place.fault(f"names a figure without a share: {reference.id}")


def _omissions(defined: Iterable[IdDefinition], named: Iterable[IdReference]) -> Iterator[Fault]:
    gates = {each.id for each in defined if each.kind == "gate"}
    domains: dict[str, set[str]] = {}
    for each in defined:
        if each.kind == "practice":
            domains.setdefault(each.place.file, set()).add(each.id)
    for variant, asked in _variants(named).items():
        at = f"{variant}.questions"
        yield from (Fault(QUESTIONNAIRE, at, f"leaves out the gate {gate}") for gate in gates - asked)
        for file, practices in domains.items():
            if not practices & asked:
                yield Fault(QUESTIONNAIRE, at, f"asks nothing of {file}")


def _unused_sets(
    defined: Iterable[IdDefinition], named: Iterable[IdReference], unread: Collection[str]
) -> Iterator[Fault]:
    used = {each.id for each in named if each.kind == _SET}
    for each in defined:
        if each.kind == _SET and each.id not in used and not any(file.startswith(CUES) for file in unread):
            yield each.place.fault("is used in no cue")


def _variants(named: Iterable[IdReference]) -> Mapping[str, set[str]]:
    variants: dict[str, set[str]] = {}
    for each in named:
        if each.kind == "practice" and each.place.file == QUESTIONNAIRE:
            variants.setdefault(each.place.key.partition(".")[0], set()).add(each.id)
    return variants


def _is_requirement(reference: IdReference) -> bool:
    # Other files name practices too; what one builds on stands in its domain.
    return reference.kind == "practice" and reference.place.file.startswith(f"{DOMAINS}/")
