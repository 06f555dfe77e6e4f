"""Two versions of the sound questionnaire: 1.0 as it lies in its folder, and 1.1, much changed.

In 1.1 the garden comes first; its hedge (G1) is worded otherwise, may be left out, is a gate. The harbour's
jetty (H2) is gone, its mole (H3) new; a kitchen (K1) is added; the fog's share and a weather are others.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path

from app.catalogue import loader
from app.maturity.questionnaire import Questionnaire
from tests.catalogue.mutations import GARDEN, HARBOUR, MAIN, OPINIONS, QUESTIONNAIRES, SURVEY, Mutation

FIRST_VERSION, SECOND_VERSION = "sound", "sound-1.1"

_SEEDS = (
    Mutation(MAIN, 'version = "1.0"', 'version = "1.1"'),
    Mutation(MAIN, '["harbour", "garden"]', '["garden", "harbour", "kitchen"]'),
    Mutation(MAIN, '["H1", "G1"]', '["H1", "G1", "K1"]'),
    Mutation(GARDEN, "Most of us keep the hedge.", "Most of us cut the hedge."),
    Mutation(GARDEN, "La plupart entretiennent la haie.", "La plupart taillent la haie."),
    Mutation(
        GARDEN,
        "gate = false",
        'gate = true\nnot_applicable.en = "No hedge."\nnot_applicable.fr = "Sans haie."',
    ),
    Mutation(SURVEY, "share = 33", "share = 40"),
    Mutation(OPINIONS, 'token = "fine"', 'token = "fair_enough"'),
    Mutation(OPINIONS, '"fair", "fine"', '"fair", "fair_enough"'),
)


def lay_out(folder: Path, *names: str) -> Path:
    """Put one version, or both, into a folder of questionnaires."""
    for name in names:
        made = Path(shutil.copytree(QUESTIONNAIRES / FIRST_VERSION, folder / name))
        if name == SECOND_VERSION:
            _renew(made)
    return folder


def load_second_version(folder: Path) -> Questionnaire:
    """Load version 1.1, laid out in a folder."""
    return loader.load(lay_out(folder, SECOND_VERSION) / SECOND_VERSION)


def apply_mutations(folder: Path, seeds: Iterable[Mutation]) -> None:
    """Change the files of a version."""
    for seed in seeds:
        seed.apply(folder)


def _renew(folder: Path) -> None:
    apply_mutations(folder, _SEEDS)
    harbour, garden = folder / HARBOUR, (folder / GARDEN).read_text("utf-8")
    kept, _, jetty = harbour.read_text("utf-8").rpartition("[[practice]]")
    mole = (
        jetty.replace("H2", "H3").replace("jetty", "mole").replace("Jetty", "Mole").replace("Jetée", "Môle")
    )
    harbour.write_text(f"{kept}[[practice]]{mole}", "utf-8")
    kitchen = garden.replace("cut the hedge", "tend the stove").replace(
        "taillent la haie", "veillent au poêle"
    )
    for old, new in (
        ("G1", "K1"),
        ("hedge", "stove"),
        ("Hedge", "Stove"),
        ("haie", "poêle"),
        ("Haie", "Poêle"),
    ):
        kitchen = kitchen.replace(old, new)
    kitchen = (
        kitchen.replace('"G"', '"K"', 1).replace('"Garden"', '"Kitchen"').replace('"Jardin"', '"Cuisine"')
    )
    (folder / "domains" / "kitchen.toml").write_text(kitchen.replace("gate = true", "gate = false"), "utf-8")
