"""The contact reasons that a new workplace begins with, with the words that customers use for them."""

from __future__ import annotations

from helpdesk.service.seed_identity import code_identity
from helpdesk.storage import tables
from helpdesk.storage.unit import UnitOfWork

REASONS: tuple[tuple[str, str, str, str, str], ...] = (
    ("order", "", "Order", "Заказ", "заказ order"),
    ("order_status", "order", "Where is the order", "Где заказ", "где статус когда привезут придёт where status track"),
    (
        "order_place",
        "order",
        "Placing an order",
        "Оформление заказа",
        "купить заказать оформить набор buy purchase set",
    ),
    ("order_change", "order", "Change of an order", "Изменение заказа", "изменить добавить адрес change add address"),
    ("order_cancel", "order", "Cancelling an order", "Отмена заказа", "отменить отказ cancel"),
    ("delivery", "", "Delivery", "Доставка", "доставка доставить курьер delivery courier"),
    ("delivery_late", "delivery", "Late delivery", "Опоздание", "опоздала опоздал задержка поздно late delay"),
    ("delivery_move", "delivery", "Another day", "Перенос доставки", "перенести другой день время postpone move day"),
    ("delivery_price", "delivery", "Price and terms", "Стоимость и сроки", "стоимость сроки самовывоз terms pickup"),
    ("product", "", "Product", "Товар", "товар product"),
    (
        "product_choice",
        "product",
        "Choice and stock",
        "Подбор и наличие",
        "цена подойдёт наличие отличается price suit stock",
    ),
    (
        "product_use",
        "product",
        "Use and care",
        "Использование и уход",
        "ухаживать пользоваться собрать care use assemble",
    ),
    (
        "product_fault",
        "product",
        "Does not work",
        "Неисправность",
        "включается работает сломался шумит broken noise work",
    ),
    ("claim", "", "Complaint and return", "Жалоба и возврат", "жалоба претензия complaint claim"),
    (
        "claim_wrong",
        "claim",
        "Wrong or missing goods",
        "Не тот товар или недовоз",
        "вместо недостаёт wrong missing instead",
    ),
    (
        "claim_damage",
        "claim",
        "Damaged goods",
        "Повреждённый товар",
        "повреждён разбит царапина damaged cracked scratch",
    ),
    (
        "claim_return",
        "claim",
        "Return and refund",
        "Возврат денег и обмен",
        "вернуть возврат обмен return refund exchange",
    ),
    ("payment", "", "Payment and papers", "Оплата и документы", "оплата счёт чек документы invoice payment receipt"),
    (
        "service",
        "",
        "Service and assembly",
        "Сервис и сборка",
        "мастер сборка ремонт гарантия technician repair warranty",
    ),
    ("company", "", "About the company", "О компании", "режим работы адрес магазина открыты hours shop open"),
    (
        "thanks",
        "",
        "Suggestion, thanks",
        "Пожелание, благодарность",
        "спасибо благодарность пожелание thanks suggestion",
    ),
    ("other", "", "Other", "Другое", ""),
)


def plant_reasons(unit: UnitOfWork) -> None:
    """Adds the tree of contact reasons."""
    for position, (code, parent, name_en, name_ru, words) in enumerate(REASONS, start=1):
        unit.add(
            tables.ContactReason,
            id=code_identity("contact_reason", code),
            code=code,
            parent=code_identity("contact_reason", parent) if parent else None,
            name_en=name_en,
            name_ru=name_ru,
            words=words,
            position=position,
        )
