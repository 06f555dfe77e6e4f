"""The form of the opinion questions, one or several answers each."""

from collections.abc import Mapping

from app.maturity.opinions import OpinionQuestion
from app.translations.wording_cache import wording_cache
from app.web.forms.base import VersionedForm
from app.web.forms.opinion_fields import opinion_fields


class OpinionForm(VersionedForm):
    """The fields of the opinion page; a subclass made from its questions adds them."""

    questions: tuple[OpinionQuestion, ...] = ()

    def opinions(self, stored: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        """Return the valid answers by question, and the stored ones where the sent one is not valid."""
        return {
            q.id: stored.get(q.id, ())
            if self[q.id].errors
            else tuple(token for token in q.tokens if token in (self[q.id].raw_data or ()))
            for q in self.questions
        }

    @property
    def sent_opinions(self) -> dict[str, tuple[str, ...]]:
        """Return the answers as they were sent, valid or not."""
        return {question.id: tuple(self[question.id].raw_data or ()) for question in self.questions}


@wording_cache
def opinion_form(questions: tuple[OpinionQuestion, ...]) -> type[OpinionForm]:
    """Build the form class of the opinion questions, once."""
    return type("OpinionForm", (OpinionForm,), {"questions": questions, **opinion_fields(questions)})
