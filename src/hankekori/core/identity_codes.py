"""Finnish personal identity codes: found so that they can be refused, never kept."""

import re

_CODE = re.compile(
    r"(?<![0-9A-Za-z])"
    r"(?P<day>(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2})"
    r"(?P<century>[-+ABCDEFYXWVU])"
    r"(?P<number>(?!000|001)\d{3})"
    r"(?P<check>[0-9A-FHJ-NPR-Y])"
    r"(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_HINT = re.compile(r"\d{6}\D\d{3}")  # quick: most texts end here
_CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_MASK = "******-****"


def contains_identity_code(text: str) -> bool:
    """Whether the text holds a personal identity code whose check character is right."""
    if not _HINT.search(text):
        return False
    return any(_is_genuine(match) for match in _CODE.finditer(_with_plain_hyphens(text)))


def mask_identity_codes(text: str) -> str:
    """Put a mask in place of every personal identity code; leave everything else as it was."""
    if not contains_identity_code(text):
        return text
    plain = _with_plain_hyphens(text)
    kept = list(text)
    for match in reversed([match for match in _CODE.finditer(plain) if _is_genuine(match)]):
        kept[match.start() : match.end()] = _MASK
    return "".join(kept)


def _is_genuine(match: re.Match[str]) -> bool:
    remainder = int(match["day"] + match["number"]) % len(_CHECK_CHARACTERS)
    return _CHECK_CHARACTERS[remainder] == match["check"].upper()


def _with_plain_hyphens(text: str) -> str:
    """Read the hyphens and minus signs a word processor puts in as the plain one, each in its own place."""
    return text.translate({0x2010: "-", 0x2011: "-", 0x2013: "-", 0x2212: "-"})
