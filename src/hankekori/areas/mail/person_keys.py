"""A person in a message's key, without the address: keys are names of files."""

from django.utils.crypto import salted_hmac

_LENGTH = 16  # hexadecimal digits


def person_key(address: str) -> str:
    return salted_hmac("hankekori.person", address.lower(), algorithm="sha256").hexdigest()[:_LENGTH]
