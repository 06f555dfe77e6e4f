"""The questionnaire as JSON for programs: what is asked, with the ids that files and answers use."""

from app.exchange import canonical_json
from app.maturity.questionnaire import Domain, Question, Questionnaire
from app.maturity.text import Text


def write(questionnaire: Questionnaire) -> bytes:
    """Write a questionnaire on one line, in both languages; equal questionnaires give equal bytes."""
    content = {
        "id": questionnaire.id,
        "version": questionnaire.version,
        "title": _both(questionnaire.title),
        "levels": [_both(level) for level in questionnaire.levels],
        "variants": [
            {
                "id": variant.id,
                "name": _both(variant.name),
                "practices": [each.id for each in questionnaire.questions_in(variant.id)],
            }
            for variant in questionnaire.variants.values()
        ],
        "domains": [_domain(domain) for domain in questionnaire.domains],
    }
    return canonical_json.write_line(content)


def _domain(domain: Domain) -> dict[str, object]:
    return {
        "letter": domain.letter,
        "name": _both(domain.name),
        "practices": [_practice(question) for question in domain.questions],
    }


def _practice(question: Question) -> dict[str, object]:
    return {
        "id": question.id,
        "name": _both(question.name),
        "question": _both(question.text),
        "help": _both(question.help),
        "levels": [_both(level) for level in question.levels],
        "evidence": [_both(each) for each in question.evidence],
        "not_applicable": _both(question.not_applicable) if question.not_applicable else None,
        "owner": question.owner,
        "effort": question.effort,
        "gate": question.gate,
    }


def _both(text: Text) -> dict[str, str]:
    return {"en": text.en, "fr": text.fr}
