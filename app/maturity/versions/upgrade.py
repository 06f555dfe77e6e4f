"""The upgrade of an assessment to a newer version of the questionnaire."""

from dataclasses import dataclass, replace

from app.maturity.answers import Answer, Assessment, confirmed
from app.maturity.opinions import OpinionQuestion
from app.maturity.questionnaire import NOT_APPLICABLE, Domain, Question, Questionnaire
from app.maturity.versions.comparison import VersionComparison, compare_versions


@dataclass(frozen=True)
class UpgradePlan:
    """A planned upgrade: the assessment as it would be, and what changes in it.

    ``kept_count`` counts the answers that stay as they are. Answers ``to_review_first`` stay too, but the
    statement that was chosen is reworded; of those ``to_review`` other words of the question are. Questions
    ``to_answer`` were not applicable and must now be answered; their comment and evidence stay. ``dropped``
    holds the answers to questions that the newer version does not have in any variant.
    """

    comparison: VersionComparison
    assessment: Assessment
    kept_count: int
    to_review: tuple[Question, ...]
    to_review_first: tuple[Question, ...]
    to_answer: tuple[Question, ...]
    dropped: tuple[tuple[Question, Answer], ...]
    changed_opinions: tuple[OpinionQuestion, ...]
    dropped_targets: tuple[Domain, ...]

    @property
    def loses_data(self) -> bool:
        """Return whether an answer, an opinion or a target is dropped."""
        return bool(self.dropped or self.changed_opinions or self.dropped_targets)


def plan_upgrade(assessment: Assessment, before: Questionnaire, after: Questionnaire) -> UpgradePlan:
    """Plan the upgrade; the day of completion stays only if no answer and no result could differ."""
    changes = compare_versions(before, after, assessment)
    questions = {question.id: question for question in after.questions_in("full")}
    reworded = reworded_questions(assessment, before, after)
    new_words = {question.id for question in reworded}
    answers = {
        id: _under(answer, questions[id], reworded=id in new_words)
        for id, answer in _held(assessment)
        if id in questions
    }
    opinions = _opinions(assessment, after)
    lost = [id for id in assessment.opinions if opinions.get(id) != assessment.opinions[id]]
    letters = {domain.letter for domain in after.domains}
    to_answer = tuple(
        questions[id] for id, answer in answers.items() if answer.choice != assessment.answers[id].choice
    )
    first = {
        each.after.id
        for each in changes.reworded
        if each.changes_words_of(assessment.answer(each.before).choice)
    }
    to_review = tuple(question for question in reworded if question not in to_answer)
    return UpgradePlan(
        comparison=changes,
        assessment=replace(
            assessment,
            version=after.version,
            answers=answers,
            opinions=opinions,
            targets={letter: level for letter, level in assessment.targets.items() if letter in letters},
            completed_on=None if changes.affects_results else assessment.completed_on,
        ),
        kept_count=len(answers.keys() - {question.id for question in (*to_review, *to_answer)}),
        to_review=tuple(question for question in to_review if question.id not in first),
        to_review_first=tuple(question for question in to_review if question.id in first),
        to_answer=to_answer,
        dropped=tuple(
            (before.question(id), answer) for id, answer in _held(assessment) if id not in questions
        ),
        changed_opinions=tuple(question for question in before.opinions if question.id in lost),
        dropped_targets=tuple(
            domain for domain in changes.removed_domains if domain.letter in assessment.targets
        ),
    )


def reworded_questions(
    assessment: Assessment, before: Questionnaire, after: Questionnaire
) -> tuple[Question, ...]:
    """Return the questions of the newer version whose answers were given to another wording."""
    changes = compare_versions(before, after, assessment)
    return tuple(each.after for each in changes.reworded if not assessment.answer(each.before).is_blank)


def _held(assessment: Assessment) -> list[tuple[str, Answer]]:
    return [(id, answer) for id, answer in assessment.answers.items() if not answer.is_blank]


def _under(answer: Answer, question: Question, *, reworded: bool) -> Answer:
    if answer.choice == NOT_APPLICABLE and question.not_applicable is None:
        return confirmed(replace(answer, choice=None))
    # An answer of this round was looked at; one of the last has still to be confirmed, now by itself.
    return replace(answer, reworded=True) if answer.carried and reworded else answer


def _opinions(assessment: Assessment, after: Questionnaire) -> dict[str, tuple[str, ...]]:
    kept = {}
    for question in after.opinions:
        before = assessment.opinions.get(question.id, ())
        tokens = tuple(token for token in before if token in question.tokens)
        if tokens and not question.clash(tokens) and (question.many or len(tokens) == 1):
            kept[question.id] = tokens
    return kept
