from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.storage.sealing import vault
from app.storage.sealing.errors import TamperedError
from app.storage.sealing.roles import Grant
from app.storage.sealing.vault import DocumentAddress, Vault

CODE = "0123456789ABCDEFGHJKMNPQRSTV"
PLACE = DocumentAddress("a1", "G", 3, 1)
READER = Grant("a1", "l1", "owner")


def test_a_code_always_derives_the_same_under_a_pepper() -> None:
    assert Vault([b"pepper"]).credentials(CODE) == Vault([b"pepper"]).credentials(CODE)


def test_another_code_or_another_pepper_derives_something_else() -> None:
    credential = Vault([b"pepper"]).credentials(CODE)[0]
    for other in (
        Vault([b"pepper"]).credentials("1" + CODE[1:])[0],
        Vault([b"Pepper"]).credentials(CODE)[0],
    ):
        assert other.lookup != credential.lookup
        assert other.seed != credential.seed


def test_the_stored_value_does_not_hold_the_secret_one() -> None:
    credential = Vault([b"pepper"]).credentials(CODE)[0]

    assert credential.lookup != credential.seed
    assert credential.lookup != credential.private_key().public_key().public_bytes_raw()


def test_what_a_code_derives_never_changes_between_releases() -> None:
    credential = Vault([b"pepper"]).credentials(CODE)[0]

    assert credential.lookup.hex() == "ca4b73a8c74ae9e3d7ac154b6e9bc47736eaccbd3ebc30f8aa50c48e32b3a42c"
    assert (
        credential.private_key().public_key().public_bytes_raw().hex()
        == "07c619b8ddd1a1c136a853cb41b84ace913c4b75750525b503fe810a1e6f2e5d"
    )
    assert credential.pepper_name == "1a600121f2e52e80"


def test_past_peppers_are_tried_after_the_newest() -> None:
    old, new = Vault([b"old"]), Vault([b"new"])

    credentials = Vault([b"new", b"old"]).credentials(CODE)

    assert credentials == new.credentials(CODE) + old.credentials(CODE)


@pytest.mark.parametrize("peppers", [[], [b""], [b"new", b""]])
def test_a_vault_without_a_pepper_does_not_open(peppers: list[bytes]) -> None:
    with pytest.raises(ValueError, match="pepper"):
        Vault(peppers)


def test_no_secret_shows_where_objects_are_printed() -> None:
    credential = Vault([b"pepper"]).credentials(CODE)[0]

    assert repr(credential.seed) not in repr(credential)


@pytest.mark.parametrize("content", [b"", b"{}", b"ends in zeros\0\0", b"\x80", b"\x80\0", b"x" * 5000])
def test_what_is_sealed_opens_as_it_was(content: bytes) -> None:
    key = vault.new_document_key()

    assert vault.unseal(vault.seal(content, key, PLACE), key, PLACE) == content


def test_the_same_content_is_never_sealed_alike() -> None:
    key = vault.new_document_key()

    assert vault.seal(b"same", key, PLACE) != vault.seal(b"same", key, PLACE)


@pytest.mark.parametrize(
    ("length", "padded"),
    [(0, 2048), (1, 2048), (2047, 2048), (2048, 4096), (4095, 4096), (4096, 8192), (5000, 8192)],
)
def test_lengths_show_only_in_steps(length: int, padded: int) -> None:
    assert len(vault.pad(b"x" * length)) == padded


@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(PLACE, assessment_id="a2"),
        replace(PLACE, document="S"),
        replace(PLACE, version=4),
        replace(PLACE, schema=2),
        DocumentAddress('a1", "G', "", 3, 1),
    ],
)
def test_a_document_opens_in_its_own_place_only(elsewhere: DocumentAddress) -> None:
    key = vault.new_document_key()
    sealed = vault.seal(b"content", key, PLACE)

    with pytest.raises(TamperedError):
        vault.unseal(sealed, key, elsewhere)


@pytest.mark.parametrize("cut", [0, 1, 8, 11, 12, 13, 28, -1, -16])
def test_a_truncated_document_is_refused_by_name(cut: int) -> None:
    key = vault.new_document_key()
    sealed = vault.seal(b"content", key, PLACE)

    with pytest.raises(TamperedError, match="“G”"):
        vault.unseal(sealed[:cut], key, PLACE)


def test_a_wrapped_key_opens_for_its_reader() -> None:
    private_key, key = X25519PrivateKey.generate(), vault.new_document_key()
    wrapped = vault.wrap(key, private_key.public_key().public_bytes_raw(), "G", READER)

    assert vault.unwrap(wrapped, private_key, "G", READER) == key


@pytest.mark.parametrize(
    ("document", "reader"),
    [
        ("S", READER),
        ("G", replace(READER, assessment_id="a2")),
        ("G", replace(READER, link_id="l2")),
        ("G", replace(READER, role="viewer")),
    ],
)
def test_a_wrapped_key_opens_for_nothing_else(document: str, reader: Grant) -> None:
    private_key = X25519PrivateKey.generate()
    wrapped = vault.wrap(bytes(32), private_key.public_key().public_bytes_raw(), "G", READER)

    with pytest.raises(TamperedError):
        vault.unwrap(wrapped, private_key, document, reader)


@pytest.mark.parametrize("cut", [0, 31, 32, 79])
def test_a_truncated_key_is_refused(cut: int) -> None:
    private_key = X25519PrivateKey.generate()
    wrapped = vault.wrap(bytes(32), private_key.public_key().public_bytes_raw(), "G", READER)

    with pytest.raises(TamperedError, match="“G”"):
        vault.unwrap(wrapped[:cut], private_key, "G", READER)


def test_a_key_does_not_open_for_another_private_key() -> None:
    wrapped = vault.wrap(bytes(32), X25519PrivateKey.generate().public_key().public_bytes_raw(), "G", READER)

    with pytest.raises(TamperedError):
        vault.unwrap(wrapped, X25519PrivateKey.generate(), "G", READER)
