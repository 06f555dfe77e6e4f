"""An older version of the shipped questionnaire, made up for the sweep over every page."""

import shutil
from pathlib import Path

from app.catalogue import loader
from app.maturity.questionnaire import Questionnaire
from tests.catalogue.mutations import MAIN, Mutation

VERSION = "0.9"
_NAME = "readiness-0.9"
_GOVERNANCE, _LISTENING = "domains/governance.toml", "domains/listening.toml"
_SEEDS = (
    Mutation(
        _GOVERNANCE,
        "We have an approved social media policy, and most of our staff",
        "We have a social media policy, and some of our staff",
    ),
    Mutation(
        _GOVERNANCE,
        "Nous avons une politique de réseaux sociaux approuvée, et la plupart",
        "Nous avons une politique de réseaux sociaux, et certains",
    ),
    Mutation(_GOVERNANCE, "Est-il établi qui décide", "Est-il convenu qui décide"),
    Mutation(_GOVERNANCE, "effort = 2", "effort = 4"),
    Mutation(_GOVERNANCE, 'findings = ["importance"]\n', ""),
    Mutation(_LISTENING, "gate = false", "gate = true"),
)


def add_older_version(questionnaires: Path) -> None:
    """Put the older version beside the shipped one."""
    # Without a bank of its own it reads policies with the newest one’s, as 1.0 does.
    own = shutil.ignore_patterns("clauses", "cues")
    folder = Path(shutil.copytree(questionnaires / "readiness", questionnaires / _NAME, ignore=own))
    shipped = loader.load(folder)
    Mutation(MAIN, f'version = "{shipped.version}"', f'version = "{VERSION}"').apply(folder)
    for seed in _SEEDS:
        seed.apply(folder)
    governance = folder / _GOVERNANCE
    head, *practices = governance.read_text("utf-8").split("[[practice]]")
    del practices[3]
    more = practices[-1].replace("G6", "G7")
    governance.write_text("[[practice]]".join((head, *practices, more)), "utf-8")


def load_older_version(questionnaires: Path) -> Questionnaire:
    """Load the older version."""
    return loader.load(questionnaires / _NAME)
