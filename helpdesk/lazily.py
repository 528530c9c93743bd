"""What is put off until it is needed, so that the first window need not wait: dataclasses, and modules.

Dataclasses are finished with their first instance: a start declares a hundred of them and makes twenty.

`dataclasses` compiles up to eight functions a class, about a millisecond in all, whether they are needed or not: that
was a quarter of the time to the first window. `from helpdesk.lazily import dataclass` in place of the standard one puts
it off; type checkers see the standard one. Without `slots`, which would need another class.
"""

from __future__ import annotations

import dataclasses
import importlib
import sys
import threading
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls: type | None = None, /, **options: bool) -> Any:
        """The decorator of that name, put off; takes its options, but no slots."""
        if cls is None:
            return partial(dataclass, **options)
        _Unfinished(cls, options)
        return cls


def module(name: str) -> Any:
    """The module `name`, loaded when something in it is first asked for; any thread.

    Beside it stands the import itself under `if TYPE_CHECKING`, for type checkers and for the contracts of imports.
    """
    return _Awaited(name)


class _Awaited:
    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(sys.modules.get(self._name) or importlib.import_module(self._name), name)


# Of two threads with a first instance one finishes the class, the other waits; a field may be of another such class.
_finishing = threading.RLock()


class _Unfinished:
    """Stands for the fields of a class, and behind its `__init__`, until one of them is asked for."""

    def __init__(self, cls: type, options: dict[str, bool]) -> None:
        self._cls, self._options = cls, options
        self._is_finished = False
        finish = self._finish

        def begin(instance: Any, *args: Any, **named: Any) -> None:
            finish()
            cls.__init__(instance, *args, **named)  # type: ignore[misc]

        cls.__init__ = begin  # type: ignore[misc]
        cls.__dataclass_fields__ = self  # type: ignore[attr-defined]

    def __get__(self, instance: object, owner: type) -> Any:
        self._finish()
        return owner.__dataclass_fields__  # type: ignore[attr-defined]

    def _finish(self) -> None:
        with _finishing:
            if self._is_finished:
                return
            # With `init` of its own, the class would stand without one for a moment, and other threads with it.
            dataclasses.dataclass(**self._options, init=False)(self._cls)
            self._cls.__init__ = _init_of(self._cls, is_frozen=self._options.get("frozen", False))  # type: ignore[misc]
            self._is_finished = True


def _init_of(cls: type, *, is_frozen: bool) -> Any:
    known: dict[str, Any] = {"_set": object.__setattr__, "_made": object()}
    heads: dict[bool, list[str]] = {False: [], True: []}
    lines = []
    for field in dataclasses.fields(cls):
        name, value = field.name, field.name
        head = name
        if field.default is not dataclasses.MISSING:
            known[f"_of_{name}"] = field.default
            head = f"{name}=_of_{name}"
        elif field.default_factory is not dataclasses.MISSING:
            known[f"_of_{name}"] = field.default_factory
            head, value = f"{name}=_made", f"_of_{name}() if {name} is _made else {name}"
        if field.init:
            heads[bool(field.kw_only)].append(head)
        elif value == name:
            # Its default stands on the class.
            continue
        else:
            value = f"_of_{name}()"
        lines.append(f"_set(self, {name!r}, {value})" if is_frozen else f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    head = ", ".join(["self", *heads[False], *(["*", *heads[True]] if heads[True] else [])])
    exec(f"def __init__({head}):\n " + "\n ".join(lines or ["pass"]), known)
    return known["__init__"]
