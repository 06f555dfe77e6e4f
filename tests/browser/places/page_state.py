"""A page of the site in one state."""

from dataclasses import dataclass

Typed = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PageState:
    """A page, under a language; ``typed`` is sent with the page's form, in place of what the form holds.

    ``whose`` names the assessment of the cast whose page it is, ``programme`` the programme, ``link`` the
    pulse that colleagues answer;
    ``form`` ends the form's address; ``forgotten`` says that the browser lost its cookie before sending.
    """

    name: str
    path: str
    status: int = 200
    typed: Typed | None = None
    whose: str = ""
    form: str = ""
    file: bytes | None = None
    link: str = ""
    forgotten: bool = False
    programme: str = ""
