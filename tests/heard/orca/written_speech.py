"""A speech server for Orca that writes what it is given to say, a line of JSON for each utterance."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gi.repository import GLib
from orca import speechserver
from orca.acss import ACSS


class SpeechServer(speechserver.SpeechServer):  # type: ignore[misc]  # Orca has no types
    """Says nothing aloud, and everything in time."""

    _only: "SpeechServer | None" = None

    def __init__(self) -> None:
        super().__init__()
        self._file = Path(os.environ["HEARD_FILE"])
        self._passage = 0

    @staticmethod
    def getFactoryName() -> str:
        return "written speech"

    @staticmethod
    def getSpeechServers() -> list["SpeechServer"]:
        return [SpeechServer.getSpeechServer()]

    @classmethod
    def getSpeechServer(cls, info: object = None) -> "SpeechServer":
        cls._only = cls._only or cls()
        return cls._only

    @staticmethod
    def shutdownActiveServers() -> None:
        SpeechServer._only = None

    def getInfo(self) -> list[str]:
        return ["written speech", "default"]

    def getVoiceFamilies(self) -> list[speechserver.VoiceFamily]:
        return []

    def speak(self, text: str | None = None, acss: Any = None, interrupt: bool = True) -> None:
        self._write("said", text, acss)

    def speakCharacter(self, character: str, acss: Any = None) -> None:
        self._write("said", character, acss)

    def speakKeyEvent(self, event: Any, acss: Any = None) -> None:
        self._write("key", event.getKeyName(), acss)

    def sayAll(self, utterances: Iterator[Any], progress: Any) -> None:
        self._passage += 1
        GLib.idle_add(self._say_next, iter(utterances), progress, self._passage)

    def stop(self) -> None:
        self._passage += 1

    def reset(self, text: object = None, acss: object = None) -> None:
        pass

    def _say_next(self, utterances: Iterator[Any], progress: Any, passage: int) -> bool:
        if passage != self._passage:
            self._write("stopped", "", None)
            return False
        try:
            context, acss = next(utterances)
        except StopIteration:
            self._write("end", "", None)
            return False
        except Exception as error:
            self._write("broken", repr(error), None)
            raise
        self._write("read", context.utterance, acss)
        context.currentOffset = context.endOffset
        progress(context.copy(), speechserver.SayAllContext.COMPLETED)
        return True

    def _write(self, kind: str, text: str | None, acss: Any) -> None:
        if isinstance(text, ACSS):
            return
        voice = acss or {}
        family = voice.get(ACSS.FAMILY) or {}
        line = {
            "kind": kind,
            "text": text or "",
            "language": voice.get("found-language"),
            "voice": family.get("lang"),
        }
        # Closed after each line, because the trial reads the file meanwhile.
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
