"""The table of lines of a paper: goods, quantity, price, discount, sum, over pages with its head repeated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from helpdesk.domain.money import Money, exponent
from helpdesk.domain.paper import PaperLine, totals
from helpdesk.report.layout.flow import Flow
from helpdesk.report.layout.letters import fitted, width, wrapped
from helpdesk.report.layout.pen import Pen
from helpdesk.report.layout.styles import BODY, HAIR, STRONG, Style
from helpdesk.report.notation import NONE, Notation
from helpdesk.words import _

GUTTER = 10.0
TITLE_LINES = 6
HEAD, ROW_PADDING = 18.0, 6.0


@dataclass(frozen=True, slots=True)
class Cells:
    """One row as it stands in print; the goods may take several lines."""

    texts: tuple[str, ...]
    goods: tuple[str, ...]

    @property
    def height(self) -> float:
        return BODY.leading * len(self.goods) + ROW_PADDING


class LineTable:
    """Lines of a paper laid out for a width; numbers stand to the right, goods take what is left."""

    def __init__(self, lines: Sequence[PaperLine], notation: Notation, text_width: float, *, is_net: bool) -> None:
        self._notation = notation
        self._width = text_width
        self._has_discount = any(line.discount or line.reduction_minor for line in lines)
        # One rate for all is told once, below the table.
        self._has_rates = is_net or len({line.vat for line in lines}) > 1
        heads = self._heads(is_net=is_net)
        rows = [self._texts(place, line) for place, line in enumerate(lines, start=1)]
        room = [
            max(width(text, STRONG if at == len(rows) else BODY) for at, text in enumerate((*column, head)))
            for head, column in zip(heads, zip(*rows, strict=True), strict=True)
        ]
        goods = text_width - sum(room) - GUTTER * len(room)
        self._lefts = [0.0, room[0] + GUTTER]
        for at in range(1, len(room)):
            self._lefts.append(self._lefts[-1] + (goods if at == 1 else room[at - 1]) + GUTTER)
        self._room = room
        self._goods_room = goods
        self._heads_shown = heads
        self.rows = [
            Cells(tuple(texts), tuple(wrapped(_titled(line), BODY, goods, TITLE_LINES)))
            for texts, line in zip(rows, lines, strict=True)
        ]

    def place(self, flow: Flow, kept: float) -> None:
        """Lays the rows out over pages; the last row stands with the `kept` height that follows it."""
        flow.keep(HEAD + self.rows[0].height)
        start, left = 0, flow.room - HEAD
        for at, row in enumerate(self.rows):
            needed = row.height + (kept if at + 1 == len(self.rows) and kept < flow.whole_page / 2 else 0)
            if needed > left and at > start:
                self._put(flow, start, at)
                flow.turn()
                start, left = at, flow.room - HEAD
            left -= row.height
        self._put(flow, start, len(self.rows))

    def _put(self, flow: Flow, first: int, last: int) -> None:
        piece = Piece(self, first, last)
        flow.place(piece, piece.height)

    def draw(self, pen: Pen, top: float, first: int, last: int) -> None:
        """Draws rows with their head."""
        pen.rule(0, top, self._width, thickness=0.75)
        pen.text(self._lefts[1], top + 13, fitted(_("Goods or services"), STRONG, self._goods_room), STRONG)
        self._row(pen, top + 13, self._heads_shown, STRONG)
        top += HEAD
        pen.rule(0, top, self._width)
        for row in self.rows[first:last]:
            self._row(pen, top + 12, row.texts, BODY)
            pen.lines(self._lefts[1], top + 3, list(row.goods), BODY)
            top += row.height
            pen.rule(0, top, self._width, thickness=0.25, grey=HAIR)
        pen.rule(0, top, self._width, thickness=0.75)

    def _row(self, pen: Pen, baseline: float, texts: Sequence[str], style: Style) -> None:
        pen.text_right(self._room[0], baseline, texts[0], style)
        for at, text in enumerate(texts[1:], start=1):
            if at == 2:
                pen.text(self._lefts[at + 1], baseline, text, style)
            else:
                pen.text_right(self._lefts[at + 1] + self._room[at], baseline, text, style)

    def _heads(self, *, is_net: bool) -> list[str]:
        heads = [_("No."), _("Quantity"), _("Unit"), _("Price")]
        if self._has_discount:
            heads.append(_("Discount"))
        if self._has_rates:
            heads.append(_("VAT"))
        return [*heads, _("Net sum") if is_net else _("Sum")]

    def _texts(self, place: int, line: PaperLine) -> list[str]:
        notation, currency = self._notation, self._notation.currency
        texts = [str(place), quantity(line.quantity, notation), fitted(line.unit, BODY, 50)]
        texts.append(plain_sum(Money(line.price_minor, currency), notation))
        if self._has_discount:
            texts.append(self._discount(line))
        if self._has_rates:
            texts.append(NONE if line.vat is None else percent(line.vat, notation))
        return [*texts, plain_sum(line.sum(currency), notation)]

    def _discount(self, line: PaperLine) -> str:
        saved = line.full(self._notation.currency) - line.sum(self._notation.currency)
        return plain_sum(saved, self._notation) if saved else NONE


@dataclass(frozen=True, slots=True)
class Piece:
    """The rows of a table that stand on one page."""

    table: LineTable
    first: int
    last: int

    @property
    def height(self) -> float:
        return HEAD + sum(row.height for row in self.table.rows[self.first : self.last])

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        self.table.draw(pen, top, self.first, self.last)
        return self.last - self.first


def sum_rows(lines: Sequence[PaperLine], notation: Notation, *, is_net: bool) -> list[tuple[str, str, bool]]:
    """What stands below the lines: label, sum, whether it is strong."""
    found = totals(lines, notation.currency, is_net=is_net)
    rows: list[tuple[str, str, bool]] = []
    if found.saved:
        rows.append((_("Discounts"), plain_sum(found.saved, notation), False))
    if is_net:
        rows.append((_("Net total"), plain_sum(found.net, notation), False))
    else:
        rows.append((_("Total"), plain_sum(found.total, notation), False))
    for share in found.shares:
        if share.percent is None and found.has_vat:
            continue
        if share.percent is None:
            rows.append((_("Without VAT"), NONE, False))
        elif is_net:
            label = _("VAT {percent}").format(percent=percent(share.percent, notation))
            rows.append((label, plain_sum(share.vat, notation), False))
        else:
            label = _("VAT in it, {percent}").format(percent=percent(share.percent, notation))
            rows.append((label, plain_sum(share.vat, notation), False))
    return [*rows, (_("To be paid"), notation_money(found.total, notation), True)]


def plain_sum(sum: Money, notation: Notation) -> str:
    """A sum without its sign, with as many digits as its currency has."""
    return notation.number(sum.amount, exponent(sum.currency))


def notation_money(sum: Money, notation: Notation) -> str:
    """A sum with the sign of its currency."""
    digits = exponent(sum.currency)
    return notation.money(sum.amount) if digits == 2 else f"{notation.number(sum.amount, digits)}\u00a0{sum.currency}"


def quantity(count: Decimal, notation: Notation) -> str:
    """A quantity with the digits that it has."""
    places = max(0, -int(count.normalize().as_tuple().exponent))
    return notation.number(count, places)


def percent(rate: Decimal, notation: Notation) -> str:
    """A VAT rate, such as “22 %”."""
    text = quantity(rate, notation)
    return f"{text}\u00a0%" if notation.is_russian else f"{text}%"


def _titled(line: PaperLine) -> str:
    return f"{line.title} ({line.code})" if line.code else line.title
