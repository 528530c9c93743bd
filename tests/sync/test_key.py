"""The office key: what it seals nobody else reads or alters, and what opens it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.errors import PassphraseWrong, RecoveryKeyMistyped
from helpdesk.sync import spoken_key
from helpdesk.sync.hello import HelloBroken, decoded, encoded, is_proven, proven, revised
from helpdesk.sync.hub import BlobKind, Hello
from helpdesk.sync.key import (
    KeySlot,
    OfficeKey,
    Price,
    SealBroken,
    SlotKind,
    opened,
    slot_for_invitation,
    slot_for_passphrase,
    slot_for_recovery,
    unlock,
)
from tests.sync.hub_ground import KEY, PASSPHRASE, QUICK, a_hello

SLOTS = (slot_for_passphrase(KEY, PASSPHRASE, QUICK),)


def test_what_is_sealed_opens_and_is_33_bytes_longer():
    sealed = KEY.seal("заявка 1-00457-2".encode())

    assert KEY.open(sealed) == "заявка 1-00457-2".encode()
    assert len(sealed) == len("заявка 1-00457-2".encode()) + 33


def test_equal_texts_look_different():
    assert KEY.seal(b"same") != KEY.seal(b"same")


@settings(max_examples=60)
@given(st.integers(0, 200), st.integers(1, 255))
def test_no_byte_of_a_seal_can_be_changed(place, change):
    sealed = bytearray(KEY.seal(b"paid 4,500"))
    sealed[place % len(sealed)] ^= change

    with pytest.raises(SealBroken):
        KEY.open(bytes(sealed))


def test_a_batch_does_not_pass_for_a_snapshot_nor_another_offices_for_ours():
    sealed = KEY.seal(b"rows", BlobKind.BATCH)

    with pytest.raises(SealBroken):
        KEY.open(sealed, BlobKind.SNAPSHOT)
    with pytest.raises(SealBroken):
        replace(KEY, office=bytes(16)).open(sealed)
    with pytest.raises(SealBroken):
        OfficeKey(KEY.office, bytes(32)).open(sealed)


@pytest.mark.parametrize("sealed", (b"", b"\x01", b"\x01" + bytes(31), bytes(60)))
def test_what_was_never_sealed_is_refused(sealed):
    with pytest.raises(SealBroken):
        KEY.open(sealed)


def test_the_key_is_never_shown():
    assert KEY.secret.hex() not in repr(KEY)


def test_the_passphrase_opens_however_the_keyboard_composes_it():
    assert unlock(SLOTS, f"  {PASSPHRASE}\n") == KEY
    slots = (slot_for_passphrase(KEY, "Йод и ёлка", QUICK),)
    assert unlock(slots, "Йод и ёлка") == KEY


def test_a_wrong_passphrase_is_told_from_a_mistyped_key():
    slot, spoken = slot_for_recovery(KEY)
    wrong = spoken[:-1] + ("0" if spoken[-1] != "0" else "1")

    with pytest.raises(PassphraseWrong):
        unlock((*SLOTS, slot), "guess")
    with pytest.raises(RecoveryKeyMistyped):
        unlock((*SLOTS, slot), wrong)


def test_the_recovery_key_opens_as_it_is_read_aloud():
    slot, spoken = slot_for_recovery(KEY)

    assert [len(group) for group in spoken.split("-")] == [4] * 7
    assert unlock((*SLOTS, slot), spoken.lower().replace("-", " ").replace("0", "o").replace("1", "l")) == KEY


def test_an_invitation_serves_until_the_newcomer_takes_it_away():
    slot, code = slot_for_invitation(KEY, QUICK)
    hello = proven(Hello(KEY.office, slots=(*SLOTS, slot)), KEY)

    key, used = opened(hello.slots, code)
    after = revised(hello, tuple(one for one in hello.slots if one != used), key)

    assert key == KEY and is_proven(after, KEY) and after.revision == hello.revision + 1
    with pytest.raises(PassphraseWrong):
        unlock(after.slots, code)


def test_a_forged_price_does_not_eat_the_memory():
    dear = replace(SLOTS[0], price=Price(rounds=1, memory=1 << 30, lanes=1))

    with pytest.raises(PassphraseWrong):
        unlock((dear,), PASSPHRASE)


def test_slots_of_a_newer_program_are_passed_on():
    strange = KeySlot("operator", bytes(16), QUICK, bytes(64))
    hello = proven(Hello(KEY.office, slots=(strange, *SLOTS)), KEY)

    assert decoded(encoded(hello)) == hello
    assert unlock(hello.slots, PASSPHRASE) == KEY
    assert SLOTS[0].kind == SlotKind.PASSPHRASE


def test_what_a_newer_program_says_beside_is_kept_and_proven():
    hello = proven(Hello(KEY.office, slots=SLOTS, more='{"moved":"elsewhere"}'), KEY)

    assert decoded(encoded(hello)) == hello and is_proven(decoded(encoded(hello)), KEY)


@pytest.mark.parametrize("change", ({"least_reader": 9}, {"slots": ()}, {"revision": 7}, {"more": '{"a":1}'}))
def test_a_hello_that_somebody_changed_is_not_believed(change):
    assert not is_proven(replace(a_hello(), **change), KEY)


@given(st.binary(max_size=60) | st.sampled_from([b"[]", b"{}", b'{"office": 1}', b"[" * 5000]))
def test_bytes_that_are_no_hello_are_refused(said):
    with pytest.raises(HelloBroken):
        decoded(said)


@settings(max_examples=60)
@given(st.integers(0, 27), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_the_check_catches_every_wrong_sign_and_every_swap(place, sign):
    bare = spoken_key.bare(spoken_key.new(spoken_key.RECOVERY))
    swapped = bare[:place] + bare[place : place + 2][::-1] + bare[place + 2 :]
    wrong = bare[:place] + sign + bare[place + 1 :]

    assert spoken_key.is_sound(bare)
    assert wrong == bare or not spoken_key.is_sound(wrong)
    assert swapped == bare or not spoken_key.is_sound(swapped)
