"""The language of the whole program: Qt's translators and the words of the core, changed together."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from helpdesk import words
from resources import resource

_worn: list[QTranslator] = []


def of_system() -> str:
    """The language of the desktop among those that the program speaks."""
    return "ru" if QLocale.system().language() == QLocale.Language.Russian else "en"


def speak(language: str) -> None:
    """Speaks `language` ("en", "ru") from now on; windows made before it stay as they are."""
    words.use(language)
    app = QCoreApplication.instance()
    while _worn:
        app.removeTranslator(_worn.pop())
    QLocale.setDefault(QLocale(language))
    own = resource(f"translations/ui_{language}.qm")
    of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm"
    for file in (of_qt, own):
        translator = QTranslator(app)
        if file.exists() and translator.load(str(file)):
            app.installTranslator(translator)
            _worn.append(translator)
