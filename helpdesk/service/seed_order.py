"""What orders begin with in a new workplace: stages by kind, and deadlines of demands as the law sets them."""

from __future__ import annotations

from datetime import date

from helpdesk.domain.order import OrderKind, OrderStage
from helpdesk.service.seed_identity import code_identity
from helpdesk.storage import tables
from helpdesk.storage.unit import UnitOfWork

S = OrderStage
_ENDS = (
    (S.PROBLEM, "Problem", "Проблема"),
    (S.RETURNED, "Returned", "Возврат"),
    (S.CANCELLED, "Cancelled", "Отменён"),
)
STAGES: dict[OrderKind, tuple[tuple[OrderStage, str, str], ...]] = {
    OrderKind.GOODS: (
        (S.REGISTERED, "Registered", "Оформлен"),
        (S.CONFIRMED, "Confirmed", "Подтверждён"),
        (S.ASSEMBLING, "Being assembled", "В сборке"),
        (S.SHIPPED, "Shipped", "Отгружен"),
        (S.DELIVERED, "Delivered", "Доставлен"),
        *_ENDS,
    ),
    OrderKind.MADE: (
        (S.REGISTERED, "Registered", "Оформлен"),
        (S.CONFIRMED, "Confirmed", "Подтверждён"),
        (S.PRODUCTION, "In production", "В производстве"),
        (S.ASSEMBLING, "Being assembled", "В сборке"),
        (S.SHIPPED, "Shipped", "Отгружен"),
        (S.DELIVERED, "Delivered", "Доставлен"),
        *_ENDS,
    ),
    OrderKind.SERVICE: (
        (S.REGISTERED, "Registered", "Оформлен"),
        (S.CONFIRMED, "Agreed", "Согласован"),
        (S.PRODUCTION, "In work", "В работе"),
        (S.DELIVERED, "Done", "Выполнен"),
        (S.PROBLEM, "Problem", "Проблема"),
        (S.CANCELLED, "Cancelled", "Отменён"),
    ),
}

DEMANDS: tuple[tuple[str, str, str, tuple[int | None, str], tuple[int | None, str], str], ...] = (
    (
        "refund",
        "Refund, price cut, damages for a defect",
        "Возврат денег, уценка, убытки за брак",
        (10, "days"),
        (24, "months"),
        "ЗоЗПП, ст. 22",
    ),
    (
        "exchange",
        "Exchange for a defect",
        "Обмен бракованного товара",
        (7, "days"),
        (24, "months"),
        "ЗоЗПП, ст. 21",
    ),
    (
        "exchange_check",
        "Exchange for a defect, with a check",
        "Обмен бракованного товара с проверкой",
        (20, "days"),
        (24, "months"),
        "ЗоЗПП, ст. 21",
    ),
    (
        "exchange_none",
        "Exchange for a defect, out of stock",
        "Обмен бракованного товара, нет в наличии",
        (1, "months"),
        (24, "months"),
        "ЗоЗПП, ст. 21",
    ),
    ("repair", "Repair", "Ремонт", (45, "days"), (24, "months"), "ЗоЗПП, ст. 20"),
    (
        "sound_goods",
        "Sound goods exchanged or returned",
        "Обмен или возврат исправного товара",
        (3, "days"),
        (14, "days"),
        "ЗоЗПП, ст. 25",
    ),
    (
        "distance",
        "Distance sale refused",
        "Отказ от дистанционной покупки",
        (10, "days"),
        (7, "days"),
        "ЗоЗПП, ст. 26.1",
    ),
    (
        "service",
        "Service: refund or price cut",
        "Услуга: возврат денег или уценка",
        (10, "days"),
        (None, "days"),
        "ЗоЗПП, ст. 31",
    ),
    (
        "prepaid",
        "Prepaid and not delivered",
        "Оплачено и не доставлено",
        (10, "days"),
        (None, "days"),
        "ЗоЗПП, ст. 23.1",
    ),
    ("business", "Claim of a company", "Претензия организации", (30, "days"), (None, "days"), "АПК РФ, ст. 4"),
    ("goodwill", "Goodwill, no demand by law", "Жест доброй воли, без требования", (None, "days"), (None, "days"), ""),
)
_KNOWN_SINCE = date(2026, 1, 1)


def plant_orders(unit: UnitOfWork) -> None:
    """Adds the stages of orders and the deadlines of demands."""
    for kind, stages in STAGES.items():
        for position, (category, name_en, name_ru) in enumerate(stages, start=1):
            unit.add(
                tables.OrderStage,
                id=code_identity("order_stage", f"{kind}:{category}"),
                kind=kind.value,
                code=category.value,
                category=category.value,
                name_en=name_en,
                name_ru=name_ru,
                position=position,
            )
    for position, (code, name_en, name_ru, duty, window, source) in enumerate(DEMANDS, start=1):
        unit.add(
            tables.DemandRule,
            id=code_identity("demand_rule", code),
            code=code,
            name_en=name_en,
            name_ru=name_ru,
            days=duty[0],
            unit=duty[1],
            window_days=window[0],
            window_unit=window[1],
            source=source,
            valid_from=_KNOWN_SINCE,
            position=position,
        )
