"""A task for a department: what, who, until when; and its answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QWidget

from helpdesk.domain.company import Operator
from helpdesk.domain.task import TaskForm
from ui.dialogs.request_dialog import RequestDialog
from ui.formatting import Locale
from ui.panes.request_moment import MomentField
from ui.widgets import FormGrid


class TaskDialog(RequestDialog):
    """Asks for a task; the department may be one that nobody named before."""

    given = Signal(object)

    def __init__(
        self,
        departments: Sequence[str],
        operators: Sequence[Operator],
        due_at: datetime,
        locale: Locale,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Task for a department"), self.tr("Ask"), parent, width=480)
        self.department, self.what, self.owner = QComboBox(), QPlainTextEdit(), QComboBox()
        self.department.setEditable(True)
        self.department.addItems(list(departments))
        self.department.setCurrentText(departments[0] if departments else "")
        self.what.setFixedHeight(72)
        self.what.setTabChangesFocus(True)
        self.owner.addItem(self.tr("Anybody there"), None)
        for operator in operators:
            self.owner.addItem(operator.name, operator.id)
        self.has_due, self.due = QCheckBox(self.tr("Answer by")), MomentField(locale, due_at)
        self.has_due.setChecked(True)
        self.has_due.toggled.connect(self.due.setEnabled)
        form = FormGrid(2)
        form.add("department", self.tr("Department"), self.department)
        form.add("owner", self.tr("Who answers"), self.owner)
        form.add("what", self.tr("What is to be done"), self.what, span=2)
        form.add("has_due", self.tr("Answer by"), self.has_due)
        form.add("due", self.tr("Day and time"), self.due)
        self.body.addWidget(form)
        (self.what if departments else self.department).setFocus()

    def propose(self, what: str) -> None:
        """Begins with these words."""
        self.what.setPlainText(what)
        self.department.setFocus()

    def take(self) -> None:
        department = " ".join(self.department.currentText().split())
        what = self.what.toPlainText().strip()
        if not department:
            self.refuse(self.tr("Name the department."), self.department)
            return
        if not what:
            self.refuse(self.tr("Write what is to be done."), self.what)
            return
        due_at = self.due.moment if self.has_due.isChecked() else None
        self.given.emit(TaskForm(department, what, due_at, self.owner.currentData()))
        self.accept()
