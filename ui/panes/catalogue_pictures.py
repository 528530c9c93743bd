"""The pictures of a product in a row; read off the GUI thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from helpdesk.service import picture
from helpdesk.service.desk import Desk
from ui.seat import Seat

_HEIGHT = 120
_MOST = 4


def read_pictures(desk: Desk, names: tuple[str, ...], ratio: float) -> tuple[QImage, ...]:
    """The first pictures, small enough for the row; those that are not here yet are left out. For a worker."""
    files = (picture.file_of(desk, name) for name in names[:_MOST])
    loaded = (QImage(str(file)) for file in files if file.exists())
    return tuple(
        image.scaledToHeight(round(_HEIGHT * ratio), Qt.TransformationMode.SmoothTransformation)
        for image in loaded
        if not image.isNull()
    )


class PictureRow(QWidget):
    """Shows what there is and takes no room where there is none."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._names: tuple[str, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self.hide()

    def show_names(self, names: tuple[str, ...]) -> None:
        """Shows the pictures under these names."""
        if names == self._names:
            return
        self._names = names
        if not names:
            self._show(names, ())
            return
        shown = partial(self._show, names)
        self._seat.tasks.read(read_pictures, self._seat.desk, names, self.devicePixelRatioF(), on_success=shown)

    def _show(self, names: tuple[str, ...], images: tuple[QImage, ...]) -> None:
        if names != self._names:
            return
        while self._row.count() > 1:
            widget = self._row.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        for number, image in enumerate(images):
            drawn = QPixmap.fromImage(image)
            drawn.setDevicePixelRatio(self.devicePixelRatioF())
            label = QLabel()
            label.setPixmap(drawn)
            label.setAccessibleName(self.tr("Picture %1").replace("%1", str(number + 1)))
            self._row.insertWidget(number, label)
        self.setVisible(bool(images))
