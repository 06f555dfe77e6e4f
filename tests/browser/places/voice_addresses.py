"""The pages of independent answers, the owner’s and those of colleagues, in every state."""

from tests.browser.places.page_state import PageState
from tests.browser.voices.cast import UNOPENED

_LONG = "x" * 2001

OF_VOICES = (
    PageState("own-link", "", link="voice-link"),
    PageState("own-link-404", "/v/{language}/nothing", 404),
    PageState("voices", "voices", whose="voices"),
    PageState("voices-none", "voices", whose="begun"),
    PageState("voices-closed", "voices", whose="voices-closed"),
    PageState("voices-422", "voices", 422, (("action", "explode"),), "voices-closed"),
    PageState("voices-round", "voices", whose="voices-round"),
    PageState("voice-invite", "voices/new", whose="voices"),
    PageState("voice-invite-closed", "voices/new", whose="voices-round"),
    PageState(
        "voice-invite-422",
        "voices/new",
        422,
        (("role", "other"), ("name", "x" * 61), ("extent", "all"), ("domains", "G")),
        "voices",
    ),
    PageState("voice-made", "voices/new", 200, (("role", "finance"), ("extent", "all")), "begun"),
    PageState("voice-withdraw", f"voices/withdraw/{UNOPENED}", whose="voices"),
    PageState("voice-withdraw-422", f"voices/withdraw/{UNOPENED}", 422, (), "voices"),
    PageState("disagreement", "voices/disagreement", whose="voices"),
    PageState("disagreement-closed", "voices/disagreement", whose="voices-closed"),
    PageState("disagreement-round", "rounds/1/voices", whose="voices-round"),
    PageState("settle", "voices/disagreement/A1", whose="voices"),
    PageState(
        "settle-422", "voices/disagreement/A1", 422, (("A1-comment", _LONG), ("action", "back")), "voices"
    ),
    PageState(
        "settle-409",
        "voices/disagreement/A1",
        409,
        (("version", "0"), ("A1", "4"), ("A1-comment", "Ours"), ("action", "back")),
        "voices",
    ),
    PageState("check-voices", "check", whose="voices"),
    PageState("own-voice", "voice", whose="voice"),
    PageState("own-voice-A", "voice/A", whose="voice"),
    PageState("own-voice-422", "voice/A", 422, (("A2-comment", _LONG), ("action", "save")), "voice"),
    PageState("own-voice-422-blanks", "voice/V", 422, (("action", "continue"),), "voice"),
    PageState(
        "own-voice-409",
        "voice/A",
        409,
        (("version", "0"), ("A1", "0"), ("A1-comment", "Ours"), ("action", "save")),
        "voice",
    ),
    PageState("own-check", "voice/check", whose="voice"),
    PageState("own-check-422", "voice/check", 422, (("action", "explode"),), "voice"),
    PageState("own-finished", "voice", whose="voice-finished"),
    PageState("own-check-finished", "voice/check", whose="voice-finished"),
    PageState("own-closed", "voice", whose="voice-closed"),
    PageState("own-check-closed", "voice/check", whose="voice-closed"),
)
