"""Invitations to contribute, where only who is invited may: tokens that are used once, kept as digests."""

from sqlalchemy import Connection, bindparam, delete, insert

from app.storage.database.tables import InvitationRow
from app.storage.sealing import codes, vault

_USE = delete(InvitationRow).where(InvitationRow.token_digest == bindparam("digest"))


def invite(connection: Connection, count: int) -> tuple[str, ...]:
    """Make tokens, as people see them; they are shown this once."""
    tokens = [codes.new_code() for _ in range(count)]
    connection.execute(insert(InvitationRow), [{"token_digest": _digest(token)} for token in tokens])
    return tuple(codes.format_code(token) for token in tokens)


def redeem(connection: Connection, typed: str) -> bool:
    """Use a token up, however it was typed; False if it is none, or was used before."""
    token = codes.normalise(typed)
    return token is not None and connection.execute(_USE, {"digest": _digest(token)}).rowcount == 1


def _digest(token: str) -> bytes:
    return vault.derive(token.encode(), None, b"muster invitation")
