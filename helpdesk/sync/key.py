"""The office key: it seals what stations exchange, and lies in HELLO under several locks.

Each sealed piece has its own key, made from the office key and 16 random bytes (so that the number of pieces is no
limit), and ChaCha20-Poly1305 (RFC 8439). What the piece is and whose it is are part of the seal. A slot holds the
office key under a secret made dear by argon2id (RFC 9106), its price written beside it.
"""

from __future__ import annotations

import os
import secrets
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from hmac import digest

from helpdesk.errors import PassphraseWrong, RecoveryKeyMistyped
from helpdesk.sync import spoken_key

_SALT = 16
_SECRET = 32
_OFFICE = 16
_NONCE = bytes(12)
_SEAL = b"\x01"
_TAG = 16


class SealBroken(Exception):
    """Sealed bytes are not what the office sealed: damaged, forged, or another office's."""


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"
    RECOVERY = "recovery"
    INVITATION = "invitation"


@dataclass(frozen=True, slots=True)
class Price:
    """What one try costs: rounds, KiB of memory, lanes of argon2id."""

    rounds: int = 3
    memory: int = 64 * 1024
    lanes: int = 4

    @property
    def is_bearable(self) -> bool:
        """Whether this computer should try: a forger may ask for all its memory."""
        return 1 <= self.rounds <= 16 and 8 * self.lanes <= self.memory <= 1 << 20 and 1 <= self.lanes <= 16


DEAR = Price()
CHEAP = Price(rounds=1, memory=8 * 1024, lanes=1)
"""Enough for a recovery key, which nobody can guess."""


@dataclass(frozen=True, slots=True)
class KeySlot:
    """The office key under one secret; a newer program may know other kinds than `SlotKind`."""

    kind: str
    salt: bytes
    price: Price
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class OfficeKey:
    """The key of an office: seals, opens and proves."""

    office: bytes
    secret: bytes

    @classmethod
    def new(cls) -> OfficeKey:
        """A new office's key."""
        return cls(os.urandom(_OFFICE), os.urandom(_SECRET))

    def __repr__(self) -> str:
        return f"OfficeKey(office={self.office.hex()})"

    def seal(self, plain: bytes, kind: int = 1) -> bytes:
        """Seals bytes as a blob of the kind; 33 bytes longer."""
        salt = os.urandom(_SALT)
        return _SEAL + salt + _encrypt(self._piece_key(salt), plain, self._context(kind))

    def open(self, sealed: bytes, kind: int = 1) -> bytes:
        """The bytes that were sealed as a blob of the kind. Raises SealBroken."""
        if len(sealed) < 1 + _SALT + _TAG or sealed[:1] != _SEAL:
            raise SealBroken
        return _decrypt(self._piece_key(sealed[1 : 1 + _SALT]), sealed[1 + _SALT :], self._context(kind))

    def proof(self, said: bytes) -> bytes:
        """32 bytes that only a holder of the key can make for what is said."""
        return digest(self._named(b"proof"), said, "sha256")

    def _piece_key(self, salt: bytes) -> bytes:
        return digest(self._named(b"seal"), salt, "sha256")

    def _named(self, use: bytes) -> bytes:
        return digest(self.secret, b"helpdesk " + use, "sha256")

    def _context(self, kind: int) -> bytes:
        return b"helpdesk blob" + _SEAL + bytes([kind]) + self.office


def slot_for_passphrase(key: OfficeKey, passphrase: str, price: Price = DEAR) -> KeySlot:
    """The slot that the office's passphrase opens."""
    return _slot(key, SlotKind.PASSPHRASE, _as_typed(passphrase), price)


def slot_for_recovery(key: OfficeKey) -> tuple[KeySlot, str]:
    """A slot and the recovery key that opens it, to be printed and locked away."""
    spoken = spoken_key.new(spoken_key.RECOVERY)
    return _slot(key, SlotKind.RECOVERY, spoken_key.bare(spoken), CHEAP), spoken


def slot_for_invitation(key: OfficeKey, price: Price = DEAR) -> tuple[KeySlot, str]:
    """A slot for one newcomer and the code that opens it; whoever joins by it takes the slot away (`without`)."""
    spoken = spoken_key.new(spoken_key.INVITATION)
    return _slot(key, SlotKind.INVITATION, spoken_key.bare(spoken), price), spoken


def unlock(slots: tuple[KeySlot, ...], secret: str) -> OfficeKey:
    """The office key, by a passphrase, recovery key or invitation. Raises PassphraseWrong, RecoveryKeyMistyped."""
    return opened(slots, secret)[0]


def opened(slots: tuple[KeySlot, ...], secret: str) -> tuple[OfficeKey, KeySlot]:
    """The office key and the slot that gave it; raises as `unlock`."""
    for slot in slots:
        typed = _typed_for(slot.kind, secret)
        if typed is None or not slot.price.is_bearable:
            continue
        try:
            plain = _decrypt(_slow_key(typed, slot.salt, slot.price), slot.wrapped, _about(slot.kind, slot.price))
        except SealBroken:
            continue
        return OfficeKey(plain[:_OFFICE], plain[_OFFICE:]), slot
    if spoken_key.looks_spoken(secret) and not spoken_key.is_sound(spoken_key.bare(secret)):
        raise RecoveryKeyMistyped
    raise PassphraseWrong


def _typed_for(kind: str, secret: str) -> str | None:
    """The secret as a slot of the kind takes it; none where it cannot be one."""
    if kind == SlotKind.PASSPHRASE:
        return _as_typed(secret)
    spoken = spoken_key.bare(secret)
    return spoken if kind in (SlotKind.RECOVERY, SlotKind.INVITATION) and spoken_key.is_sound(spoken) else None


def _slot(key: OfficeKey, kind: SlotKind, secret: str, price: Price) -> KeySlot:
    salt = secrets.token_bytes(_SALT)
    wrapped = _encrypt(_slow_key(secret, salt, price), key.office + key.secret, _about(kind, price))
    return KeySlot(kind, salt, price, wrapped)


def _as_typed(passphrase: str) -> str:
    # Keyboards of different systems compose the same letter differently.
    return unicodedata.normalize("NFKC", passphrase.strip())


def _about(kind: str, price: Price) -> bytes:
    return f"helpdesk slot {kind} {price.rounds} {price.memory} {price.lanes}".encode()


def _slow_key(secret: str, salt: bytes, price: Price) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(secret.encode(), salt, price.rounds, price.memory, price.lanes, _SECRET, Type.ID)


def _encrypt(key: bytes, plain: bytes, context: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(key).encrypt(_NONCE, plain, context)


def _decrypt(key: bytes, sealed: bytes, context: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    try:
        return ChaCha20Poly1305(key).decrypt(_NONCE, sealed, context)
    except InvalidTag as broken:
        raise SealBroken from broken
