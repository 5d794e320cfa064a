"""One pass over the lines of a page: which field, section or remainder each line belongs to."""

import re
from dataclasses import dataclass, field, replace

from hankekori.core.description.collected import Collected
from hankekori.core.description.headings import MARK, FoundHeading, find_headings
from hankekori.core.description.identification import Title, is_header_line, read_title
from hankekori.core.description.layout import Item, Role
from hankekori.core.description.model import OtherSection, UnreadLine
from hankekori.core.description.values import ends_in_business_id, read_co_implementer, tidy_text
from hankekori.core.description.vocabulary import (
    ACTUAL,
    CO_IMPLEMENTERS,
    NATIONWIDE,
    PLANNED,
    RESULT_KEYS,
    WOMEN_WORDS,
    Grammar,
    Label,
    normal_form,
)

_PICTURE = re.compile(r"(?:!\[[^\]]*\](?:\([^)]*\))?\s*\|?\s*)+")  # what a capture leaves of a logo
_PLAN_OR_OUTCOME = {normal_form(PLANNED): "planned", normal_form(ACTUAL): "actual"}
_CO_IMPLEMENTERS = "implementer.co_implementers"
_LAST_LABELS_2014 = {"implementer.contact.phone", "implementer.applicant_count"}
_CONTACT = {f"implementer.contact.{name}" for name in ("name", "title", "email", "phone")}
_LONGEST_LABEL = 80
_RESULTS = frozenset(RESULT_KEYS)


