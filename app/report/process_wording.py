"""The wording of a questionnaire, set once in a process before the first scorecard draws a part of it."""

from collections.abc import Iterator

from app.report.policy import clause_chapter
from app.report.sections import answers, recommendations, sources
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.text.style import WIDTH

# The id and version of a questionnaire, and a language.
_SET: set[tuple[str, str, str]] = set()


def set_all_wording(wording: Wording) -> None:
    """Set what the sections show of every practice for every answer, once for a questionnaire and language.

    Otherwise the wording kept after the first scorecard would be that of its answers, in their order.
    """
    questionnaire = wording.questionnaire
    key = questionnaire.id, questionnaire.version, wording.language
    if key in _SET:
        return
    for block in _blocks(wording):
        block.height(WIDTH)
    _SET.add(key)


def _blocks(wording: Wording) -> Iterator[Block]:
    for domain in wording.questionnaire.domains:
        for question in domain.questions:
            yield from answers.possible_answers(question, wording)
            yield from recommendations.possible_recommendations(question, wording)
            yield from clause_chapter.possible_clauses(question, wording)
    yield from sources.guidance_entries(wording.questionnaire.guidance, wording)
