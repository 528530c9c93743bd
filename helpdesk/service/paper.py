"""Papers for customers out of records: an offer, an invoice, in the customer's language."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from helpdesk.domain.identity import OperatorId
from helpdesk.domain.invoice import InvoiceId
from helpdesk.domain.permission import Action
from helpdesk.domain.quote import QuoteId, QuoteVersionId
from helpdesk.errors import RecordMissing
from helpdesk.service import company, company_setting, invoice, quote, requisite
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.service.quote import language_for as language_for
from helpdesk.storage.queries import invoice as queries

if TYPE_CHECKING:
    from helpdesk.report.document.invoice import InvoicePaper, PaymentCode
    from helpdesk.report.document.offer import Offer

CODE_KEY = "invoice.code"
CODES: tuple[PaymentCode, ...] = ("auto", "gost", "epc", "none")


def offer_pdf(
    desk: Desk, actor: OperatorId, id: QuoteId, version: QuoteVersionId | None = None, *, language: str = ""
) -> bytes:
    """The pages of a quote, of its newest version unless told, in the customer's language. Raises RecordMissing."""
    from helpdesk.report.document.offer import write_offer

    stream = BytesIO()
    write_offer(_offer(desk, actor, id, version, language), stream)
    return stream.getvalue()


def invoice_pdf(desk: Desk, actor: OperatorId, id: InvoiceId, *, language: str = "") -> bytes:
    """The pages of an invoice in the customer's language. Raises RecordMissing."""
    from helpdesk.report.document.invoice import write_invoice

    stream = BytesIO()
    write_invoice(_invoice(desk, actor, id, language), stream)
    return stream.getvalue()


def by_number(desk: Desk, actor: OperatorId, number: str, *, language: str = "") -> tuple[bytes, str]:
    """The pages of the quote or the invoice under a number, and what its file is called. Raises RecordMissing."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        found = queries.by_numbers(database, [number.strip()]).get(number.strip())
    if found is not None:
        return invoice_pdf(desk, actor, found.invoice.id, language=language), f"Invoice_{found.invoice.number}"
    known = quote.by_number(desk, actor, number)
    return offer_pdf(desk, actor, known, language=language), f"Offer_{number.strip()}"


def write_pdf(pdf: bytes, folder: Path, name: str) -> Path:
    """Writes pages into a folder under a name like `Invoice_1-00457-2` and tells the file. Raises FileUnwritable."""
    from helpdesk.report.output import written_whole

    return written_whole(folder / f"{name}.pdf", partial(_put, pdf))


def payment_code(desk: Desk) -> PaymentCode:
    """Which square code invoices carry."""
    kept = company_setting.get(desk, CODE_KEY, "auto")
    return kept if kept in CODES else "auto"


def _offer(desk: Desk, actor: OperatorId, id: QuoteId, wanted: QuoteVersionId | None, language: str) -> Offer:
    from helpdesk.report.document.offer import Offer

    known = quote.card(desk, actor, id)
    version = next((one for one in known.versions if one.id == (wanted or known.newest.id)), None)
    if version is None:
        raise RecordMissing("quote", known.number)
    names = {operator.id: operator.name for operator in company.operators(desk)}
    return Offer(
        number=known.number,
        version=version,
        seller=requisite.get(desk, actor),
        addressee=known.customer_name,
        author=names.get(version.operator, "") if version.operator else "",
        language=language or language_for(desk, known.customer),
        time_zone=desk.company.time_zone,
    )


def _invoice(desk: Desk, actor: OperatorId, id: InvoiceId, language: str) -> InvoicePaper:
    from helpdesk.report.document.invoice import InvoicePaper

    ask(desk, actor, Action.SEE)
    found = invoice.card(desk, actor, id).invoice
    spoken = language or language_for(desk, found.customer)
    return InvoicePaper(found, spoken, desk.company.time_zone, payment_code(desk))


def _put(pdf: bytes, stream: BinaryIO) -> None:
    stream.write(pdf)
