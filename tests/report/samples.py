"""Invented frames and requests for the tests of reports."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from helpdesk.report.content import ReportFrame
from helpdesk.report.journal import JournalRow

MADE_AT = datetime(2026, 11, 30, 15, 5, tzinfo=UTC)

_WORDS = {
    "en": {
        "company": "Birch & Sons, office furniture",
        "made_by": "Olga Senina",
        "filters": ("Channel: all", "Team: first line"),
        "channels": ("Phone", "E-mail", "Chat", "Visit"),
        "kinds": ("Consultation", "Purchase", "Order change", "Complaint", "Service"),
        "subjects": (
            "Delivery of the two oak shelves is late",
            "Desk 140 x 70: is it in stock, and can it be delivered on Saturday before noon to the third floor?",
            "Chair came without its castors",
            "Change the delivery address of order 1-00211-4",
            "Invoice for ten lamps",
        ),
        "customers": ("Anna Brook", "Northgate Dental Practice Ltd", "Peter Vale", "Mill Lane School", "Ivy Marsh"),
        "owners": ("Olga Senina", "Mark Dunn", "Vera Petrova"),
        "states": ("Solved", "In work", "Waiting for customer", "Cancelled"),
    },
    "ru": {
        "company": "ООО «Берёзовая мебель»",
        "made_by": "Сенина Ольга",
        "filters": ("Канал: все", "Группа: первая линия"),
        "channels": ("Телефон", "Почта", "Чат", "Визит"),
        "kinds": ("Консультация", "Покупка", "Изменение заказа", "Жалоба", "Сервис"),
        "subjects": (
            "Задерживается доставка двух дубовых полок",
            "Стол 140 × 70: есть ли в наличии и можно ли привезти в субботу до полудня на третий этаж без лифта?",
            "Кресло пришло без колёсиков",
            "Изменить адрес доставки заказа 1-00211-4",
            "Счёт на десять ламп",
        ),
        "customers": ("Ручьёва Анна", "Стоматология «Северные ворота»", "Долин Пётр", "Школа № 12", "Плющева Инна"),
        "owners": ("Сенина Ольга", "Дунин Марк", "Петрова Вера"),
        "states": ("Выполнена", "В работе", "Ждём клиента", "Отменена"),
    },
}


def a_frame(language: str = "en", **changes) -> ReportFrame:
    words = _WORDS[language]
    fields = {
        "company": words["company"],
        "language": language,
        "time_zone": "Europe/Moscow",
        "currency": "RUB",
        "first": date(2026, 11, 1),
        "last": date(2026, 11, 30),
        "made_by": words["made_by"],
        "made_at": MADE_AT,
        "data_as_of": MADE_AT - timedelta(minutes=2),
        "rule_version": "1",
        "filters": words["filters"],
    }
    return ReportFrame(**{**fields, **changes})


def a_row(**changes) -> JournalRow:
    fields = {
        "number": "1-00457-2",
        "created_at": datetime(2026, 11, 23, 9, 12, tzinfo=UTC),
        "channel": "Phone",
        "kind": "Complaint",
        "subject": "Chair came without its castors",
        "customer": "Anna Brook",
        "owner": "Mark Dunn",
        "state": "In work",
        "is_open": True,
    }
    return JournalRow(**{**fields, **changes})


def requests(count: int, language: str = "en") -> list[JournalRow]:
    """The same requests for the same count, spread over November from Monday to Friday."""
    words = _WORDS[language]
    minutes = max(1, 26 * 24 * 60 // max(count, 1))
    return [_request(at, words, minutes) for at in range(count)]


def _request(at: int, words: dict, minutes: int) -> JournalRow:
    created_at = datetime(2026, 11, 1, 21, 7, tzinfo=UTC) + timedelta(minutes=minutes * at)
    fate = (0, 0, 1, 0, 2, 0, 0, 3, 0, 0)[at % 10]
    is_open = fate in (1, 2)
    return JournalRow(
        number=f"1-{at + 100:05}-{at * 7 % 10}",
        created_at=created_at,
        channel=words["channels"][at * 3 % 4],
        kind=words["kinds"][at * 2 % 5],
        subject=words["subjects"][at * 7 % 5] + (f" ({at})" if at % 3 else ""),
        customer=words["customers"][at * 11 % 5],
        owner=words["owners"][at % 3] if fate != 3 else "",
        state=words["states"][fate],
        due_at=created_at + timedelta(hours=9) if fate != 3 else None,
        first_response_seconds=None if fate == 3 or at % 20 == 4 else at * 97 % 7000,
        solved_at=created_at + timedelta(hours=5) if fate == 0 else None,
        score=5 - at % 3 if fate == 0 and at % 4 == 0 else None,
        is_open=is_open,
        is_solved=fate == 0,
        is_overdue=is_open and at % 20 < 5,
    )
