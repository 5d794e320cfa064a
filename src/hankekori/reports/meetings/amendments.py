"""Minutes with an amendment at their end."""

from dataclasses import replace

from django.utils import timezone

from hankekori.areas.steering.models import Amendment
from hankekori.core.money import format_date
from hankekori.core.texts import Translated
from hankekori.reports.document import Document, Fact, Facts, Heading
from hankekori.reports.meetings import words
from hankekori.reports.snapshots import in_groups


def amended(minutes: Document, amendment: Amendment, *, matter: int | None) -> Document:
    """Put the amendment, about the § `matter`, after the minutes it was written to, which stay word for word."""

    def say(text: Translated, **values: object) -> str:
        return text.filled(**values).in_language(minutes.language)

    day = format_date(timezone.localdate(amendment.signed_at), minutes.language)
    about = [] if matter is None else [Fact(say(words.MATTER_LABEL), say(words.MATTER_NUMBER, number=matter))]
    blocks = (
        Heading(say(words.AMENDMENT, day=day), anchor=f"amendment-{amendment.pk}"),
        Facts(
            (
                *about,
                Fact(say(words.AMENDED_TEXT), amendment.text),
                Fact(say(words.REASON), amendment.reason),
                Fact(say(words.SIGNED), f"{amendment.signed_by.name}, {day}"),
                Fact(say(words.AMENDS_MINUTES), in_groups(amendment.previous.sha256)),
            )
        ),
    )
    return replace(minutes, blocks=(*minutes.blocks, *blocks))
