"""The Finnish business identity code (Y-tunnus) and its check digit."""

import re

_FORM = re.compile(r"(\d{6,7})-(\d)", re.ASCII)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2)
_MODULUS = 11


def is_valid_business_id(text: str) -> bool:
    """Whether the code has its form and its check digit (weights 7, 9, 10, 5, 8, 4, 2; modulus 11)."""
    match = _FORM.fullmatch(text)
    if not match:
        return False
    digits = map(int, match[1].zfill(len(_WEIGHTS)))
    remainder = sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=True)) % _MODULUS
    return remainder != 1 and int(match[2]) == (_MODULUS - remainder) % _MODULUS
