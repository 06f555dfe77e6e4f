"""readiness.skos.ttl: domains and practices as SKOS concepts in Turtle, in both languages."""

import re
from collections.abc import Iterable, Iterator

from app.maturity.questionnaire import Domain, Question, Questionnaire
from app.maturity.text import LANGUAGES, Text

_PREFIXES = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# What a concept is called stays the same in all versions, as the ids of practices do.
_BASE = "https://muster.example/ns"
# Turtle gives a backslash, a quotation mark and a line end in quotes a meaning of their own.
_SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f]')


def write(questionnaire: Questionnaire) -> bytes:
    """Write a questionnaire; equal questionnaires give equal bytes."""
    prefixes = [f"@prefix {name}: <{address}> ." for name, address in _PREFIXES.items()]
    prefixes.append(f"@prefix : <{_BASE}/{questionnaire.id}/> .")
    return "\n\n".join(("\n".join(prefixes), *_concepts(questionnaire), "")).encode()


def _concepts(questionnaire: Questionnaire) -> Iterator[str]:
    yield _block(":scheme", "skos:ConceptScheme", _scheme(questionnaire))
    for domain in questionnaire.domains:
        yield _block(f":{domain.letter}", "skos:Concept", _domain(domain))
        for question in domain.questions:
            yield _block(f":{question.id}", "skos:Concept", _practice(question))
    for level, name in enumerate(questionnaire.levels):
        meaning = questionnaire.level_meanings[level]
        yield _block(f":level-{level}", "skos:Concept", _level(level, name, meaning))
    members = " ".join(f":level-{level}" for level in range(len(questionnaire.levels)))
    yield _block(":levels", "skos:OrderedCollection", [("skos:memberList", f"( {members} )")])


def _scheme(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    yield from _in_both("skos:prefLabel", questionnaire.title)
    yield from _in_both("skos:scopeNote", questionnaire.answering_rule)
    yield "owl:versionInfo", _quoted(questionnaire.version)
    if questionnaire.published:
        yield "dct:issued", f"{_quoted(questionnaire.published.isoformat())}^^xsd:date"
    yield "skos:hasTopConcept", ", ".join(f":{domain.letter}" for domain in questionnaire.domains)


def _domain(domain: Domain) -> Iterator[tuple[str, str]]:
    yield "skos:topConceptOf", ":scheme"
    yield "skos:inScheme", ":scheme"
    yield "skos:notation", _quoted(domain.letter)
    yield from _in_both("skos:prefLabel", domain.name)
    yield from _in_both("skos:definition", domain.intro)
    yield "skos:narrower", ", ".join(f":{question.id}" for question in domain.questions)


def _practice(question: Question) -> Iterator[tuple[str, str]]:
    yield "skos:inScheme", ":scheme"
    yield "skos:notation", _quoted(question.id)
    yield "skos:broader", f":{question.domain_letter}"
    yield from _in_both("skos:prefLabel", question.name)
    yield from _in_both("skos:definition", question.text)
    yield from _in_both("skos:scopeNote", question.help)
    for level, statement in enumerate(question.levels):
        # Notes have no order of their own.
        yield from _in_both("skos:note", Text(f"{level}: {statement.en}", f"{level}\u00a0: {statement.fr}"))
    for evidence in question.evidence:
        yield from _in_both("skos:example", evidence)


def _level(level: int, name: Text, meaning: Text) -> Iterator[tuple[str, str]]:
    yield "skos:notation", _quoted(str(level))
    yield from _in_both("skos:prefLabel", name)
    yield from _in_both("skos:definition", meaning)


def _in_both(name: str, text: Text) -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        yield name, f"{_quoted(text.in_(language))}@{language}"


def _block(subject: str, kind: str, facts: Iterable[tuple[str, str]]) -> str:
    lines = [f"    {name} {value}" for name, value in facts]
    return f"{subject} a {kind} ;\n" + " ;\n".join(lines) + " ."


def _quoted(text: str) -> str:
    return '"' + _SPECIAL.sub(lambda found: f"\\u{ord(found[0]):04X}", text) + '"'
