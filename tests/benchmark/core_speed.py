"""Search as you type, list pages and saving, on 100,000 requests and 30,000 customers."""

from __future__ import annotations

from collections.abc import Callable

from helpdesk.domain.event import Channel
from helpdesk.domain.listing import RequestQuery, View
from helpdesk.domain.query import plan
from helpdesk.domain.request import RequestForm, RequestKind
from helpdesk.service import company, find, request, request_list
from helpdesk.service.desk import Desk
from helpdesk.storage.database import Database
from tests.benchmark.figure import Figure, milliseconds, p95, timed

SPOKEN = (
    "чайник",
    "bdfyjd",
    "доставка",
    "invoice",
    "ivanov",
    "1-00457",
    "9215550",
    "возврат денег",
    "printer",
    "заказ",
)


def measure(desk: Desk) -> list[Figure]:
    """Figures of the core on a filled workplace."""
    actor = company.operators(desk)[0].id
    return [*_search(desk, actor), *_pages(desk, actor), _saving(desk, actor)]


def _typed() -> list[str]:
    return [word[:end] for word in SPOKEN for end in range(1, len(word) + 1)]


def _search(desk: Desk, actor: bytes) -> list[Figure]:
    texts = _typed()
    asked: dict[str, Callable[[str], object]] = {
        "list": lambda text: request_list.first_page(desk, actor, RequestQuery(text=text)),
        "everywhere": lambda text: find.find(desk, actor, text),
    }
    with desk.reading() as database:
        asked["bare"] = lambda text: _bare(database, text)
        times = _in_turns(texts, asked)
    in_list, everywhere, bare = times["list"], times["everywhere"], times["bare"]
    ratio = p95(in_list) / p95(bare)
    return [
        Figure(
            "search as you type, request list, p95",
            milliseconds(p95(in_list)),
            f"bare FTS5 of the same words and rows {milliseconds(p95(bare))}: {ratio:.2f} x",
            "<= 30 ms, <= 2 x",
            p95(in_list) <= 0.030 and ratio <= 2,
        ),
        Figure(
            "search everywhere (Ctrl+K), p95", milliseconds(p95(everywhere)), "", "<= 30 ms", p95(everywhere) <= 0.030
        ),
    ]


def _bare(database: Database, text: str) -> object:
    asked = plan(text)
    found = []
    for table, expression in (
        ("request_words", asked.match_expression()),
        ("request_digits", asked.digits_expression()),
    ):
        if expression:
            sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid DESC LIMIT 500"
            found += [row[0] for row in database.rows(sql, expression)]
    aliases = found[:50]
    marks = ", ".join("?" * len(aliases))
    return database.rows(f"SELECT * FROM request WHERE alias IN ({marks})", *aliases)


def _in_turns(texts: list[str], asked: dict[str, Callable[[str], object]]) -> dict[str, list[float]]:
    """Every search once to warm the caches, then three rounds timed, the ways in turns."""
    times: dict[str, list[float]] = {name: [] for name in asked}
    for turn in range(4):
        for text in texts:
            for name, search in asked.items():
                seconds = timed(lambda search=search, text=text: search(text))
                if turn:
                    times[name].append(seconds)
    return times


def _pages(desk: Desk, actor: bytes) -> list[Figure]:
    figures = []
    whole = request_list.aliases(desk, actor, RequestQuery(view=View.ALL))
    starts = range(0, len(whole), max(1, len(whole) // 40))
    jumps = [timed(lambda at=at: request_list.rows(desk, actor, whole[at : at + 50])) for at in starts]
    for view in (View.MINE, View.QUEUE, View.ALL):
        query = RequestQuery(view=view)
        firsts = [timed(lambda query=query: request_list.first_page(desk, actor, query)) for _ in range(20)]
        figures.append(
            Figure(f"first page of {view}, p95", milliseconds(p95(firsts)), "", "<= 5 ms", p95(firsts) <= 0.005)
        )
    figures.append(Figure("a page anywhere, p95", milliseconds(p95(jumps)), "", "<= 5 ms", p95(jumps) <= 0.005))
    scan = timed(lambda: request_list.aliases(desk, actor, RequestQuery(view=View.ALL)))
    figures.append(Figure("the whole view as aliases, off the window's thread", milliseconds(scan), "", "", True))
    return figures


def _saving(desk: Desk, actor: bytes) -> Figure:
    def save() -> None:
        form = RequestForm(
            kind=RequestKind.COMPLAINT, subject="Лампа не горит", description="с пятницы", channel=Channel.MAIL
        )
        request.register(desk, actor, form)

    saves = [timed(save) for _ in range(50)]
    return Figure(
        "saving a request with its events, p95", milliseconds(p95(saves)), "", "<= 20 ms", p95(saves) <= 0.020
    )
