"""Whether an implementer's name may be a natural person's; asked before the name is shown to the public."""

import re

_MIN_WORDS, _MAX_WORDS = 2, 6
_SOLE_TRADER = re.compile(r"\b(?:tmi|t:mi|toiminimi|f:ma|firma|enskild firma|kuolinpesä|dödsbo)\b", re.IGNORECASE)
_LEGAL_FORM = re.compile(
    r"\b(?:oy|oyj|ab|abp|ky|kb|ay|osk|ok|ry|rf|r\.\s?y|r\.\s?f|ltd|inc|gmbh|osakeyhtiö|aktiebolag|avoin\s?yhtiö"
    r"|öppet bolag|kommandiittiyhtiö|osuuskunta|andelslag)\b",
    re.IGNORECASE,
)
_PUBLIC_WORD = re.compile(
    "yliopisto|koulu|opisto|kaupunki|kunta|yhtymä|liitto|laitos|virasto|ministeriö|yhdisty|seura|säätiö|instituutti"
    "|akatemia|järjestö|universitet|högskol|stad|kommun|förbund|förening|stiftelse|yrittäjät|museo|teatteri|hallitus"
    "|hallinto|osuus"
)
_TRADE_WORD = re.compile("keskus|centrum|toimisto|yhtiö|yritykset|kehity|palvelu|tekniikka|satama|affärsverk|toimi")
_NAME_WORD = re.compile(
    r"[A-ZÅÄÖÜÉÈÁ][a-zåäöüéèáßšž']+(?:-[A-ZÅÄÖÜÉ][a-zåäöüéèá']+)*|[A-ZÅÄÖÜÉ]+(?:-[A-ZÅÄÖÜÉ]+)*|[A-ZÅÄÖ]\.|ja|och|&"
)


def may_name_person(implementer: str, *, company_aid: bool = False) -> bool:
    """Tell whether the name may be a natural person's.

    Yes for sole traders and estates. Among receivers of company aid, yes for every name without a legal form or a word
    of a public body, since only sole traders lack the form; among others only for names made of name-like words.
    Answers yes rather once too often: a trade name held back costs a look, a person's name published costs more.
    """
    if _SOLE_TRADER.search(implementer):
        return True
    if _LEGAL_FORM.search(implementer) or _PUBLIC_WORD.search(implementer.casefold()):
        return False
    return company_aid or _looks_like_name(implementer)


def _looks_like_name(text: str) -> bool:
    words = text.replace(",", " ").split()
    if _TRADE_WORD.search(text.casefold()) or not _MIN_WORDS <= len(words) <= _MAX_WORDS:
        return False
    return all(_NAME_WORD.fullmatch(word) for word in words)
