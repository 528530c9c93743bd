"""Texts of the core in the user's language: gettext, English source, catalogues in `resources/translations`.

The language is chosen once for the process (`use`); a document for one customer may speak another (`speaking`).
"""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from helpdesk.paths import resource

LANGUAGES = ("en", "ru")

_chosen = ["en"]
_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    file = resource(f"translations/helpdesk_{language}.mo")
    if not file.exists():
        return gettext.NullTranslations()
    with file.open("rb") as stream:
        return gettext.GNUTranslations(stream)


def use(language: str) -> None:
    """Makes `language` ("en", "ru") the one that the whole process speaks."""
    _chosen[0] = language if language in LANGUAGES else "en"


def language() -> str:
    """The language spoken now, "en" or "ru"."""
    return _spoken.get() or _chosen[0]


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speaks another language inside the block, on this thread alone."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def _(text: str) -> str:
    """The text in the language spoken now."""
    return _catalogue(language()).gettext(text)


def counted(one: str, many: str, n: int) -> str:
    """The form for `n`, with `{n}` still to be filled."""
    return _catalogue(language()).ngettext(one, many, n)


def N_(text: str) -> str:
    """Marks a text for translation where it stands and translates it later, with `_`."""
    return text
