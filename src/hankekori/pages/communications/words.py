"""The four texts of a communication plan in words: what each is called and what belongs there.

What EU publicity asks for is in domain.md 2: the fund, the emblem, and nobody's name from among the participants.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NAMES: Mapping[str, Promise] = {
    "audiences": _("Kohderyhmät"),
    "messages": _("Pääviestit"),
    "channels": _("Kanavat"),
    "actions": _("Toimenpiteet"),
}
HELP: Mapping[str, Promise] = {
    "audiences": _(
        "Keille kerrotaan ja mitä he tarvitsevat: kunnat, yritykset, työnhakijat, rahoittajat, tiedotusvälineet."
    ),
    "messages": _(
        "Kolmesta viiteen viestiä, jotka jokainen osaa sanoa. Yksi niistä kertoo, että EU rahoittaa hankkeita."
    ),
    "channels": _(
        "Missä viestit kulkevat: tilaisuudet, verkkosivut, lehdet, yritysten ja kuntien omat kanavat. "
        "EU-tunnus ja rahaston maininta kuuluvat jokaiseen."
    ),
    "actions": _(
        "Mitä tehdään, milloin ja kuka vastaa. Muista julisteet ja kyltit, joita rahoitus edellyttää. "
        "Osallistujien nimiä ei julkaista."
    ),
}
