"""Create, list and withdraw the links of an assessment, as its owner."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, bindparam, insert, select, update

from app.storage.database.tables import LinkRow
from app.storage.sealing import (
    codes,
    documents,
    history,
    key_wrapping,
    link_list,
    recorded_change,
    sealed_documents,
)
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import COMPLETION, LINKS, PROFILE, levels_document
from app.storage.sealing.errors import ForbiddenError, TamperedError
from app.storage.sealing.history import History
from app.storage.sealing.link_list import Link
from app.storage.sealing.repeated_levels import write_levels
from app.storage.sealing.roles import RESULTS_VIEWER, VOICE, Recipient
from app.storage.sealing.sealed_documents import OpenDocument
from app.storage.sealing.vault import Vault

# With the withdrawn ones, whose names are still needed for the history, and without voices.
MAX_LINKS = 100

_ROWS = select(
    LinkRow.id, LinkRow.role, LinkRow.domains, LinkRow.scores, LinkRow.public_key, LinkRow.revoked_on
).where(LinkRow.assessment_id == bindparam("assessment"))


class TooManyLinksError(Exception):
    """The assessment has as many links, with the withdrawn ones, as it can have."""


@dataclass(frozen=True, slots=True)
class LinkWithHistory:
    """A link and its history."""

    link: Link
    history: History


@dataclass(frozen=True, slots=True)
class AddedWithLink:
    """What is stored with a new link beside its history, and how the maker’s history names the change.

    ``recorded`` is the name of the change, and its detail.
    """

    contents: Mapping[str, bytes]
    recorded: tuple[str, str]


def contributors_by_domain(connection: Connection, key: AccessKey) -> dict[str, tuple[str, ...]]:
    """Return the names of the active links that may answer each domain, by its letter."""
    content = sealed_documents.open_one(connection, key, LINKS).content
    names: dict[str, tuple[str, ...]] = {}
    for link in link_list.read(content):
        if link.revoked_on is None and link.role != VOICE:
            for letter in link.domains:
                names[letter] = (*names.get(letter, ()), link.name)
    return names


def list_links(connection: Connection, key: AccessKey) -> tuple[LinkWithHistory, ...]:
    """Return all links of the assessment but voices, in the order in which they were made.

    Raises ForbiddenError, and TamperedError if the table differs from the sealed list.
    """
    if not key.grant.may_read(LINKS):
        raise ForbiddenError(LINKS)
    opened = sealed_documents.open_all(connection, key)
    if LINKS not in opened:
        raise sealed_documents.missing_document_error(connection, key, LINKS)
    return _without_voices(_verified_links(connection, key, opened))


def active_recipients(connection: Connection, key: AccessKey) -> tuple[Recipient, ...]:
    """Lock the assessment, and return its active links with their public keys."""
    return _recipients(key, _lock_and_open(connection, key)[1])


def create_link(
    connection: Connection,
    vault: Vault,
    key: AccessKey,
    link: Link,
    organisation: str = "",
    added: AddedWithLink | None = None,
) -> str:
    """Store a link, whose id is a ``codes.new_id``, and return its code, which is stored nowhere.

    ``organisation`` is the name that the link’s page shows before it is opened. Raises TooManyLinksError.
    """
    opened, shared = _lock_and_open(connection, key)
    if link.role != VOICE and len(_without_voices(shared)) >= MAX_LINKS:
        raise TooManyLinksError
    code = codes.new_code()
    credential = vault.newest_credential(code)
    newcomer = Recipient(
        link.grant(key.assessment_id), credential.private_key().public_key().public_bytes_raw()
    )
    row = {"id": link.id, "assessment_id": key.assessment_id, "role": link.role, "domains": link.domains}
    derived = {
        "lookup": credential.lookup,
        "public_key": newcomer.public_key,
        "pepper_name": credential.pepper_name,
    }
    connection.execute(insert(LinkRow), {**row, "scores": link.scores, **derived})
    key_wrapping.wrap_for_link(connection, opened.values(), newcomer)
    own = history.write(History(newcomer.public_key, organisation=organisation))
    contents = {newcomer.grant.history_document: own, **(added.contents if added else {})}
    if link.role == RESULTS_VIEWER:
        contents |= {name: content for name, content in _levels(opened).items() if name not in opened}
    key_wrapping.add(connection, contents, [*_recipients(key, shared), newcomer])
    links = link_list.write((*(each.link for each in shared), link))
    recorded = added.recorded if added else (LINKS, link.id)
    recorded_change.save_links(
        connection, key, (opened[LINKS], opened[key.grant.history_document]), links, recorded
    )
    return codes.format_code(code)


def revoke_link(connection: Connection, key: AccessKey, link_id: str) -> None:
    """Withdraw another link at once; raise ForbiddenError if it is the own link, or unknown.

    What it could read is sealed under new keys for the remaining links, without their codes. A complete
    assessment stays complete.
    """
    opened, shared = _lock_and_open(connection, key)
    link = next((each.link for each in shared if each.link.id == link_id), None)
    if link is None or link.role == VOICE or link_id == key.link_id:
        raise ForbiddenError(link_id)
    if link.revoked_on is not None:
        return
    today = key.today
    remaining = tuple(
        replace(each, link=replace(each.link, revoked_on=today)) if each.link.id == link_id else each
        for each in shared
    )
    grant = link.grant(key.assessment_id)
    contents = {each.name: each.content for each in opened.values() if grant.may_read(each.name)}
    own = key.grant.history_document
    # A domain’s next version is repeated beside its levels.
    contents |= {
        name: content for name, content in _levels(opened, frozenset(contents)).items() if name in opened
    }
    contents |= {
        LINKS: link_list.write(tuple(each.link for each in remaining)),
        own: history.append(opened[own].content, key.unlocked_at, LINKS, (link_id,)),
        COMPLETION: _still_complete(opened, frozenset(contents)),
    }
    key_wrapping.rekey(
        connection, {opened[name]: content for name, content in contents.items()}, _recipients(key, remaining)
    )
    connection.execute(update(LinkRow).where(LinkRow.id == link_id).values(revoked_on=today))


def _levels(opened: dict[str, OpenDocument], rekeyed: frozenset[str] = frozenset()) -> dict[str, bytes]:
    """Return the levels of every domain, with the version that it has or is about to get."""
    letters = documents.read_profile(opened[PROFILE].content).domains
    return {
        levels_document(letter): write_levels(
            opened[letter].content, opened[letter].version + (letter in rekeyed)
        )
        for letter in letters
    }


def _still_complete(opened: dict[str, OpenDocument], rekeyed: frozenset[str]) -> bytes:
    """Return the completion with the versions that the re-keyed domains are about to get."""
    content = opened[COMPLETION].content
    completion = documents.read_completion(content)
    if completion is None:
        return content
    versions = {
        letter: version + 1 if letter in rekeyed and version == opened[letter].version else version
        for letter, version in completion.versions.items()
    }
    return documents.write_completion(replace(completion, versions=versions))


def _lock_and_open(
    connection: Connection, key: AccessKey
) -> tuple[dict[str, OpenDocument], tuple[LinkWithHistory, ...]]:
    recorded_change.lock_and_open(connection, key, LINKS)
    opened = sealed_documents.open_all(connection, key)
    return opened, _verified_links(connection, key, opened)


def _verified_links(
    connection: Connection, key: AccessKey, opened: dict[str, OpenDocument]
) -> tuple[LinkWithHistory, ...]:
    links = link_list.read(opened[LINKS].content)
    histories = [link.grant(key.assessment_id).history_document for link in links]
    head = documents.read_profile(opened[PROFILE].content)
    for name in (*histories, *head.result_documents):
        if name not in opened:
            raise TamperedError(name)
    if opened[PROFILE].questionnaire != (head.questionnaire, head.version):
        raise TamperedError(PROFILE)
    shared = tuple(
        LinkWithHistory(link, history.read(opened[name].content))
        for link, name in zip(links, histories, strict=True)
    )
    sealed = {
        (
            each.link.id,
            each.link.role,
            each.link.domains,
            each.link.scores,
            each.history.public_key,
            each.link.revoked_on,
        )
        for each in shared
    }
    rows = connection.execute(_ROWS, {"assessment": key.assessment_id}).all()
    if {tuple(row) for row in rows} != sealed:
        raise TamperedError("link")
    return shared


def _without_voices(shared: tuple[LinkWithHistory, ...]) -> tuple[LinkWithHistory, ...]:
    return tuple(each for each in shared if each.link.role != VOICE)


def _recipients(key: AccessKey, shared: tuple[LinkWithHistory, ...]) -> tuple[Recipient, ...]:
    return tuple(
        Recipient(each.link.grant(key.assessment_id), each.history.public_key)
        for each in shared
        if each.link.revoked_on is None
    )
