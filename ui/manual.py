"""The pages of the manual: one Markdown file a topic and language under `resources/help`, found by their names.

A page is `<topic>_<language>.md`, begins with one `# Title`, and links to others as `[words](topic)`. A page that is
put there is shown; its place in the list stands in `_ORDER`, a topic unknown to it comes after those.
"""

from __future__ import annotations

from dataclasses import dataclass

from resources import resource

_ORDER = (
    *("start", "call", "customer", "request", "search", "list", "order", "quote", "catalogue", "report", "paper"),
    *("channel", "import", "export", "exchange", "sharing", "rights", "personal", "settings", "safety"),
)
# Where F1 opens the manual in each section of the window.
_OF_SECTION = {"requests": "request", "customers": "customer", "orders": "order", "reports": "report"}


@dataclass(frozen=True)
class Page:
    """One topic of the manual in one language; `text` is Markdown."""

    topic: str
    title: str
    text: str

    def holds(self, words: str) -> bool:
        """Whether every one of `words` stands on the page; letter case and ё do no harm."""
        text = _folded(self.text)
        return all(word in text for word in _folded(words).split())


def _folded(text: str) -> str:
    return text.casefold().replace("ё", "е")


def pages(language: str) -> tuple[Page, ...]:
    """All pages, in the order in which one learns; what lacks `language` is in English."""
    folder = resource("help")
    found = {file.stem.rpartition("_")[0]: file for file in folder.glob("*_en.md")}
    found |= {file.stem.rpartition("_")[0]: file for file in folder.glob(f"*_{language}.md")}
    return tuple(_page(topic, found[topic].read_text("utf-8")) for topic in sorted(found, key=_place))


def _place(topic: str) -> tuple[int, str]:
    return (_ORDER.index(topic) if topic in _ORDER else len(_ORDER), topic)


def _page(topic: str, text: str) -> Page:
    head = text.partition("\n")[0]
    return Page(topic, head.removeprefix("#").strip(), text)


def topic_of(section: str) -> str:
    """The topic that a section of the window is about."""
    return _OF_SECTION.get(section, section)
