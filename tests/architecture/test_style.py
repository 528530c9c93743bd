"""The house rules that a machine can see."""

from __future__ import annotations

import ast

from tests.architecture.sources import called, lines, modules, nodes, places

MOST_LINES, MOST_FUNCTION_LINES, MOST_PARAMETERS = 300, 40, 5
# Where and by whom a thing is done, and whom it answers to, stand beside the parameters that say what is done.
GIVEN = ("self", "cls", "desk", "actor", "database", "painter", "pen", "progress", "on_error")
BANNED_NAMES = ("manager", "helper", "util", "utils", "handler", "info", "process", "ticket")
CLOCK = (
    "now",
    "utcnow",
    "today",
    "currentDateTime",
    "currentDateTimeUtc",
    "currentDate",
    "currentTime",
)
CLOCK_OF_TIME = ("time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.strftime", "localtime", "gmtime")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def test_no_module_is_longer_than_300_lines():
    assert [f"{name}: {lines(name)}" for name in modules() if lines(name) > MOST_LINES] == []


def test_no_function_is_longer_than_40_lines():
    found = [
        f"{name}:{node.lineno} {node.name}"
        for name, node in nodes(*FUNCTIONS)
        if node.end_lineno - node.lineno + 1 > MOST_FUNCTION_LINES
    ]

    assert found == []


def test_no_function_takes_more_than_five_parameters():
    found = []
    for name, node in nodes(*FUNCTIONS):
        every = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
        if len([one for one in every if one.arg not in GIVEN]) > MOST_PARAMETERS:
            found.append(f"{name}:{node.lineno} {node.name}")

    assert found == []


def test_signals_are_connected_to_bound_slots_never_to_lambdas():
    found = (
        (name, node)
        for name, node in nodes(ast.Call)
        if called(node).endswith(".connect") and any(isinstance(argument, ast.Lambda) for argument in node.args)
    )

    assert places(found) == []


def test_everything_is_caught_only_at_the_two_doors_of_the_window():
    found = (
        (name, node)
        for name, node in nodes(ast.ExceptHandler)
        if name not in ("ui/tasks.py", "ui/crash.py") and catches_everything(node) and not passes_on(node)
    )

    assert places(found) == []


def catches_everything(node: ast.ExceptHandler) -> bool:
    caught = [] if node.type is None else ast.unparse(node.type).strip("()").split(", ")
    return not caught or bool({"Exception", "BaseException"} & set(caught))


def passes_on(node: ast.ExceptHandler) -> bool:
    return isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None


def test_only_tasks_name_the_thread_pool():
    found = (
        (name, node)
        for name, node in nodes(ast.Name, ast.Attribute, ast.alias)
        if name != "ui/tasks.py"
        and {getattr(node, "id", ""), getattr(node, "attr", ""), getattr(node, "name", "")} & {"QThreadPool", "QThread"}
        and not is_asking_for_the_thread(node)
    )

    assert places(found) == []


def is_asking_for_the_thread(node: ast.AST) -> bool:
    return getattr(node, "name", "") == "QThread" or getattr(node, "id", "") == "QThread"


def test_only_the_system_clock_asks_the_system_for_the_time():
    found = (
        (name, node) for name, node in nodes(ast.Call) if name != "helpdesk/clock.py" and reads_the_time(called(node))
    )

    assert places(found) == []


def reads_the_time(name: str) -> bool:
    owner, _, method = name.rpartition(".")
    if name in CLOCK_OF_TIME:
        return True
    return method in CLOCK and owner.split(".")[-1] in ("datetime", "date", "dt", "QDateTime", "QDate", "QTime")


def test_no_module_class_or_function_bears_an_empty_name():
    def words(text: str) -> set[str]:
        spaced = "".join(f"_{sign}" if sign.isupper() else sign for sign in text)
        return set(spaced.lower().replace("/", "_").replace(".", "_").split("_"))

    named = [(name, name) for name in modules()]
    named += [(f"{name}:{node.lineno}", node.name) for name, node in nodes(*FUNCTIONS, ast.ClassDef)]

    assert [place for place, text in named if words(text) & set(BANNED_NAMES)] == []


def test_sockets_are_named_only_where_the_one_window_and_the_display_are_looked_for():
    found = (
        f"{name}: {alias.name}"
        for name, node in nodes(ast.Import, ast.ImportFrom)
        for alias in node.names
        if name not in ("ui/single_window.py", "ui/display.py")
        and {alias.name.split(".")[0], (getattr(node, "module", None) or "").split(".")[0], alias.name}
        & {"socket", "socketserver", "http", "urllib", "ftplib", "smtplib", "QTcpServer", "QTcpSocket", "QLocalServer"}
    )

    assert sorted(found) == []
