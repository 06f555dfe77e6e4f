"""What somebody who can write to the database cannot do to links, nor a contributor who can read it."""

from datetime import date

import pytest
from sqlalchemy import delete, insert, select, update

from app.storage.database.tables import DocumentKeyRow, DocumentRow, LinkRow
from app.storage.sealing import codes, vault
from app.storage.sealing.errors import TamperedError
from app.storage.sealing.roles import CONTRIBUTOR, OWNER, VIEWER, Grant
from app.storage.sealing.vault import DocumentAddress
from tests.storage.stored_assessment import SavedAssessment, Store


def test_the_keys_that_a_contributor_can_unwrap_open_its_domains_and_no_other_bytes(
    store: Store, saved: SavedAssessment
) -> None:
    contributor = saved.shares(CONTRIBUTOR, "CE")
    saved.shares(VIEWER)
    saved.shares(CONTRIBUTOR, "G")
    with store.reading.connect() as connection:
        key = contributor.key(connection)
    documents = store.rows(
        select(DocumentRow.name, DocumentRow.version, DocumentRow.schema, DocumentRow.sealed)
    )
    links = store.rows(select(LinkRow.id, LinkRow.role, LinkRow.domains, LinkRow.scores))
    names_by_key: dict[bytes, str] = {}
    # Every wrapped key there is, as if it had been wrapped to any link for any document.
    for (wrapped,) in store.rows(select(DocumentKeyRow.wrapped)):
        for name, *_ in documents:
            for id, role, domains, scores in links:
                try:
                    opened = vault.unwrap(
                        wrapped, key.private_key, name, Grant(saved.id, id, role, domains, scores)
                    )
                except TamperedError:
                    continue
                names_by_key[opened] = name

    readable = set()
    for document_key in names_by_key:
        for name, version, schema, sealed in documents:
            try:
                vault.unseal(sealed, document_key, DocumentAddress(saved.id, name, version, schema))
            except TamperedError:
                continue
            readable.add(name)

    assert set(names_by_key.values()) == readable
    assert readable == {"outline", "C", "E", f"history-{key.link_id}"}


@pytest.mark.parametrize(
    "altered",
    [
        {"public_key": bytes(32)},
        {"role": OWNER},
        {"domains": "GCE"},
        {"scores": True},
        {"revoked_on": date(2026, 11, 2)},
    ],
    ids=lambda values: next(iter(values)),
)
def test_a_link_altered_in_the_table_is_noticed_before_anything_is_wrapped_to_it(
    store: Store, saved: SavedAssessment, altered: dict[str, object]
) -> None:
    contributor = saved.shares(CONTRIBUTOR, "C")
    store.run(update(LinkRow).where(LinkRow.id == contributor.link_id).values(altered))

    with pytest.raises(TamperedError, match="link"):
        saved.links()
    with pytest.raises(TamperedError, match="link"):
        saved.shares(VIEWER)


def test_a_link_removed_or_inserted_is_noticed(store: Store, saved: SavedAssessment) -> None:
    viewer = saved.shares(VIEWER)
    row = {"id": codes.new_id(), "assessment_id": saved.id, "role": VIEWER, "domains": "", "scores": False}
    store.run(insert(LinkRow).values(**row, lookup=b"x" * 32, public_key=bytes(32), pepper_name="p"))

    with pytest.raises(TamperedError, match="link"):
        saved.links()

    store.run(delete(LinkRow).where(LinkRow.id.in_([row["id"], viewer.link_id])))
    with pytest.raises(TamperedError, match="link"):
        saved.links()


def test_a_contributor_that_gives_itself_another_domain_in_the_table_opens_nothing(
    store: Store, saved: SavedAssessment
) -> None:
    contributor = saved.shares(CONTRIBUTOR, "C")
    store.run(update(LinkRow).where(LinkRow.id == contributor.link_id).values(domains="CG"))

    for letter in "CG":
        with pytest.raises(TamperedError):
            contributor.page(letter)


@pytest.mark.parametrize("name", ["links", "outline", "history-"])
def test_a_removed_document_of_the_sharing_is_named(store: Store, saved: SavedAssessment, name: str) -> None:
    contributor = saved.shares(CONTRIBUTOR, "C")
    full = f"{name}{contributor.link_id}" if name == "history-" else name
    store.run(delete(DocumentRow).where(DocumentRow.name == full))

    holder = contributor if name == "outline" else saved
    with pytest.raises(TamperedError, match=f"“{full}”"):
        holder.load() if name == "outline" else holder.links()
