"""Fields for numbers and days that stand in line with the fields of text."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QCalendarWidget, QDateEdit, QDateTimeEdit, QSpinBox, QWidget

_INDENT = 10


def indent(field: QAbstractSpinBox) -> None:
    """Moves the text of a spin box to where it begins in other fields: the padding of style sheets does not."""
    if not (isinstance(field, QDateTimeEdit) and field.calendarPopup()):
        field.lineEdit().setTextMargins(_INDENT, 0, 0, 0)


class NumberField(QSpinBox):
    """A whole number; the wheel changes it only while it has the keyboard."""

    def __init__(self, least: int = 0, most: int = 999_999, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setGroupSeparatorShown(True)
        indent(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class DateField(QDateEdit):
    """A day, typed or taken from the calendar, written as the language writes it with the whole year."""

    def __init__(self, on: QDate | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        month = self.calendarWidget()
        month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            month.setWeekdayTextFormat(weekday, QTextCharFormat())
        is_russian = self.locale().language() == QLocale.Language.Russian
        self.setDisplayFormat("dd.MM.yyyy" if is_russian else "d MMM yyyy")
        if on is not None:
            self.setDate(on)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
