import pytest
from sqlalchemy import Executable, delete, select, update

from app.storage.database.tables import ContributionRow, DocumentRow
from app.storage.peers import receipts
from app.storage.sealing import codes
from app.storage.sealing.documents import RECEIPT
from app.storage.sealing.errors import TamperedError
from tests.database_files import read_files
from tests.maturity.peers.build import a_contribution
from tests.storage.peers.stored_contributions import contribute
from tests.storage.stored_assessment import SavedAssessment

OWN = DocumentRow.name == RECEIPT


def read_receipt(saved: SavedAssessment) -> str:
    with saved.store.reading.connect() as connection:
        return receipts.read_receipt(connection, saved.key(connection))


def test_an_assessment_has_a_receipt_of_260_random_bits_from_the_start(saved: SavedAssessment) -> None:
    other = saved.store.create(saved.load().assessment)
    one, another = read_receipt(saved), read_receipt(other)

    assert len(one) == 52
    assert set(one) <= set(codes.ALPHABET)
    assert one != another


def test_a_receipt_may_be_typed_in_any_spelling(saved: SavedAssessment) -> None:
    receipt = read_receipt(saved)

    assert receipts.normalise(codes.format_code(receipt).lower().replace("-", " ")) == receipt
    assert receipts.normalise(receipt[:-1]) is None
    assert receipts.normalise(codes.new_code()) is None


@pytest.mark.sqlite
def test_the_receipt_is_in_no_byte_of_the_files(saved: SavedAssessment) -> None:
    contribute(saved, a_contribution(33))
    receipt = read_receipt(saved)

    for content in read_files(saved.store.engine).values():
        assert receipt.encode() not in content


def test_a_contribution_is_stored_under_the_digest_of_its_receipt(saved: SavedAssessment) -> None:
    contribute(saved, a_contribution(33))
    receipt = read_receipt(saved)

    assert saved.store.rows(select(ContributionRow.receipt_digest)) == [(receipts.digest(receipt),)]


@pytest.mark.parametrize(
    "tampering",
    [update(DocumentRow).where(OWN).values(sealed=b"another"), delete(DocumentRow).where(OWN)],
    ids=["altered", "deleted"],
)
def test_a_receipt_that_was_tampered_with_is_not_replaced(
    saved: SavedAssessment, tampering: Executable
) -> None:
    saved.store.run(tampering)

    with pytest.raises(TamperedError):
        contribute(saved, a_contribution(33))
