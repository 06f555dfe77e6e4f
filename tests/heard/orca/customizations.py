"""Orca runs this when it starts: it speaks into a file, and says which language it found for each voice."""

from typing import Any

from orca import settings  # Debian's own Python has it
from orca.speech_generator import SpeechGenerator

settings.speechServerFactory = "written_speech"
settings.speechFactoryModules = ["written_speech"]
# As a reader who has heard enough of the keys pressed.
settings.enableKeyEcho = False
settings.sayAllOnLoad = False

_voice = SpeechGenerator.voice


def _voice_with_language(self: Any, key: Any = None, **args: Any) -> Any:
    found = _voice(self, key, **args)
    if args.get("language"):
        dict.__setitem__(found[0], "found-language", args["language"])
    return found


SpeechGenerator.voice = _voice_with_language
