"""What a new workplace begins with: request states, the call script, VAT rates, in both languages.

Their identities follow from their codes, so that two stations that began apart mean the same rows.
"""

from __future__ import annotations

from typing import Any

from helpdesk.service.seed_identity import code_identity as code_identity
from helpdesk.service.seed_order import plant_orders
from helpdesk.service.seed_reason import plant_reasons
from helpdesk.service.seed_vat import plant_rates
from helpdesk.storage import tables
from helpdesk.storage.unit import UnitOfWork

STATES: tuple[tuple[str, str, str, str, str], ...] = (
    ("received", "new", "", "Received", "Получена"),
    ("in_work", "open", "", "In work", "В работе"),
    ("waiting_customer", "waiting", "customer", "Waiting for customer", "Ждём клиента"),
    ("waiting_department", "waiting", "department", "Waiting for department", "Ждём отдел"),
    ("waiting_supplier", "waiting", "supplier", "Waiting for supplier", "Ждём поставщика"),
    ("waiting_date", "waiting", "date", "Waiting for a date", "Ждём даты"),
    ("solved", "solved", "", "Solved", "Выполнена"),
    ("closed", "closed", "", "Closed", "Закрыта"),
    ("cancelled", "cancelled", "", "Cancelled", "Отменена"),
)

SCRIPT: tuple[dict[str, str], ...] = (
    {
        "code": "greet",
        "title_en": "Greet",
        "title_ru": "Приветствие",
        "words_en": "Good day, {name}! How can I help you?",
        "words_ru": "Здравствуйте, {name}! Чем могу помочь?",
    },
    {
        "code": "understand",
        "title_en": "Understand",
        "title_ru": "Уточнение",
        "words_en": "{name}, please tell me what happened, and since when?",
        "words_ru": "{name}, расскажите, пожалуйста, что случилось и с какого времени?",
        "question_en": "What happened, and since when?",
        "question_ru": "Что случилось и с какого времени?",
    },
    {
        "code": "solve",
        "title_en": "Solve",
        "title_ru": "Решение",
        "words_en": "Here is what we can do about it.",
        "words_ru": "Вот что мы можем для вас сделать.",
        "question_en": "What was proposed?",
        "question_ru": "Что предложили?",
    },
    {
        "code": "register",
        "title_en": "Register",
        "title_ru": "Заявка",
        "words_en": "I am registering your request. By when do you need the answer?",
        "words_ru": "Оформляю заявку. К какому сроку вам нужен ответ?",
        "question_en": "Wanted by",
        "question_ru": "Желаемый срок",
    },
    {
        "code": "offer",
        "title_en": "Offer",
        "title_ru": "Допродажа",
        "words_en": "May I tell you what goes well with it?",
        "words_ru": "Разрешите рассказать, что к этому подходит?",
        "question_en": "Of interest",
        "question_ru": "Что заинтересовало",
    },
    {
        "code": "close",
        "title_en": "Close",
        "title_ru": "Завершение",
        "words_en": "Is there anything else? Thank you for calling, {name}.",
        "words_ru": "Остались ли ещё вопросы? Спасибо за звонок, {name}.",
    },
)


def plant(unit: UnitOfWork) -> None:
    """Adds the states, the script, the VAT rates, what orders begin with, the contact reasons."""
    for position, (code, category, waiting_for, name_en, name_ru) in enumerate(STATES, start=1):
        unit.add(
            tables.RequestState,
            id=code_identity("request_state", code),
            code=code,
            category=category,
            waiting_for=waiting_for,
            name_en=name_en,
            name_ru=name_ru,
            position=position,
        )
    for position, stage in enumerate(SCRIPT, start=1):
        cells: dict[str, Any] = dict(stage)
        unit.add(tables.ScriptStage, id=code_identity("script_stage", stage["code"]), position=position, **cells)
    plant_rates(unit)
    plant_orders(unit)
    plant_reasons(unit)
