"""How a table is written: what the user settles (`TableOptions`) and what is settled in the end (`TableForm`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from helpdesk.errors import OptionUnknown, OptionWrong

OPTION_NAMES = ("delimiter", "encoding", "dates", "decimal", "header", "source", "close_cases")
DATE_ORDERS = ("ymd", "dmy", "mdy")
_DELIMITER_WORDS = {
    "comma": ",",
    "semicolon": ";",
    "tab": "\t",
    "\\t": "\t",
    "pipe": "|",
    "space": " ",
}
_DECIMAL_WORDS = {"comma": ",", "point": ".", "dot": "."}
_ORDER_WORDS = {"iso": "ymd", "russian": "dmy", "ru": "dmy", "european": "dmy", "american": "mdy", "us": "mdy"}
_FLAG_WORDS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


@dataclass(frozen=True)
class TableOptions:
    """What the user settles about a table; None leaves it to recognition.

    `dates` is "ymd", "dmy" or "mdy"; `source` names where the rows come from, for the keys of a repeated import;
    `close_cases` closes every case of a finished log with its last event.
    """

    delimiter: str | None = None
    encoding: str | None = None
    dates: str | None = None
    decimal: str | None = None
    header: bool | None = None
    source: str | None = None
    close_cases: bool | None = None


@dataclass(frozen=True)
class TableForm:
    """How a table is written, everything settled; a workbook has no `delimiter` and no `encoding`."""

    encoding: str
    delimiter: str
    header: bool
    dates: str
    decimal: str
    has_nulls: bool = False

    @property
    def is_workbook(self) -> bool:
        return not self.encoding


def table_options(written: Mapping[str, object]) -> TableOptions:
    """Options as people write them ("tab", "DD.MM.YYYY", "comma", "cp1251"), checked; None and "" mean recognise."""
    for name in written:
        if name not in OPTION_NAMES:
            raise OptionUnknown(str(name), ", ".join(OPTION_NAMES))
    given = {name: value for name, value in written.items() if value is not None and value != ""}
    source = given.get("source")
    return TableOptions(
        delimiter=_delimiter(given["delimiter"]) if "delimiter" in given else None,
        encoding=_encoding(given["encoding"]) if "encoding" in given else None,
        dates=_dates(given["dates"]) if "dates" in given else None,
        decimal=_decimal(given["decimal"]) if "decimal" in given else None,
        header=_flag("header", given["header"]) if "header" in given else None,
        source=str(source) if source is not None else None,
        close_cases=_flag("close_cases", given["close_cases"]) if "close_cases" in given else None,
    )


def _delimiter(value: object) -> str:
    sign = _DELIMITER_WORDS.get(value.lower(), value) if isinstance(value, str) else ""
    if len(sign) != 1 or sign in '"\r\n\0':
        raise OptionWrong("delimiter", str(value), ", ; | tab")
    return sign


def _encoding(value: object) -> str:
    name = str(value).strip()
    if name.lower() == "ansi":
        return "windows-1251"
    try:
        "a".encode(name)
    except (LookupError, ValueError):
        raise OptionWrong("encoding", name, "utf-8, utf-16, windows-1251, windows-1252") from None
    return name.lower()


def _dates(value: object) -> str:
    written = str(value).strip().lower()
    letters = re.sub(r"[^dmy]", "", written.split(" ")[0])
    order = _ORDER_WORDS.get(written, "".join(dict.fromkeys(letters)))
    if order not in DATE_ORDERS:
        raise OptionWrong("dates", str(value), "YYYY-MM-DD, DD.MM.YYYY, MM/DD/YYYY")
    return order


def _decimal(value: object) -> str:
    sign = _DECIMAL_WORDS.get(str(value).strip().lower(), str(value).strip())
    if sign not in (",", "."):
        raise OptionWrong("decimal", str(value), ", .")
    return sign


def _flag(name: str, value: object) -> bool:
    known = value if isinstance(value, bool) else _FLAG_WORDS.get(str(value).strip().lower())
    if known is None:
        raise OptionWrong(name, str(value), "true, false")
    return known
