"""The words for programmes: the states of their organisations and the depths of submissions."""

from app.maturity.programme.programme import State
from app.maturity.programme.submission import Depth
from app.maturity.text import N_

STATE_NAMES: dict[State, str] = {
    "not_begun": N_("Not begun"),
    "begun": N_("Begun"),
    "complete": N_("Completed"),
    "submitted": N_("Submitted"),
    "left": N_("Left"),
}
DEPTH_NAMES: dict[Depth, str] = {
    "scores": N_("Scores only"),
    "levels": N_("Scores and answers"),
}
