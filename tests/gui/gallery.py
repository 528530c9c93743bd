"""Pictures of all parts and of a composed workspace: `QT_QPA_PLATFORM=offscreen python -m tests.gui.gallery OUTDIR`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QListView, QWidget

from tests.gui.gallery_parts import parts
from tests.gui.gallery_workspace import workspace
from ui.theme import Scheme, Theme

SIZES = (QSize(1440, 900), QSize(1280, 720))


def picture(page: QWidget, size: QSize, file: Path) -> None:
    page.resize(size)
    page.show()
    for view in page.findChildren(QListView):
        view.setFocus()
    QApplication.processEvents()
    page.grab().save(str(file))
    page.close()
    page.deleteLater()


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    theme = Theme(app)
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.follow(scheme)
        for language in ("ru", "en"):
            for size in SIZES:
                name = f"workspace-{scheme.value}-{language}-{size.width()}.png"
                picture(workspace(language), size, folder / name)
        picture(parts(), QSize(1280, 1000), folder / f"parts-{scheme.value}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
