"""The offer (КП): what a customer was quoted, in one version, with terms and whom to ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO
from zoneinfo import ZoneInfo

from helpdesk.domain.quote import TERMS, QuoteVersion
from helpdesk.domain.requisite import Requisites
from helpdesk.report.document.line_table import LineTable, sum_rows
from helpdesk.report.document.parts import Labelled, Rule, Sums, Texts
from helpdesk.report.document.sheet import Sized, height_of, place, place_together, write
from helpdesk.report.layout.canvas import Description
from helpdesk.report.layout.flow import Flow
from helpdesk.report.layout.styles import BODY, NOTE, PORTRAIT, SECTION, STRONG, TITLE
from helpdesk.report.notation import Notation
from helpdesk.report.sum_in_words import sum_in_words
from helpdesk.words import N_, _, speaking

TERM_WORDS = {
    "delivery": N_("Delivery"),
    "payment": N_("Payment"),
    "return": N_("Return"),
    "warranty": N_("Warranty"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A version of a quote with what its pages need beside it."""

    number: str
    version: QuoteVersion
    seller: Requisites
    addressee: str
    author: str
    language: str
    time_zone: str


def write_offer(offer: Offer, stream: BinaryIO, *, invariant: bool = False) -> int:
    """Writes the offer and tells how many pages it has."""
    version = offer.version
    language = offer.language if offer.language == "ru" else "en"
    notation = Notation(language, ZoneInfo(offer.time_zone), version.currency)
    with speaking(language):
        day = notation.local(version.made_at).date()
        title = _("Offer no. {number} of {day}").format(number=offer.number, day=notation.long_date(day))
        flow = Flow(PORTRAIT)
        _head(flow, offer, notation, title)
        table = LineTable(version.lines, notation, PORTRAIT.text_width, is_net=version.is_net)
        ending = _ending(offer, notation)
        table.place(flow, height_of(*ending))
        place_together(flow, *ending)
        about = Description(title=title, company=offer.seller.name, subject=notation.day(day), language=language)
        return write(flow, about, stream, invariant=invariant)


def _head(flow: Flow, offer: Offer, notation: Notation, title: str) -> None:
    room, version, seller = PORTRAIT.text_width, offer.version, offer.seller
    reached = " · ".join(filter(None, (seller.address, seller.phone, seller.mail)))
    place(flow, Texts(seller.name, SECTION, room, limit=2))
    if reached:
        place(flow, Texts(reached, NOTE, room, limit=2))
    place(flow, Rule(room))
    flow.skip(8)
    place(flow, Texts(title, TITLE, room, limit=2))
    facts = [
        (_("For"), offer.addressee),
        (_("Need"), version.need),
        (_("Valid until"), notation.long_date(version.valid_until) if version.valid_until else ""),
        (_("Version"), str(version.place) if version.place > 1 else ""),
    ]
    flow.skip(4)
    place(flow, Labelled(facts, room))
    flow.skip(4)


def _ending(offer: Offer, notation: Notation) -> list[Sized]:
    room, version = PORTRAIT.text_width, offer.version
    terms = [(_(TERM_WORDS[name]), version.terms.get(name, "")) for name in TERMS]
    parts: list[Sized] = [
        Sums(sum_rows(version.lines, notation, is_net=version.is_net), room),
        Texts(sum_in_words(version.totals.total, notation.language), STRONG, room, limit=3),
    ]
    if any(text for _label, text in terms):
        parts += [Texts(_("Terms"), SECTION, room, above=8), Labelled(terms, room, limit=6)]
    if version.note:
        parts.append(Texts(version.note, BODY, room, limit=10, above=8))
    reached = ", ".join(filter(None, (offer.author, offer.seller.phone)))
    return [*parts, Texts(_("Your contact: {person}").format(person=reached), BODY, room, above=12)]
