"""Invitations, where contributing needs one: tokens that work once, stored as digests."""

from sqlalchemy import Connection, bindparam, delete, insert

from app.storage.database.tables import InvitationRow
from app.storage.sealing import codes, vault

_USE = delete(InvitationRow).where(InvitationRow.token_digest == bindparam("digest"))


def invite(connection: Connection, count: int) -> tuple[str, ...]:
    """Return new tokens in groups of four characters; only their digests are stored."""
    tokens = [codes.new_code() for _ in range(count)]
    connection.execute(insert(InvitationRow), [{"token_digest": _digest(token)} for token in tokens])
    return tuple(codes.format_code(token) for token in tokens)


def redeem(connection: Connection, typed: str) -> bool:
    """Use up a typed token, and return whether it was valid."""
    token = codes.normalise(typed)
    return token is not None and connection.execute(_USE, {"digest": _digest(token)}).rowcount == 1


def _digest(token: str) -> bytes:
    return vault.derive(token.encode(), None, b"muster invitation")
