"""The opinions in an assessment.json: one token, or a list of tokens where several options are allowed."""

from app.exchange import readers
from app.exchange.faults import FaultCollector, child_path
from app.maturity.opinions import OpinionQuestion
from app.translations import N_


def read(
    value: object, path: str, questions: tuple[OpinionQuestion, ...], faults: FaultCollector
) -> dict[str, tuple[str, ...]]:
    """Return the opinions by question id, as tokens in the order of the file; an empty list is no answer."""
    known = {question.id: question for question in questions}
    opinions = {}
    for id, opinion in readers.read_members(value, path, faults).items():
        where = child_path(path, id)
        if id not in known:
            faults.add(where, N_("%(where)s is not an opinion question of this questionnaire."))
        elif known[id].many:
            opinions[id] = _several(opinion, known[id], where, faults)
        else:
            opinions[id] = (readers.read_one_of(opinion, where, faults, known[id].tokens),)
    return {id: tokens for id, tokens in opinions.items() if tokens}


def _several(value: object, question: OpinionQuestion, where: str, faults: FaultCollector) -> tuple[str, ...]:
    if not isinstance(value, list):
        sentence = N_("%(where)s must be a list of answers, not %(value)s.")
        faults.add(where, sentence, value=readers.quote(value))
        return ()
    tokens: list[str] = []
    for token in (readers.read_one_of(each, where, faults, question.tokens) for each in value):
        if token and token in tokens:
            faults.add(where, N_("%(where)s names %(value)s more than once."), value=readers.quote(token))
        else:
            tokens.append(token)
    clash = question.clash(tuple(tokens))
    if clash:
        sentence = N_("%(where)s combines %(value)s with another answer; it can only be given alone.")
        faults.add(where, sentence, value=readers.quote(clash.token))
    return tuple(tokens)


def as_value(tokens: tuple[str, ...], question: OpinionQuestion) -> str | list[str]:
    """Return an opinion as the file holds it."""
    return list(tokens) if question.many else tokens[0]
