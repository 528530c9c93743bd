"""Words of other programs for what the desk knows by its own: states, kinds, priorities, channels,"
" order stages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from helpdesk.domain.event import Channel
from helpdesk.domain.folding import fold
from helpdesk.domain.order import OrderStage
from helpdesk.domain.request import Priority, RequestKind, RequestState

M = TypeVar("M")


def _table(words: Mapping[M, str]) -> dict[str, M]:
    return {fold(word): meaning for meaning, listed in words.items() for word in listed.split(",")}


_STATES = _table(
    {
        "received": "new, registered, submitted, received, created, новая, новый, новое, зарегистрирована,"
        " получена, создана",
        "in_work": "open, opened, in progress, active, assigned, accepted, work, reopened, в работе,"
        " открыта, открыт, открыто,"
        " открыто повторно, назначена, принята, принято, выполняется, активна",
        "waiting_customer": "pending, waiting, on hold, hold, waiting for customer, awaiting reply,"
        " wait user, ожидание,"
        " ожидает, ждет, приостановлена, ожидает клиента, ждем клиента, ожидание ответа клиента, отложена",
        "waiting_department": "waiting for department, escalated, ждем отдел, эскалация, передана",
        "waiting_supplier": "waiting for vendor, waiting for supplier, awaiting supplier, ждем поставщика,"
        " ожидает поставщика",
        "waiting_date": "scheduled, planned, waiting for a date, запланирована, ждем даты",
        "solved": "solved, resolved, done, fixed, completed, complete, решена, решено, решен, выполнена,"
        " выполнено, готово,"
        " исполнена, resolve",
        "closed": "closed, close, archived, закрыта, закрыто, закрыт, завершена, завершено, архив",
        "cancelled": "cancelled, canceled, rejected, declined, withdrawn, spam, отменена, отменено,"
        " отклонена, отклонено,"
        " отказ, снята",
    }
)
_KINDS = _table(
    {
        RequestKind.CONSULTATION: "consultation, question, inquiry, enquiry, info, information,"
        " консультация, вопрос, справка",
        RequestKind.PURCHASE: "purchase, sale, sales, order, buy, quote, покупка, продажа, заказ, приобретение",
        RequestKind.ORDER_CHANGE: "order change, change, order_change, изменение заказа, изменение, правка заказа",
        RequestKind.COMPLAINT: "complaint, claim, refund, return, жалоба, претензия, рекламация, возврат",
        RequestKind.SERVICE: "service, repair, incident, problem, task, service request, сервис, ремонт,"
        " обслуживание,"
        " инцидент, проблема, услуга, задача, запрос на обслуживание",
    }
)
_PRIORITIES = _table(
    {
        Priority.LOW: "low, lowest, minor, p4, 4, низкий, низкая",
        Priority.NORMAL: "normal, medium, moderate, default, p3, 3, обычный, обычная, средний, средняя, нормальный",
        Priority.HIGH: "high, major, important, p2, 2, высокий, высокая, важный, важная",
        Priority.URGENT: "urgent, critical, highest, immediate, blocker, p1, 1, срочный, срочная, срочно,"
        " критический,"
        " критичный, неотложный, аварийный",
    }
)
_CHANNELS = _table(
    {
        Channel.PHONE: "phone, telephone, call, voice, телефон, звонок, тел",
        Channel.MAIL: "mail, email, e-mail, e mail, letter, почта, письмо, электронная почта, эл почта",
        Channel.CHAT: "chat, messenger, telegram, whatsapp, viber, sms, чат, мессенджер, телеграм",
        Channel.VISIT: "visit, walk-in, office, personal, in person, визит, лично, офис, посещение",
        Channel.OTHER: "other, web, site, website, form, portal, api, другое, иное, сайт, портал, форма",
    }
)
_STAGES = _table(
    {
        OrderStage.REGISTERED: "registered, new, open, created, placed, pending, received, зарегистрирован,"
        " новый, принят,"
        " оформлен, создан",
        OrderStage.CONFIRMED: "confirmed, accepted, approved, paid, подтвержден, согласован, оплачен",
        OrderStage.ASSEMBLING: "assembling, being assembled, processing, in progress, picking, packed,"
        " комплектуется, собирается,"
        " в работе, сборка, на сборке, собран",
        OrderStage.PRODUCTION: "in production, production, manufacturing, в производстве, производится,"
        " изготавливается",
        OrderStage.PROBLEM: "problem, on hold, disputed, проблема, задержан, спор",
        OrderStage.RETURNED: "returned, refunded, возврат, возвращен",
        OrderStage.SHIPPED: "shipped, sent, in transit, dispatched, отгружен, отправлен, в пути, доставляется",
        OrderStage.DELIVERED: "delivered, completed, complete, done, closed, received by customer,"
        " доставлен, выполнен, закрыт,"
        " завершен, получен, вручен",
        OrderStage.CANCELLED: "cancelled, canceled, rejected, отменен, отклонен, аннулирован, отказ",
    }
)


def request_state(states: Mapping[str, RequestState], words: str) -> str | None:
    """The code of the request state that words mean: the company's own names first."""
    wanted = fold(words)
    for state in states.values():
        if wanted and wanted in (fold(state.code), fold(state.name_en), fold(state.name_ru)):
            return state.code
    known = _STATES.get(wanted)
    return known if known in states else None


def request_kind(words: str) -> RequestKind | None:
    """The kind of request that words mean."""
    return _KINDS.get(fold(words))


def priority(words: str) -> Priority | None:
    """The priority that words mean; 1 is the most urgent."""
    return _PRIORITIES.get(fold(words))


def channel(words: str) -> Channel | None:
    """The channel that words mean."""
    return _CHANNELS.get(fold(words))


def order_stage(words: str) -> OrderStage | None:
    """The order stage that words mean."""
    return _STAGES.get(fold(words))
