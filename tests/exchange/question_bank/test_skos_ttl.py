from dataclasses import replace
from functools import cache

from rdflib import RDF, Graph, Literal, Namespace
from rdflib.collection import Collection
from rdflib.namespace import SKOS

from app.exchange.question_bank import skos_ttl
from app.maturity.questionnaire import Questionnaire
from app.maturity.text import Text
from tests.build import a_domain, a_question, a_questionnaire
from tests.figures.cast import questionnaire

READINESS = Namespace("https://muster.example/ns/readiness/")


def parsed(known: Questionnaire) -> Graph:
    return Graph().parse(data=skos_ttl.write(known), format="turtle")


@cache
def graph() -> Graph:
    return parsed(questionnaire())


def in_both(text: Text) -> set[Literal]:
    return {Literal(text.en, "en"), Literal(text.fr, "fr")}


def test_domains_practices_and_levels_are_concepts_with_one_name_in_each_language() -> None:
    concepts = set(graph().subjects(RDF.type, SKOS.Concept))
    names = {each.id: each.name for each in questionnaire().questions_in("full")}
    names |= {each.letter: each.name for each in questionnaire().domains}
    names |= {f"level-{level}": name for level, name in enumerate(questionnaire().levels)}

    assert concepts == {READINESS[id] for id in names}
    for id, name in names.items():
        assert set(graph().objects(READINESS[id], SKOS.prefLabel)) == in_both(name)


def test_each_practice_is_narrower_than_its_domain_and_each_domain_on_top() -> None:
    for domain in questionnaire().domains:
        own = READINESS[domain.letter]
        practices = {READINESS[each.id] for each in domain.questions}
        assert (
            set(graph().objects(own, SKOS.narrower)) == set(graph().subjects(SKOS.broader, own)) == practices
        )
        assert (own, SKOS.topConceptOf, READINESS.scheme) in graph()
        assert (READINESS.scheme, SKOS.hasTopConcept, own) in graph()


def test_question_help_statements_and_evidence_are_notes_in_both_languages() -> None:
    question = questionnaire().question("G1")
    subject = READINESS.G1

    assert set(graph().objects(subject, SKOS.definition)) == in_both(question.text)
    assert set(graph().objects(subject, SKOS.scopeNote)) == in_both(question.help)
    assert set(graph().objects(subject, SKOS.example)) == set().union(*map(in_both, question.evidence))
    notes = sorted(str(each) for each in graph().objects(subject, SKOS.note) if each.language == "fr")  # type: ignore[attr-defined]  # a literal
    assert notes == [f"{level}\u00a0: {each.fr}" for level, each in enumerate(question.levels)]


def test_the_levels_are_in_their_order() -> None:
    members = graph().value(READINESS.levels, SKOS.memberList)
    assert members is not None

    assert list(Collection(graph(), members)) == [READINESS[f"level-{level}"] for level in range(5)]


def test_a_text_with_marks_of_turtle_is_read_back_as_it_is() -> None:
    text = Text('"quoted" \\ back\nline\t@en . <a> ; \u007f', "« l’été »\u202f!")
    known = a_questionnaire(a_domain("G", a_question("G1", name=text)))

    assert set(parsed(known).objects(READINESS.G1, SKOS.prefLabel)) == in_both(text)


def test_what_a_practice_is_called_stays_the_same_in_the_next_version() -> None:
    later = parsed(replace(questionnaire(), version="1.7"))

    assert set(later.subjects(RDF.type, SKOS.Concept)) == set(graph().subjects(RDF.type, SKOS.Concept))
    assert skos_ttl.write(questionnaire()) == skos_ttl.write(questionnaire())
