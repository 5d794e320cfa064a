"""Which links a document may carry."""

import re

_ADDRESS = re.compile(r"(?:https?://|mailto:)[!-~]+")


def linkable(link: str, anchors: frozenset[str]) -> str:
    """Give the link back when it is a web or mail address or a place in the document, otherwise nothing."""
    if link.startswith("#"):
        return link if link[1:] in anchors else ""
    return link if _ADDRESS.fullmatch(link) else ""
