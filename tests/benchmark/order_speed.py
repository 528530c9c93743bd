"""The order tracker on 200,000 orders: pages, filters, search, board, calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from helpdesk import bootstrap
from helpdesk.clock import SystemClock
from helpdesk.domain.listing import OrderQuery, OrderView, Sort
from helpdesk.domain.order import OrderKind, OrderStage
from helpdesk.service import company, example, order_list, order_present, order_todo
from helpdesk.service.desk import Desk
from tests.benchmark.figure import Figure, milliseconds, p95, timed
from tests.benchmark.workplace import COMPANY

PAGE, FILTER = 0.005, 0.030
SPOKEN = ("чайник", "иванов", "1-00457", "office", "лампа", "stillwater")


def filled(folder: Path, orders: int) -> bootstrap.Workplace:
    """A workplace of invented orders; made once a folder."""
    if bootstrap.exists(folder):
        return bootstrap.open_workplace(folder)
    made = bootstrap.create(folder, COMPANY, "Anna Belova")
    operator = company.operators(made.desk)[0].id
    today = SystemClock().now().date()
    spent = timed(lambda: example.fill(made.desk, operator, requests=3000, orders=orders, seed=1, as_of=today))
    print(f"made {orders} orders in {spent:.0f} s", flush=True)
    return made


def measure(desk: Desk) -> list[Figure]:
    """Figures of the tracker on a filled workplace."""
    actor = company.operators(desk)[0].id
    learning = timed(lambda: order_present.learn_usual(desk, actor, is_forced=True))
    figures = [Figure("learning what is usual, off the window's thread", milliseconds(learning), "", "", True)]
    figures += [*_pages(desk, actor), *_filters(desk, actor)]
    others: tuple[tuple[str, Callable[[], object]], ...] = (
        ("counts of all views", lambda: order_list.counts(desk, actor)),
        ("the board", lambda: order_list.board(desk, actor, OrderQuery(OrderView.OPEN), OrderKind.GOODS)),
        ("what to do now", lambda: order_todo.todo(desk, actor)),
        ("all orders as aliases", lambda: order_list.aliases(desk, actor, OrderQuery(OrderView.ALL))),
    )
    return figures + [
        Figure(f"{name}, off the window's thread", milliseconds(timed(work)), "", "", True) for name, work in others
    ]


def _pages(desk: Desk, actor: bytes) -> list[Figure]:
    figures = []
    for view in OrderView:
        query = OrderQuery(view)
        firsts = [timed(lambda query=query: order_list.page(desk, actor, query)) for _ in range(20)]
        figures.append(_figure(f"orders, first page of {view}, p95", firsts, PAGE))
    whole = order_list.aliases(desk, actor, OrderQuery(OrderView.ALL))
    starts = range(0, len(whole), max(1, len(whole) // 40))
    jumps = [timed(lambda at=at: order_list.rows(desk, actor, whole[at : at + 50])) for at in starts]
    return [*figures, _figure("orders, a page anywhere, p95", jumps, PAGE)]


def _filters(desk: Desk, actor: bytes) -> list[Figure]:
    today = SystemClock().now().date()
    asked = [
        OrderQuery(view, sort=sort, stages=stages, promised_from=first, promised_to=last)
        for view in (OrderView.OPEN, OrderView.ALL)
        for sort in (Sort.DUE, Sort.NEWEST)
        for stages in (frozenset(), frozenset((OrderStage.CANCELLED,)), frozenset((OrderStage.ASSEMBLING,)))
        for first, last in ((None, None), (today, today + timedelta(days=7)), (date(2020, 1, 1), date(2020, 2, 1)))
    ]
    asked += [OrderQuery(OrderView.ALL, kinds=frozenset((kind,))) for kind in OrderKind]
    asked += [OrderQuery(OrderView.ALL, departments=frozenset(("Склад",))), OrderQuery(OrderView.ALL, is_owed=True)]
    times = [timed(lambda query=query: order_list.page(desk, actor, query)) for query in asked for _ in range(5)]
    texts = [word[:end] for word in SPOKEN for end in range(1, len(word) + 1)]
    searches = [
        timed(lambda text=text: order_list.page(desk, actor, OrderQuery(OrderView.ALL, text=text)))
        for text in texts
        for _ in range(2)
    ]
    return [
        _figure("orders, a filter, p95", times, FILTER),
        _figure("orders, search as you type, p95", searches, FILTER),
    ]


def _figure(name: str, times: list[float], bound: float) -> Figure:
    value = p95(times)
    return Figure(name, milliseconds(value), "", f"<= {bound * 1000:.0f} ms", value <= bound)