@dataclass(slots=True)
class Page:
    """A page being read: call `read` once, then take what was found."""

    lines: list[str]
    grammar: Grammar
    found: Collected = field(default_factory=Collected)
    items: list[Item] = field(default_factory=list)
    unread: list[UnreadLine] = field(default_factory=list)
    title: Title | None = None
    headings: dict[int, FoundHeading] = field(default_factory=dict)
    ending: str = ""
    _key: str = ""  # of the heading read last
    _rank: int = 0  # of the heading or label read last
    _gap: int = 0  # blank lines since the last line
    _text_field: str = ""  # the field that takes lines now; empty while labels are read
    _text_lines: list[str] = field(default_factory=list)
    _text_gap: int = 0

    def read(self) -> None:
        stripped = [raw.strip() for raw in self.lines]
        self.headings = find_headings(stripped, self.grammar)
        for index, (raw, line) in enumerate(zip(self.lines, stripped, strict=True)):
            if not line:
                self._gap += 1
            elif index in self.headings:
                self._open_heading(self.headings[index], raw)
            elif self._text_field and self._takes_text(line):
                self._add_text(raw)
            else:
                self._read_line(index, raw, line)
        self.ending = "\n" * self._gap
        self._close_text()

    def _open_heading(self, found: FoundHeading, raw: str) -> None:
        if self._text_field:
            self._close_text()
        if found.heading is None:
            self._open_other_section(found, raw)
            return
        self._key = found.heading.key
        self._rank = self.grammar.rank[self._key]
        is_result = self._key in _RESULTS
        path = f"results.{self._key}" if is_result else found.heading.text_field
        self.items.append(Item(Role.FIXED, path, raw, None, self._gap, found.level))
        self._gap = 0
        if is_result:
            self.found.filled.add(path)
        elif path and path != "area.description" and path not in self.found.filled:
            self.found.take(path, "")
            self._text_field = path

    def _open_other_section(self, found: FoundHeading, raw: str) -> None:
        path = f"other_sections.{len(self.found.other_sections)}"
        self.found.other_sections.append(OtherSection(found.number, found.title))
        self._add(Role.LABEL, f"{path}.heading", rest=raw, level=found.level)
        self._key, self._text_field = "", path

    def _takes_text(self, line: str) -> bool:
        """Whether free text is being read; a list of co-implementers ends at a label or, without headings, at prose."""
        if self._text_field != _CO_IMPLEMENTERS:
            return True
        printed, colon, value = line.partition(":")
        ends_here = colon and self._label_on(printed, value)
        return not ends_here and (bool(self.headings) or ends_in_business_id(line))

    def _add_text(self, raw: str) -> None:
        if self._text_lines:
            self._text_lines.extend([""] * self._gap)
        else:
            self._text_gap = self._gap
        self._text_lines.append(raw)
        self._gap = 0

    def _close_text(self) -> None:
        if self._text_lines:
            raw = "\n".join(self._text_lines)
            self._keep_text(_without_marks(raw) if MARK in raw else raw)
            self.items.append(Item(Role.TEXT, self._text_field, rest=raw, gap=self._text_gap))
        self._text_field, self._text_lines = "", []

    def _keep_text(self, raw: str) -> None:
        text = tidy_text(raw)
        if self._text_field == _CO_IMPLEMENTERS:
            self.found.co_implementers = tuple(read_co_implementer(line.strip()) for line in text.split("\n") if line)
        elif self._text_field.startswith("other_sections."):
            paragraphs = tuple(paragraph for paragraph in text.split("\n\n") if paragraph)
            self.found.other_sections[-1] = replace(self.found.other_sections[-1], paragraphs=paragraphs)
        elif text:
            self.found.take(self._text_field, text)

    def _read_line(self, index: int, raw: str, line: str) -> None:
        if self._text_field:
            self._close_text()
        if self._read_label(raw) or self._read_furniture(raw, line):
            return
        if path := self._text_beginning_with(line):
            self._text_field = path
            self.found.filled.add(path)
            self._add_text(raw)
            return
        self._add(Role.UNREAD, printed=raw)
        self.unread.append(UnreadLine(index + 1, line))

    def _read_label(self, raw: str) -> bool:
        printed, colon, rest = raw.partition(":")
        label = self._label_on(printed, rest) if colon else None
        if label is None or not self.found.take(label.field, rest.strip()):
            return False
        self._rank = self.grammar.rank[label.section]
        self.items.append(Item(Role.LABEL, label.field, printed + colon, rest, self._gap))
        self._gap = 0
        return True

    def _label_on(self, printed: str, value: str) -> Label | None:
        """Find a known label that may stand here: not yet read, and not from an earlier section."""
        if len(printed) > _LONGEST_LABEL:
            return None
        form = normal_form(printed)
        if form in _PLAN_OR_OUTCOME:
            return self._result_label(value, _PLAN_OR_OUTCOME[form])
        labels = self.grammar.labels.get(form)
        return self._choose(labels) if labels else None

    def _choose(self, labels: tuple[Label, ...]) -> Label | None:
        filled, rank, reached = self.found.filled, self.grammar.rank, self._rank
        fitting = [label for label in labels if label.field not in filled and rank[label.section] >= reached]
        if len(fitting) > 1 and not filled.isdisjoint(_CONTACT):
            return fitting[-1]  # the second phone number is the person's
        return fitting[0] if fitting else None

    def _result_label(self, value: str, which: str) -> Label | None:
        key = self._key if self._key in _RESULTS else _result_named_in(value)
        path = f"results.{key}.{which}"
        return Label(path, key, ()) if key and path not in self.found.filled else None

    def _read_furniture(self, raw: str, line: str) -> bool:
        """Lines that say what page this is and carry no field."""
        if self._is_nationwide(line):
            self.found.take("area.nationwide", line)
            self._add(Role.LABEL, "area.nationwide", rest=raw)
            return True
        title = read_title(line)
        opens_list = normal_form(line) == normal_form(CO_IMPLEMENTERS) and _CO_IMPLEMENTERS not in self.found.filled
        if not (title or opens_list or is_header_line(line) or _PICTURE.fullmatch(line)):
            return False
        self.title = self.title or title
        self._add(Role.FIXED, printed=raw, level=2 if opens_list else 0)
        if opens_list:
            self.found.filled.add(_CO_IMPLEMENTERS)
            self._text_field = _CO_IMPLEMENTERS
        return True

    def _is_nationwide(self, line: str) -> bool:
        in_place = self._rank <= self.grammar.rank["place"] and not self.found.nationwide
        return in_place and normal_form(line) == normal_form(NATIONWIDE)

    def _text_beginning_with(self, line: str) -> str:
        """Find the field whose free text begins here without a heading of its own."""
        filled = self.found.filled
        if self._key in {"area", "place"} and "area.description" not in filled:
            return "area.description" if self._rank <= self.grammar.rank["place"] else ""
        if self.headings or self.grammar.dialect == "2007" or not _LAST_LABELS_2014 & filled:
            return ""
        if _CO_IMPLEMENTERS not in filled and ends_in_business_id(line):
            return _CO_IMPLEMENTERS
        return "" if "summary" in filled else "summary"

    def _add(self, role: Role, path: str = "", *, printed: str = "", rest: str | None = None, level: int = 0) -> None:
        self.items.append(Item(role, path, printed, rest, self._gap, level))
        self._gap = 0


def _without_marks(raw: str) -> str:
    return "\n".join(line.removeprefix(MARK) for line in raw.split("\n"))


def _result_named_in(value: str) -> str:
    for key, words in WOMEN_WORDS.items():
        if words in value:
            return key
    return "participants" if "naisia" in value else ""
