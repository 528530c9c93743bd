"""Keys that concern the whole window whatever has the keyboard: the next pane, undo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


def next_pane(panes: Sequence[QWidget]) -> None:
    """Gives the keyboard to the pane after the one that has it, where it was in that pane before."""
    seen = [pane for pane in panes if pane.isVisible()]
    focused = QApplication.focusWidget()
    at = next((n for n, pane in enumerate(seen) if focused is not None and _holds(pane, focused)), -1)
    for step in range(1, len(seen) + 1):
        if give_focus(seen[(at + step) % len(seen)]):
            return


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def give_focus(pane: QWidget) -> bool:
    """Gives the keyboard to what had it in the pane, else to the first that takes it; False where nothing does."""
    before = pane.focusWidget()
    widget = pane if before is None or not _takes_focus(before) else before
    while not _takes_focus(widget):
        # Never findChildren: it would make PySide finish every widget class, 20 ms of a start.
        widget = widget.nextInFocusChain()
        if not pane.isAncestorOf(widget):
            return False
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return True


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()


def is_typing(window: QWidget) -> bool:
    """Whether somebody has begun to write in a text of this window."""
    focused = _text_with_keyboard(window)
    if focused is None:
        return False
    return bool(focused.text() if isinstance(focused, QLineEdit) else focused.toPlainText())


def _text_with_keyboard(window: QWidget) -> QLineEdit | QPlainTextEdit | QTextEdit | None:
    focused = QApplication.focusWidget()
    is_text = isinstance(focused, QLineEdit | QPlainTextEdit | QTextEdit) and not focused.isReadOnly()
    return focused if is_text and window.isAncestorOf(focused) else None


def undo(window: QWidget) -> None:
    """Takes back what was typed; outside of texts, what the notice offers to take back."""
    focused = _text_with_keyboard(window)
    if focused is not None:
        focused.undo()
        return
    from ui.widgets import Button, NoticeBar

    for bar in window.findChildren(NoticeBar):
        for button in bar.findChildren(Button):
            if button.isVisible() and button.property("kind") == "link":
                button.click()
                return
