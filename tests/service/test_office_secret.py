"""The ways to the office key: one newcomer by an invitation, a printed key, another passphrase (SYNC.md)."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from helpdesk import bootstrap
from helpdesk.errors import FieldMissing, PassphraseWrong
from helpdesk.service import office_secret, request, sync
from tests.builders import a_clock, a_desk, a_request, an_operator

PASSPHRASE = "four words are enough"


@pytest.fixture
def hub(tmp_path: Path) -> str:
    (tmp_path / "share").mkdir()
    return str(tmp_path / "share" / "office.hub")


@pytest.fixture
def desk(tmp_path: Path, hub: str):
    desk = a_desk(tmp_path / "first")
    sync.create(desk, an_operator(desk), hub, PASSPHRASE)
    yield desk
    desk.database.close_all()


def joins(tmp_path, hub, secret, name):
    bootstrap.join(tmp_path / name, hub, secret, operator=name, clock=a_clock()).close()


def test_an_invitation_lets_one_newcomer_in_and_no_second(desk, tmp_path, hub):
    code = office_secret.invite(desk, an_operator(desk))

    joins(tmp_path, hub, code.lower().replace("-", " - "), "Boris")
    with pytest.raises(PassphraseWrong):
        joins(tmp_path, hub, code, "Vera")

    joins(tmp_path, hub, PASSPHRASE, "Gleb")
    assert sync.now(desk, an_operator(desk)).received > 0


def test_an_invitation_that_is_withdrawn_lets_nobody_in(desk, tmp_path, hub):
    code = office_secret.invite(desk, an_operator(desk))
    office_secret.withdraw_invitations(desk, an_operator(desk))

    with pytest.raises(PassphraseWrong):
        joins(tmp_path, hub, code, "Boris")


def test_the_newest_recovery_key_alone_opens_the_office(desk, tmp_path, hub):
    old = office_secret.new_recovery_key(desk, an_operator(desk))
    new = office_secret.new_recovery_key(desk, an_operator(desk))

    with pytest.raises(PassphraseWrong):
        joins(tmp_path, hub, old, "Boris")
    joins(tmp_path, hub, new, "Boris")
    assert office_secret.recovery_sheet(desk, an_operator(desk), new).startswith(b"%PDF")


def test_a_new_passphrase_takes_the_place_of_the_old(desk, tmp_path, hub):
    with pytest.raises(FieldMissing):
        office_secret.change_passphrase(desk, an_operator(desk), " ")
    office_secret.change_passphrase(desk, an_operator(desk), "five other words")

    with pytest.raises(PassphraseWrong):
        joins(tmp_path, hub, PASSPHRASE, "Boris")
    joins(tmp_path, hub, "five other words", "Boris")


def test_what_others_sent_meanwhile_is_not_skipped(desk, tmp_path, hub):
    other = bootstrap.join(tmp_path / "second", hub, PASSPHRASE, operator="Boris", clock=a_clock())
    made = request.register(other.desk, an_operator(other.desk), a_request())
    sync.now(other.desk, an_operator(other.desk))

    office_secret.invite(desk, an_operator(desk))
    sync.now(desk, an_operator(desk))

    assert request.card(desk, an_operator(desk), made.id).row.number == made.number
    other.close()


def test_no_secret_reaches_the_log(desk, caplog):
    with caplog.at_level(logging.DEBUG):
        code = office_secret.invite(desk, an_operator(desk))
        key = office_secret.new_recovery_key(desk, an_operator(desk))

    assert code not in caplog.text and key not in caplog.text
