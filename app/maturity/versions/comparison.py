"""The differences between two versions of the questionnaire that concern one assessment."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.maturity.answers import Assessment
from app.maturity.opinions import OpinionQuestion
from app.maturity.questionnaire import NOT_APPLICABLE, Domain, Question, Questionnaire
from app.maturity.survey import Finding
from app.maturity.text import Text

# The texts that a person reads before choosing, beside the level statements.
_READ = ("name", "text", "help", "not_applicable")
_ADVISED = ("evidence", "actions", "why", "owner", "guidance")


@dataclass(frozen=True, slots=True)
class TextChange:
    """A text that differs; ``part`` is the field of the question, or for example ``level 2``."""

    part: str
    before: Text | None
    after: Text | None


@dataclass(frozen=True, slots=True)
class QuestionPair:
    """A question as it is in both versions."""

    before: Question
    after: Question

    @property
    def text_changes(self) -> tuple[TextChange, ...]:
        """Return the texts read before choosing that differ in any language."""
        fields = (TextChange(part, getattr(self.before, part), getattr(self.after, part)) for part in _READ)
        levels = zip(self.before.levels, self.after.levels, strict=True)
        statements = (TextChange(f"level {number}", *pair) for number, pair in enumerate(levels))
        return tuple(each for each in (*fields, *statements) if each.before != each.after)

    def changes_words_of(self, choice: str | None) -> bool:
        """Return whether the statement that a choice stands for differs: a level’s, or “Not applicable”."""
        part = choice if choice == NOT_APPLICABLE else f"level {choice}"
        return any(each.part == part for each in self.text_changes)


@dataclass(frozen=True)
class VersionComparison:
    """The changes from one version of the questionnaire to another.

    ``added`` and ``removed`` are the questions that the assessment's variant asks only in the new version, or
    only in the old one. The pairs are questions of both versions that are asked or answered: ``reworded`` in
    the texts read before choosing, or changed in gate, findings, effort or advice. ``share_changes`` holds
    the findings whose share differs, before and after, with None for an absent one.
    """

    before: Questionnaire
    after: Questionnaire
    added: tuple[Question, ...]
    removed: tuple[Question, ...]
    reworded: tuple[QuestionPair, ...]
    gate_changed: tuple[QuestionPair, ...]
    findings_changed: tuple[QuestionPair, ...]
    effort_changed: tuple[QuestionPair, ...]
    advice_changed: tuple[QuestionPair, ...]
    added_domains: tuple[Domain, ...]
    removed_domains: tuple[Domain, ...]
    renamed_domains: tuple[tuple[Domain, Domain], ...]
    share_changes: tuple[tuple[Finding | None, Finding | None], ...]
    changed_opinions: tuple[OpinionQuestion, ...]

    @property
    def affects_results(self) -> bool:
        """Return whether an answer or a result could differ."""
        questions = (self.added, self.removed, self.reworded, self.added_domains, self.removed_domains)
        return any(
            (*questions, self.gate_changed, self.findings_changed, self.effort_changed, self.share_changes)
        )

    @property
    def reworded_by_domain(self) -> tuple[tuple[Domain, tuple[QuestionPair, ...]], ...]:
        """Return the reworded questions under their domains of the newer version; no domain is empty."""
        grouped = (
            (domain, tuple(each for each in self.reworded if each.after.domain_letter == domain.letter))
            for domain in self.after.domains
        )
        return tuple((domain, pairs) for domain, pairs in grouped if pairs)

    @property
    def shared_texts_differ(self) -> bool:
        """Return whether the texts common to all questions differ: levels, answering rule and glossary."""
        old, new = self.before, self.after
        return (old.levels, old.level_meanings, old.answering_rule, old.glossary) != (
            new.levels,
            new.level_meanings,
            new.answering_rule,
            new.glossary,
        )


def compare_versions(
    before: Questionnaire, after: Questionnaire, assessment: Assessment
) -> VersionComparison:
    """Return the differences that concern an assessment, in the order of the newer version."""
    variant = assessment.profile.variant
    old, new = ({q.id: q for q in each.questions_in(variant)} for each in (before, after))
    concerned = old.keys() | new.keys() | assessment.answers.keys()
    earlier = {question.id: question for question in before.questions_in("full")}
    both = [
        QuestionPair(earlier[question.id], question)
        for question in after.questions_in("full")
        if question.id in earlier and question.id in concerned
    ]
    letters = {domain.letter: domain for domain in before.domains}
    return VersionComparison(
        before=before,
        after=after,
        added=tuple(question for id, question in new.items() if id not in old),
        removed=tuple(question for id, question in old.items() if id not in new),
        reworded=tuple(each for each in both if each.text_changes),
        gate_changed=_differing(both, "gate"),
        findings_changed=_differing(both, "findings"),
        effort_changed=_differing(both, "effort"),
        advice_changed=_differing(both, *_ADVISED),
        added_domains=tuple(each for each in after.domains if each.letter not in letters),
        removed_domains=_removed_domains(before, after),
        renamed_domains=tuple(
            (letters[each.letter], each)
            for each in after.domains
            if each.letter in letters and each.name != letters[each.letter].name
        ),
        share_changes=tuple(_shares(before, after)),
        changed_opinions=tuple(_opinions(before, after)),
    )


def _differing(both: Iterable[QuestionPair], *fields: str) -> tuple[QuestionPair, ...]:
    return tuple(
        each for each in both if any(getattr(each.before, f) != getattr(each.after, f) for f in fields)
    )


def _removed_domains(before: Questionnaire, after: Questionnaire) -> tuple[Domain, ...]:
    kept = {domain.letter for domain in after.domains}
    return tuple(domain for domain in before.domains if domain.letter not in kept)


def _shares(before: Questionnaire, after: Questionnaire) -> Iterator[tuple[Finding | None, Finding | None]]:
    old, new = ({each.name: each for each in version.survey.findings} for version in (before, after))
    for name in {**new, **old}:
        pair = old.get(name), new.get(name)
        if pair[0] is None or pair[1] is None or pair[0].share != pair[1].share:
            yield pair


def _opinions(before: Questionnaire, after: Questionnaire) -> Iterator[OpinionQuestion]:
    """Yield the opinion questions that are added, changed or removed."""
    old = {each.id: each for each in before.opinions}
    for each in after.opinions:
        if each.id not in old or _opinion_content(each) != _opinion_content(old[each.id]):
            yield each
    kept = {each.id for each in after.opinions}
    yield from (each for each in before.opinions if each.id not in kept)


def _opinion_content(opinion: OpinionQuestion) -> tuple[object, ...]:
    return opinion.text, opinion.help, opinion.many, tuple((o.token, o.label) for o in opinion.options)
