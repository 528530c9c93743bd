"""What other programs call the columns of a telephone exchange's log."""

from __future__ import annotations

CALLS: dict[str, tuple[str, ...]] = {
    "id": ("uniqueid", "unique id", "call id", "callid", "linkedid", "id звонка", "ид звонка", "номер звонка"),
    "started_at": (
        "start", "started", "calldate", "call date", "start time", "call start", "date and time", "начало",
        "начало звонка", "дата звонка", "время звонка", "дата и время", "дата и время звонка", "поступил",
    ),
    "answered_at": (
        "answer", "answered", "answer time", "connect time", "ответ", "время ответа", "отвечен", "начало разговора",
    ),
    "ended_at": (
        "end", "ended", "end time", "hangup", "hangup time", "конец", "окончание", "конец звонка", "завершён",
        "завершение", "конец разговора",
    ),
    "caller": (
        "src", "source number", "from", "caller id", "callerid", "clid", "caller number", "ani", "кто звонил",
        "звонивший", "номер звонившего", "откуда", "номер абонента", "номер клиента", "абонент",
    ),
    "line": (
        "dst", "did", "queue", "dnis", "called number", "destination", "trunk", "to", "линия", "куда",
        "очередь", "группа", "входящий номер", "номер линии",
    ),
    "operator": (
        "agent", "extension", "dstchannel", "answered by", "оператор", "сотрудник", "агент", "кто ответил",
        "ответил", "внутренний номер",
    ),
    "direction": ("call type", "call direction", "направление", "тип звонка", "вид звонка", "тип вызова"),
    "result": (
        "disposition", "status", "call status", "outcome", "результат", "статус", "статус звонка", "итог",
        "результат звонка",
    ),
    "waited": (
        "wait", "wait time", "ring time", "hold time", "ringing", "waiting", "ожидание", "время ожидания", "ждал",
        "время дозвона",
    ),
    "talked": (
        "billsec", "talk time", "talk", "conversation", "разговор", "время разговора", "длительность разговора",
    ),
    "duration": (
        "total time", "call duration", "length", "длительность", "продолжительность", "общая длительность",
        "длительность звонка",
    ),
}  # fmt: skip
