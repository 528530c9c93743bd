"""The floor for start-up: a bare PySide6 window with the program's theme and fonts, shown and left."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from ui.theme import Scheme, Theme


def main() -> int:
    application = QApplication(sys.argv)
    theme = Theme(application, Scheme.LIGHT)
    window = QMainWindow()
    window.resize(1440, 900)
    window.show()
    application.processEvents()
    print("usable", flush=True)
    QTimer.singleShot(0, application.quit)
    code = application.exec()
    theme.deleteLater()
    return code


if __name__ == "__main__":
    sys.exit(main())
