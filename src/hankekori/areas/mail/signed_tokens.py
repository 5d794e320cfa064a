"""Tokens of personal links in addresses: signed with the installation's key, so that none can be guessed."""

from uuid import UUID

from django.core import signing

_SIGNER = signing.Signer(sep=".", salt="hankekori.personal-link")


def sign_token(token: UUID) -> str:
    return _SIGNER.sign(token.hex)


def read_token(signed: str) -> UUID | None:
    """Give the token that was signed, or None when the text is not whole or not ours."""
    try:
        return UUID(_SIGNER.unsign(signed))
    except (signing.BadSignature, ValueError):
        return None
