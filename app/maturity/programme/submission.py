"""A submission: what leaves an assessment for the coordinator of a programme, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from app.maturity.answers import Answer, Assessment, Profile
from app.maturity.questionnaire import Questionnaire
from app.maturity.rounds.round import Round, RoundAnswers

Depth = Literal["scores", "levels"]
SCORES: Depth = "scores"
LEVELS: Depth = "levels"
DEPTHS: tuple[Depth, ...] = (SCORES, LEVELS)


@dataclass(frozen=True, slots=True)
class SubmittedLevels:
    """The answers and the targets of a submission with levels.

    ``answers`` holds the choice of every question of the variant, without comment and evidence unless
    ``with_texts`` has added them; ``targets`` the level of every domain.
    """

    answers: Mapping[str, Answer]
    targets: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Submission:
    """A closed round as an organisation submits it.

    ``organisation`` is the name in its profile, empty if it has none. ``levels`` is None at the depth of
    scores. ``has_texts`` is whether comments and evidence were submitted as well. Days are days in UTC.
    """

    organisation: str
    organisation_type: str
    size_band: str
    region: str
    round: Round
    submitted_on: date
    levels: SubmittedLevels | None = None
    has_texts: bool = False

    @property
    def depth(self) -> Depth:
        """Return whether scores alone were submitted, or levels too."""
        return SCORES if self.levels is None else LEVELS

    def round_answers(self, questionnaire: Questionnaire) -> RoundAnswers | None:
        """Return the round with its answers, to compare it with another, or None without levels."""
        if self.levels is None:
            return None
        profile = Profile(
            self.organisation, self.organisation_type, self.size_band, self.region, self.round.variant
        )
        assessment = Assessment(
            self.round.questionnaire_id,
            self.round.version,
            profile,
            self.levels.answers,
            targets=self.levels.targets,
            completed_on=self.round.completed_on,
        )
        return RoundAnswers(questionnaire, assessment, self.round.scores)


def build_submission(
    summary: Round,
    assessment: Assessment,
    questionnaire: Questionnaire,
    *,
    depth: Depth,
    texts: bool,
    submitted_on: date,
) -> Submission:
    """Return what a closed round submits; raise ValueError for texts without levels.

    ``assessment`` holds the answers of that round and ``questionnaire`` is its version.
    """
    if texts and depth == SCORES:
        raise ValueError("comments and evidence are submitted with levels only")
    profile = assessment.profile
    levels = None
    if depth == LEVELS:
        asked = questionnaire.questions_in(profile.variant)
        levels = SubmittedLevels(
            {each.id: Answer(assessment.answer(each).choice) for each in asked},
            {each.letter: assessment.target(each.letter) for each in questionnaire.domains},
        )
    return Submission(
        organisation=profile.organisation,
        organisation_type=profile.organisation_type,
        size_band=profile.size_band,
        region=profile.region,
        round=summary,
        submitted_on=submitted_on,
        levels=levels,
        has_texts=texts,
    )


def submitted_texts(assessment: Assessment, questionnaire: Questionnaire) -> dict[str, Answer]:
    """Return the comments and the evidence of a round’s asked questions, without their choices."""
    asked = questionnaire.questions_in(assessment.profile.variant)
    texts = {each.id: replace(assessment.answer(each), choice=None, carried=False) for each in asked}
    return {id: replace(each, reworded=False) for id, each in texts.items() if not each.is_blank}


def with_texts(submission: Submission, texts: Mapping[str, Answer]) -> Submission:
    """Return a submission with levels whose answers have their comments and their evidence."""
    if submission.levels is None:
        raise ValueError("a submission of scores has no texts")
    answers = {
        id: replace(texts[id], choice=answer.choice) if id in texts else answer
        for id, answer in submission.levels.answers.items()
    }
    return replace(submission, levels=replace(submission.levels, answers=answers))
