"""What a draft policy or an amendment sheet is made from: clauses, languages, and what was typed."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from app.maturity.clean_text import clean_title
from app.maturity.policy.clause import Clause, Placeholder
from app.maturity.questionnaire import Domain, Questionnaire
from app.maturity.text import Language, Text
from app.report.policy.bracketed_text import BracketedText
from app.report.policy.sides import DraftSide, DraftSides
from app.translations.wording import Wording

# The placeholder whose words stand in the title too.
_ORGANISATION = "organisation"


def choose_clauses(
    questionnaire: Questionnaire, practices: Collection[str] | None = None
) -> tuple[Clause, ...]:
    """Return the clauses of some practices, or of all of them, in the order of the questionnaire."""
    bank = questionnaire.policy.clauses
    return tuple(
        clause
        for question in questionnaire.questions_in("full")
        if practices is None or question.id in practices
        for clause in bank.get(question.id, ())
    )


@dataclass(frozen=True)
class DraftContent:
    """The clauses of a document, its languages, the first one leading, and what was typed.

    ``filled`` holds the typed words by language and by the id of their placeholder. What is not typed stays
    in brackets.
    """

    clauses: tuple[Clause, ...]
    wordings: tuple[Wording, ...]
    filled: Mapping[Language, Mapping[str, str]] = field(default_factory=dict, repr=False)

    @property
    def questionnaire(self) -> Questionnaire:
        """Return the questionnaire of the clauses."""
        return self.wordings[0].questionnaire

    @property
    def languages(self) -> tuple[Language, ...]:
        """Return the languages, the leading one first."""
        return tuple(wording.language for wording in self.wordings)

    @property
    def organisation(self) -> str:
        """Return the name of the organisation, or an empty text."""
        return clean_title(self.filled.get(self.languages[0], {}).get(_ORGANISATION, ""))

    @cached_property
    def sides(self) -> DraftSides:
        """Return the languages with their texts."""
        return DraftSides(tuple(map(self._side, self.wordings)))

    def _side(self, wording: Wording) -> DraftSide:
        placeholders = self.questionnaire.policy.placeholders
        filled = self.filled.get(wording.language, {})
        return DraftSide(wording, BracketedText(wording.language, placeholders, filled))

    @property
    def parts(self) -> Iterator[tuple[Domain, tuple[Clause, ...]]]:
        """Yield each domain that has clauses, with them."""
        find = self.questionnaire.question
        for letter, clauses in groupby(self.clauses, lambda clause: find(clause.practice).domain_letter):
            yield self.questionnaire.domain(letter), tuple(clauses)

    @property
    def texts(self) -> tuple[Text, ...]:
        """Return the paragraphs of all clauses."""
        return tuple(text for clause in self.clauses for text in clause.paragraphs)

    @property
    def open_placeholders(self) -> tuple[Placeholder, ...]:
        """Return the placeholders that are in brackets in any language, in the order of the text."""
        found = (
            side.brackets.open_placeholders(text.in_(side.wording.language) for text in self.texts)
            for side in self.sides.sides
        )
        return tuple(dict.fromkeys(placeholder for each in found for placeholder in each))

    @property
    def has_proposals(self) -> bool:
        """Return whether brackets hold a number or an example that may be changed."""
        first = self.sides.first
        return first.brackets.has_proposals(text.in_(first.wording.language) for text in self.texts)
