from sqlalchemy import select

from app.storage.database.tables import InvitationRow
from app.storage.peers import invitations
from app.storage.sealing import codes
from tests.storage.stored_assessment import Store


def redeem(desk: Store, typed: str) -> bool:
    with desk.writing.begin() as connection:
        return invitations.redeem(connection, typed)


def invite(desk: Store, count: int) -> tuple[str, ...]:
    with desk.writing.begin() as connection:
        return invitations.invite(connection, count)


def test_a_token_is_good_once_however_it_is_typed(desk: Store) -> None:
    one, other = invite(desk, 2)

    assert redeem(desk, one.lower().replace("-", ""))
    assert not redeem(desk, one)
    assert redeem(desk, other)


def test_what_is_no_token_is_not_good(desk: Store) -> None:
    invite(desk, 1)

    assert not redeem(desk, "")
    assert not redeem(desk, codes.format_code(codes.new_code()))


def test_only_a_digest_of_a_token_is_kept(desk: Store) -> None:
    [token] = invite(desk, 1)
    [(kept,)] = desk.rows(select(InvitationRow.token_digest))

    assert len(kept) == 32
    assert token.replace("-", "").encode() not in kept
