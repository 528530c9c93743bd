"""HELLO in bytes, and the proof that it is the office's own: who can only write to a share cannot change it."""

from __future__ import annotations

import json
from dataclasses import replace
from hmac import compare_digest
from typing import Any

from helpdesk.sync.hub import Hello
from helpdesk.sync.key import KeySlot, OfficeKey, Price

_KNOWN = {"office", "format", "least_reader", "slots", "revision", "proof"}


class HelloBroken(Exception):
    """Bytes that are no HELLO."""


def proven(hello: Hello, key: OfficeKey) -> Hello:
    """The HELLO with the office's proof."""
    return replace(hello, proof=key.proof(_said(hello)))


def is_proven(hello: Hello, key: OfficeKey) -> bool:
    """Whether the office itself said it."""
    return hello.office == key.office and compare_digest(hello.proof, key.proof(_said(hello)))


def revised(hello: Hello, slots: tuple[KeySlot, ...], key: OfficeKey) -> Hello:
    """The next HELLO, with other slots."""
    return proven(replace(hello, slots=slots, revision=hello.revision + 1), key)


def encoded(hello: Hello) -> bytes:
    """HELLO as JSON."""
    return _joined({**_plain(hello), "proof": hello.proof.hex()}).encode()


def decoded(said: bytes) -> Hello:
    """HELLO from its bytes; slots of a kind unknown here are kept. Raises HelloBroken."""
    try:
        plain = json.loads(said)
        return Hello(
            bytes.fromhex(plain["office"]),
            int(plain["format"]),
            int(plain["least_reader"]),
            tuple(map(_slot, plain["slots"])),
            int(plain["revision"]),
            bytes.fromhex(plain["proof"]),
            _joined({name: value for name, value in plain.items() if name not in _KNOWN}),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as broken:
        raise HelloBroken from broken


def _said(hello: Hello) -> bytes:
    return _joined(_plain(hello)).encode()


def _joined(plain: dict[str, Any]) -> str:
    return json.dumps(plain, sort_keys=True, separators=(",", ":"))


def _plain(hello: Hello) -> dict[str, Any]:
    return {
        **json.loads(hello.more),
        "office": hello.office.hex(),
        "format": hello.format,
        "least_reader": hello.least_reader,
        "revision": hello.revision,
        "slots": [
            {
                "kind": str(slot.kind),
                "salt": slot.salt.hex(),
                "price": [slot.price.rounds, slot.price.memory, slot.price.lanes],
                "wrapped": slot.wrapped.hex(),
            }
            for slot in hello.slots
        ],
    }


def _slot(plain: dict[str, Any]) -> KeySlot:
    rounds, memory, lanes = map(int, plain["price"])
    return KeySlot(
        plain["kind"],
        bytes.fromhex(plain["salt"]),
        Price(rounds, memory, lanes),
        bytes.fromhex(plain["wrapped"]),
    )
