"""What the columns of other programs are called: the commonest word of a field first.

Gathered from the export headings of databases, spreadsheets, help desks and accounting programs in English and Russian.
"""

from __future__ import annotations

from collections.abc import Mapping

from helpdesk.transfer.synonym_call import CALLS
from helpdesk.transfer.synonym_trade import PAYMENTS, PRODUCTS

_PLACE = {
    "address": (
        "street address", "street", "address 1", "billing address", "адрес", "юридический адрес",
        "фактический адрес", "почтовый адрес", "улица",
    ),
    "city": ("town", "billing city", "город", "населённый пункт"),
    "region": ("state", "province", "county", "регион", "область", "край", "субъект РФ"),
    "postal_code": ("zip", "zip code", "postcode", "post code", "postal", "индекс", "почтовый индекс"),
    "country": ("country code", "billing country", "страна"),
}  # fmt: skip
_CUSTOMERS = {
    "id": (
        "customer id", "client id", "customer code", "customer number", "contact id", "user id", "account id", "uid",
        "guid", "external id", "ид", "код клиента", "код контрагента", "номер клиента", "id клиента", "код",
        "код партнёра", "number",
    ),
    "name": (
        "full name", "customer name", "customer", "client", "client name", "display name", "наименование", "ФИО",
        "клиент", "полное имя", "имя клиента", "наименование клиента", "контрагент", "покупатель", "заказчик",
        "название", "наименование контрагента", "партнёр", "полное наименование", "наименование в программе",
        "имя и фамилия", "фамилия имя отчество",
    ),
    "company": (
        "company name", "organization", "organisation", "organization name", "account name", "firm", "компания",
        "организация", "название компании", "наименование организации", "фирма", "юридическое лицо",
    ),
    "kind": (
        "customer kind", "customer type", "client type", "type", "person or company", "вид", "тип", "тип клиента",
        "вид контрагента", "юр/физ лицо", "юрфизлицо",
    ),
    "last_name": ("surname", "family name", "lastname", "фамилия"),
    "first_name": ("given name", "firstname", "forename", "имя"),
    "middle_name": ("patronymic", "additional name", "отчество"),
    "contact_name": ("contact", "contact person", "primary contact", "контакт", "контактное лицо", "представитель"),
    "contact_title": (
        "title", "job title", "position", "post", "должность", "должность контакта", "должность контактного лица",
    ),
    "phone": (
        "telephone", "phone number", "tel", "work phone", "business phone", "contact phone", "contact phone number",
        "phone 1", "phone 1 - value", "mobile phone", "mobile", "cell", "cell phone", "mobile number",
        "primary phone", "телефон", "рабочий телефон", "номер телефона", "мобильный телефон", "мобильный", "сотовый",
        "тел", "контактный телефон", "телефон 1", "телефоны",
    ),
    "phone2": (
        "phone 2", "second phone", "home phone", "other phone", "phone 2 - value", "additional phone",
        "другой телефон", "домашний телефон", "дополнительный телефон", "телефон 2", "второй телефон", "доп телефон",
    ),
    "fax": ("fax number", "business fax", "факс", "номер факса"),
    "mail": (
        "email", "e-mail", "email address", "e-mail address", "mail address", "work email", "primary email",
        "e-mail 1 - value", "почта", "электронная почта", "эл почта", "рабочий e-mail", "адрес электронной почты",
        "емейл", "имейл", "домашний e-mail",
    ),
    **_PLACE,
    "inn": (
        "инн", "tax id", "vat number", "vat id", "taxpayer number", "tin", "ИНН клиента", "ИНН контрагента",
        "инн кпп",
    ),
    "note": (
        "notes", "comment", "comments", "remark", "remarks", "description", "about", "примечание", "комментарий",
        "комментарии", "заметки", "заметка", "дополнительно", "описание",
    ),
    "tags": ("tag", "labels", "groups", "group membership", "метки", "теги", "тег", "метка", "группы"),
    "created_at": (
        "created", "created on", "create date", "creation date", "date created", "created time", "registered",
        "дата создания", "создан", "создано", "дата регистрации", "когда создан",
    ),
    "language": ("lang", "locale", "preferred language", "язык"),
}  # fmt: skip
_ORDERS = {
    "id": ("order id", "orderid", "external id", "uid", "guid", "ид", "id заказа", "код заказа", "код"),
    "number": (
        "order number", "order no", "order", "name", "document number", "invoice number", "номер", "номер заказа",
        "заказ", "№", "номер документа", "№ документа",
    ),
    "customer": (
        "customer id", "client", "client id", "customer name", "buyer", "customer code", "account", "company",
        "клиент", "покупатель", "заказчик", "контрагент", "код клиента", "id клиента", "партнёр", "организация",
        "email",
    ),
    "ordered_at": (
        "order date", "ordered", "ordered on", "date", "created at", "created", "order time", "date created",
        "placed at", "дата заказа", "дата", "дата создания", "создан", "оформлен", "дата документа",
        "дата оформления",
    ),
    "required_on": (
        "required date", "required by", "due date", "deadline", "wanted on", "delivery date", "requested date",
        "срок", "требуется к", "срок поставки", "дата поставки", "желаемая дата", "срок исполнения",
        "желаемая дата отгрузки",
    ),
    "confirmed_on": (
        "confirmed date", "confirmed", "promised date", "confirmed for", "подтверждённая дата", "подтверждён",
        "дата подтверждения", "обещанная дата",
    ),
    "shipped_on": (
        "shipped date", "ship date", "shipped", "fulfilled at", "dispatched", "дата отгрузки", "отгружен",
        "отгружено", "дата отправки", "отправлен",
    ),
    "delivered_on": (
        "delivered date", "delivered", "delivered at", "дата доставки", "доставлен", "дата вручения", "получен",
    ),
    "freight": (
        "shipping", "shipping cost", "delivery cost", "delivery price", "доставка", "стоимость доставки",
        "цена доставки", "фрахт",
    ),
    "ship_name": (
        "shipping name", "recipient", "deliver to", "consignee", "получатель", "грузополучатель", "имя получателя",
    ),
    "ship_address": ("shipping address", "delivery address", "shipping street", "address", "адрес доставки", "адрес"),
    "ship_city": ("shipping city", "delivery city", "city", "город доставки", "город"),
    "ship_country": ("shipping country", "delivery country", "country", "страна доставки", "страна"),
    "carrier": (
        "ship via", "shipper", "shipping method", "delivery method", "delivery service", "перевозчик",
        "способ доставки", "служба доставки", "транспортная компания",
    ),
    "state": (
        "status", "order status", "fulfillment status", "stage", "состояние", "статус", "статус заказа", "стадия",
        "этап",
    ),
    "note": (
        "notes", "comment", "comments", "remark", "description", "примечание", "комментарий", "комментарий клиента",
        "описание",
    ),
}  # fmt: skip
_LINES = {
    "order": (
        "order id", "orderid", "order number", "order no", "invoice", "заказ", "номер заказа", "id заказа",
        "код заказа", "№ заказа", "документ",
    ),
    "product": (
        "product id", "productid", "sku", "product code", "item id", "item code", "article", "lineitem sku", "code",
        "item", "товар", "артикул", "код товара", "id товара", "номенклатура", "код",
    ),
    "title": (
        "product name", "item name", "name", "description", "lineitem name", "наименование", "название",
        "название товара", "наименование товара", "описание",
    ),
    "quantity": ("qty", "count", "amount", "lineitem quantity", "units", "количество", "кол-во", "кол"),
    "unit_price": ("price", "unit cost", "lineitem price", "цена", "цена за единицу", "стоимость"),
    "discount": ("discount percent", "rebate", "скидка", "процент скидки", "скидка %"),
    "position": (
        "line", "line number", "line no", "row", "pos", "позиция", "номер строки", "№ п/п", "№", "строка", "пп",
    ),
}  # fmt: skip
_REQUESTS = {
    "id": (
        "ticket id", "request id", "case id", "issue id", "incident id", "external id", "uid", "ид", "id заявки",
        "код заявки", "код обращения",
    ),
    "number": (
        "ticket number", "request number", "ticket", "case number", "case", "issue key", "#", "номер",
        "номер заявки", "заявка", "№ заявки", "номер обращения", "обращение", "№", "key",
    ),
    "subject": (
        "title", "summary", "topic", "name", "short description", "тема", "тема заявки", "заголовок", "название",
        "тема обращения", "краткое описание", "вопрос",
    ),
    "description": (
        "body", "text", "message", "details", "content", "first comment", "описание", "текст", "содержание",
        "сообщение", "текст заявки", "текст обращения", "суть обращения", "подробности",
    ),
    "kind": (
        "type", "request type", "ticket type", "issue type", "category", "help topic", "тип", "вид", "вид заявки",
        "тип заявки", "категория", "вид обращения", "тип обращения",
    ),
    "priority": ("urgency", "severity", "приоритет", "важность", "срочность"),
    "reason": (
        "contact reason", "call reason", "reason for contact", "тематика", "тематика обращения", "причина обращения",
        "причина",
    ),
    "channel": (
        "source", "via", "origin", "create article type", "канал", "источник", "канал обращения", "способ обращения",
    ),
    "state": (
        "status", "current status", "ticket status", "stage", "состояние", "статус", "статус заявки", "стадия",
        "этап",
    ),
    "customer": (
        "customer id", "requester", "requester name", "requester id", "from", "client", "client id", "contact",
        "contact id", "full name", "reporter", "caller", "customer name", "from email", "requester email", "email",
        "клиент", "заявитель", "от кого", "контакт", "автор", "код клиента", "id клиента", "заказчик", "контрагент",
        "organization", "company", "компания",
    ),
    "owner": (
        "agent", "assignee", "assigned to", "agent assigned", "responsible", "operator", "owner name",
        "ответственный", "исполнитель", "оператор", "назначена", "кому назначена", "владелец",
    ),
    "created_at": (
        "created", "created time", "create time", "date created", "opened", "opened at", "date", "created on",
        "create date", "дата создания", "создана", "создано", "дата", "дата заявки", "дата обращения",
        "дата регистрации", "когда создана", "дата поступления",
    ),
    "wanted_on": (
        "due date", "due", "deadline", "due by", "due by time", "wanted by", "sla due date", "due at", "срок",
        "желаемый срок", "крайний срок", "срок исполнения", "выполнить до",
    ),
    "solved_at": (
        "resolved", "resolved time", "resolved at", "solved", "closed", "closed at", "close at", "closed time",
        "closed date", "date closed", "решена", "дата решения", "закрыта", "дата закрытия", "выполнена",
        "дата выполнения", "дата завершения",
    ),
}  # fmt: skip
_EVENTS = {
    "request": (
        "case id", "case", "caseid", "request id", "request number", "ticket", "ticket id", "ticket number", "trace",
        "case:concept:name", "incident", "заявка", "номер заявки", "id заявки", "№ заявки", "обращение",
        "номер обращения",
    ),
    "activity": (
        "activity id", "event", "action", "activity name", "concept:name", "event type", "type", "task", "state",
        "status", "событие", "действие", "операция", "этап", "вид события", "статус", "активность",
    ),
    "at": (
        "complete timestamp", "timestamp", "time", "time:timestamp", "date", "datetime", "occurred at", "created at",
        "start timestamp", "event time", "when", "дата", "время", "дата и время", "время события", "дата события",
        "когда",
    ),
    "operator": (
        "resource", "org:resource", "user", "agent", "actor", "performed by", "author", "who", "оператор",
        "исполнитель", "сотрудник", "ответственный", "пользователь", "автор", "кто",
    ),
    "text": (
        "comment", "note", "message", "description", "details", "body", "текст", "комментарий", "сообщение",
        "описание", "примечание",
    ),
}  # fmt: skip
SYNONYMS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "customers": _CUSTOMERS,
    "products": PRODUCTS,
    "orders": _ORDERS,
    "order-lines": _LINES,
    "requests": _REQUESTS,
    "events": _EVENTS,
    "calls": CALLS,
    "payments": PAYMENTS,
}
