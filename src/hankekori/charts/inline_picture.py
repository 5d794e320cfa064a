"""The frame of every picture on a web page: an image with a name for those who do not see it."""

from html import escape


def picture(name: str, width: int, height: int, label: str, inside: str) -> str:
    return f'<svg class="{name}" viewBox="0 0 {width} {height}" role="img" aria-label="{escape(label)}">{inside}</svg>'
