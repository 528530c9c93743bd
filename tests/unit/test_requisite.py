"""Sums over the digits of requisites, and what a payment code says (GOST R 56042, EPC)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.domain import requisite as checks
from helpdesk.domain.money import Money
from helpdesk.domain.payment_code import MOST_BYTES, epc_code, gost_code
from helpdesk.domain.requisite import RequisiteFault, Requisites, faults

BIC, CORRESPONDENT = "044525225", "30101810400000000225"
PAYEE = Requisites(
    name="ООО «Поляна Трейд»",
    inn="7707083893",
    kpp="773601001",
    bank="ПАО «Образцовый банк», г. Москва",
    bic=BIC,
    account="40702810938000060473",
    correspondent=CORRESPONDENT,
)


@pytest.mark.parametrize(
    ("check", "right"),
    [
        (checks.is_inn, "7707083893"),
        (checks.is_inn, "500100732259"),
        (checks.is_ogrn, "1027700132195"),
        (checks.is_ogrn, "304500116000157"),
        (checks.is_iban, "DE89 3704 0044 0532 0130 00"),
    ],
)
def test_a_wrong_digit_is_seen(check, right):
    assert check(right)
    last = str((int(right[-1]) + 1) % 10)
    assert not check(right[:-1] + last)
    assert not check("") and not check("12a")


def test_an_account_fits_its_bank_alone():
    assert checks.is_correspondent(CORRESPONDENT, BIC)
    assert not checks.is_correspondent(CORRESPONDENT, "045004774")
    fitting = [key for key in "0123456789" if checks.is_account(f"40702810{key}00000000001", BIC)]
    assert len(fitting) == 1


def test_only_what_is_filled_in_is_doubted():
    assert faults(Requisites()) == ()
    assert faults(Requisites(inn="7707083890", kpp="12")) == (RequisiteFault.INN, RequisiteFault.KPP)
    assert checks.is_kpp("7736AB001")


def test_a_payment_code_names_the_five_keys_first_and_the_sum_in_kopecks():
    code = gost_code(PAYEE, Money(1_234_500, "RUB"), "Оплата по счёту 1-00457-2")

    assert code is not None
    parts = code.split("|")
    assert parts[0] == "ST00012"
    assert [part.split("=")[0] for part in parts[1:6]] == ["Name", "PersonalAcc", "BankName", "BIC", "CorrespAcc"]
    assert "Sum=1234500" in parts and parts[-1] == "Purpose=Оплата по счёту 1-00457-2"


@given(st.text(max_size=400), st.text(max_size=300), st.integers(1, 10**13))
def test_a_payment_code_never_grows_beyond_300_bytes_nor_is_split_by_its_values(name, purpose, minor):
    payee = Requisites(name=f"A{name}", bank=PAYEE.bank, bic=BIC, account=PAYEE.account)
    code = gost_code(payee, Money(minor, "RUB"), purpose)

    assert code is not None
    assert len(code.encode()) <= MOST_BYTES
    assert all("=" in part for part in code.split("|")[1:])
    assert not set("\r\n") & set(code)


def test_without_a_bank_or_in_another_currency_there_is_no_code():
    assert gost_code(Requisites(name="A"), Money(1, "RUB"), "x") is None
    assert gost_code(PAYEE, Money(1, "EUR"), "x") is None
    assert gost_code(PAYEE, Money(0, "RUB"), "x") is None


def test_a_european_code_carries_iban_and_euro():
    payee = Requisites(name="Polyana GmbH", iban="DE89 3704 0044 0532 0130 00", swift="COBADEFFXXX")

    assert epc_code(payee, Money(123_450, "EUR"), "Invoice 1-00457-2") == (
        "BCD\n002\n1\nSCT\nCOBADEFFXXX\nPolyana GmbH\nDE89370400440532013000\nEUR1234.50\n\n\nInvoice 1-00457-2"
    )
    assert epc_code(PAYEE, Money(1, "EUR"), "x") is None
