"""Specifications to SVG and PNG by vl-convert, kept by content so that the same picture is drawn once."""

import hashlib
import json
import re
from collections import OrderedDict
from pathlib import Path
from threading import Lock
from typing import Any

import vl_convert

from hankekori.charts.glyphs import FONTS, printable

_VEGA_LITE = "6.4"
_NAMES = re.compile(r'(?:(?<= id=")|(?<=url\(#))([a-z_]+)\d+')
_NUMBERS = {"decimal": ",", "thousands": "\u00a0", "grouping": [3], "currency": ["", "\u00a0€"], "minus": "−"}


class RenderCache:
    """The latest pictures in memory and, where a folder is given, all of them as files named by their content."""

    def __init__(self, folder: Path | None = None, *, limit: int = 128) -> None:
        self._folder = folder
        self._limit = limit
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def read(self, name: str) -> bytes | None:
        with self._lock:
            if name in self._kept:
                self._kept.move_to_end(name)
                return self._kept[name]
        path = self._folder / name if self._folder else None
        return path.read_bytes() if path and path.is_file() else None

    def keep(self, name: str, content: bytes) -> None:
        with self._lock:
            self._kept[name] = content
            self._kept.move_to_end(name)
            while len(self._kept) > self._limit:
                self._kept.popitem(last=False)
        if self._folder:
            self._write_file(self._folder, name, content)

    def _write_file(self, folder: Path, name: str, content: bytes) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = folder / f".{name}.part"
        unfinished.write_bytes(content)
        unfinished.replace(folder / name)


IN_MEMORY = RenderCache()


def svg(spec: dict[str, Any], *, cache: RenderCache = IN_MEMORY) -> str:
    """Draw a specification as SVG text; no address outside the specification is ever read."""
    name = f"{_content_hash(spec)}.svg"
    kept = cache.read(name)
    if kept is None:
        kept = _draw(spec).encode()
        cache.keep(name, kept)
    return kept.decode()


def png(spec: dict[str, Any], scale: float = 2.0, *, cache: RenderCache = IN_MEMORY) -> bytes:
    """Draw a specification as PNG; scale 2 suits print."""
    name = f"{_content_hash(spec)}@{scale}.png"
    kept = cache.read(name)
    if kept is None:
        kept = bytes(vl_convert.svg_to_png(svg(spec, cache=cache), scale=scale))
        cache.keep(name, kept)
    return kept


def _content_hash(spec: dict[str, Any]) -> str:
    written = json.dumps(spec, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{_VEGA_LITE}:{written}".encode()).hexdigest()


def _draw(spec: dict[str, Any]) -> str:
    drawn = vl_convert.vegalite_to_svg(
        _clean(spec),
        vl_version=_VEGA_LITE,
        allowed_base_urls=[],
        format_locale=_NUMBERS,
        time_format_locale="fi-FI",
    )
    return _numbered_anew(str(drawn))


def _numbered_anew(drawn: str) -> str:
    """Count the names inside the picture from 1: the engine counts on from one picture to the next."""
    names: dict[str, str] = {}
    return _NAMES.sub(lambda found: names.setdefault(found[0], f"{found[1]}{len(names) + 1}"), drawn)


def _clean(part: Any) -> Any:  # noqa: ANN401 - any part of a specification
    """Make every text printable: a control character in a label would end the whole process in vl-convert."""
    match part:
        case str():
            return printable(part)
        case dict():
            return {key: _clean(value) for key, value in part.items()}
        case list() | tuple():
            return [_clean(value) for value in part]
        case _:
            return part


vl_convert.register_font_directory(str(FONTS))
