"""The invoice for payment, in the order of blocks that accounting offices look for; blocks 6 to 9 stand together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO, Literal
from zoneinfo import ZoneInfo

from helpdesk.domain.invoice import Invoice
from helpdesk.domain.payment_code import epc_code, gost_code
from helpdesk.domain.requisite import Buyer, Requisites
from helpdesk.report.document.bank_box import BankBox, IbanBox
from helpdesk.report.document.line_table import LineTable, notation_money, sum_rows
from helpdesk.report.document.parts import Labelled, Rule, Signatures, Sums, Texts
from helpdesk.report.document.sheet import Sized, height_of, place, place_together, write
from helpdesk.report.layout.canvas import Description
from helpdesk.report.layout.flow import Flow
from helpdesk.report.layout.styles import BODY, NOTE, PORTRAIT, STRONG, TITLE
from helpdesk.report.notation import HARD_SPACE, Notation
from helpdesk.report.sum_in_words import sum_in_words
from helpdesk.words import _, counted, speaking

PaymentCode = Literal["auto", "gost", "epc", "none"]


@dataclass(frozen=True, slots=True)
class InvoicePaper:
    """An invoice with what its pages need beside it: language, zone, which square code it carries."""

    invoice: Invoice
    language: str
    time_zone: str
    code: PaymentCode = "auto"


def write_invoice(paper: InvoicePaper, stream: BinaryIO, *, invariant: bool = False) -> int:
    """Writes the invoice and tells how many pages it has."""
    invoice = paper.invoice
    language = paper.language if paper.language == "ru" else "en"
    notation = Notation(language, ZoneInfo(paper.time_zone), invoice.currency)
    with speaking(language):
        title = _("Invoice for payment no. {number} of {day}").format(
            number=invoice.number, day=notation.long_date(invoice.issued_on)
        )
        flow = Flow(PORTRAIT)
        _head(flow, paper, notation, title)
        table = LineTable(invoice.lines, notation, PORTRAIT.text_width, is_net=invoice.is_net)
        ending = _ending(invoice, notation)
        table.place(flow, height_of(*ending))
        place_together(flow, *ending)
        about = Description(
            title=title, company=invoice.seller.name, subject=notation.day(invoice.issued_on), language=language
        )
        return write(flow, about, stream, invariant=invariant)


def payment_text(invoice: Invoice, notation: Notation) -> str:
    """What the payer writes as the purpose."""
    return _("Payment of invoice {number} of {day}").format(number=invoice.number, day=notation.day(invoice.issued_on))


def _head(flow: Flow, paper: InvoicePaper, notation: Notation, title: str) -> None:
    invoice, room = paper.invoice, PORTRAIT.text_width
    if invoice.valid_until is not None:
        until = _said(_("The invoice is valid until {day}."), notation.long_date(invoice.valid_until))
        place(flow, Texts(until, NOTE, room))
        flow.skip(4)
    seller, code = invoice.seller, _code(paper, notation)
    box: Sized = BankBox(seller, code, room) if seller.account or not seller.iban else IbanBox(seller, code, room)
    place(flow, box)
    flow.skip(8)
    parties = [(_("Seller"), _seller(seller)), (_("Buyer"), _buyer(invoice.buyer)), (_("Ground"), invoice.ground)]
    place(flow, Texts(title, TITLE, room, limit=2), Rule(room), Labelled(parties, room))
    flow.skip(4)


def _code(paper: InvoicePaper, notation: Notation) -> str | None:
    invoice, total = paper.invoice, paper.invoice.totals.total
    said = payment_text(invoice, notation)
    if paper.code in ("auto", "gost") and (code := gost_code(invoice.seller, total, said)):
        return code
    if paper.code in ("auto", "epc"):
        return epc_code(invoice.seller, total, said)
    return None


def _ending(invoice: Invoice, notation: Notation) -> list[Sized]:
    room, total = PORTRAIT.text_width, invoice.totals.total
    count = counted("{n} item for {sum}", "{n} items for {sum}", len(invoice.lines))
    said = count.format(n=len(invoice.lines), sum=notation_money(total, notation))
    parts: list[Sized] = [
        Sums(sum_rows(invoice.lines, notation, is_net=invoice.is_net), room),
        Texts(said, BODY, room),
        Texts(sum_in_words(total, notation.language), STRONG, room, limit=3),
    ]
    if invoice.pay_by is not None:
        by = _said(_("To be paid by {day}."), notation.long_date(invoice.pay_by))
        parts.append(Texts(by, BODY, room, above=8))
    if invoice.terms:
        parts.append(Texts(invoice.terms, BODY, room, limit=20, above=8))
    return [*parts, Rule(room), Signatures(_signers(invoice.seller), room)]


def _said(sentence: str, day: str) -> str:
    # A Russian date ends with the stop of "г.", which is the sentence's own.
    return sentence.format(day=day).replace("..", ".")


def _signers(seller: Requisites) -> list[tuple[str, str]]:
    if seller.is_sole_trader:
        return [(_("Sole trader"), seller.director)]
    return [(_("Director"), seller.director), (_("Accountant"), seller.accountant)]


def _seller(seller: Requisites) -> str:
    told = (_tagged(_("INN"), seller.inn), _tagged(_("KPP"), seller.kpp), seller.address, _unbroken(seller.phone))
    return ", ".join(filter(None, (seller.name, *told)))


def _buyer(buyer: Buyer) -> str:
    told = (
        _tagged(_("INN"), buyer.inn),
        _tagged(_("VAT no."), buyer.vat_number),
        buyer.address,
        _unbroken(buyer.phone),
    )
    return ", ".join(filter(None, (buyer.name, *told)))


def _tagged(label: str, text: str) -> str:
    return f"{label} {text}" if text else ""


def _unbroken(phone: str) -> str:
    return phone.replace(" ", HARD_SPACE)
