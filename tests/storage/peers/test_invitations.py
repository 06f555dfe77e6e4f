from sqlalchemy import select

from app.storage.database.tables import InvitationRow
from app.storage.peers import invitations
from app.storage.sealing import codes
from tests.storage.stored_assessment import Store


def redeem(store: Store, typed: str) -> bool:
    with store.writing.begin() as connection:
        return invitations.redeem(connection, typed)


def invite(store: Store, count: int) -> tuple[str, ...]:
    with store.writing.begin() as connection:
        return invitations.invite(connection, count)


def test_a_token_works_once_in_any_spelling(store: Store) -> None:
    one, other = invite(store, 2)

    assert redeem(store, one.lower().replace("-", ""))
    assert not redeem(store, one)
    assert redeem(store, other)


def test_a_text_that_is_no_token_does_not_work(store: Store) -> None:
    invite(store, 1)

    assert not redeem(store, "")
    assert not redeem(store, codes.format_code(codes.new_code()))


def test_only_the_digest_of_a_token_is_stored(store: Store) -> None:
    [token] = invite(store, 1)
    [(digest,)] = store.rows(select(InvitationRow.token_digest))

    assert len(digest) == 32
    assert token.replace("-", "").encode() not in digest
