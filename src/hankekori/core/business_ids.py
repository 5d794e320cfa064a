"""The Finnish business identity code (Y-tunnus)."""

import re

_FORM = re.compile(r"(?:FI)?(?P<number>\d{6,7})-?(?P<check>\d)", re.IGNORECASE)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2)
_MODULUS = 11


def read_business_id(text: str) -> str | None:
    """Bring a code to its form 1234567-8; None when form or check digit is wrong.

    Accepts the VAT number, a missing hyphen and the old six-digit numbers, which get a leading zero.
    Source: weights 7, 9, 10, 5, 8, 4, 2, modulus 11; a remainder of 1 is never given out.
    """
    match = _FORM.fullmatch("".join(text.split()))
    if match is None:
        return None
    number = match["number"].zfill(len(_WEIGHTS))
    remainder = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=True)) % _MODULUS
    check = 0 if remainder == 0 else _MODULUS - remainder
    return f"{number}-{check}" if str(check) == match["check"] else None
