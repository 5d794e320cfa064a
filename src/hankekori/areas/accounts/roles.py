"""What a role may do, in words a manager can read."""

from dataclasses import dataclass
from enum import StrEnum

from hankekori.core.texts import Translated


class Permission(StrEnum):
    READ_FIGURES = "read_figures"
    READ_PERSONAL = "read_personal"
    EDIT_BASKET = "edit_basket"
    EDIT_PLAN = "edit_plan"
    IMPORT = "import"
    PRODUCE_REPORT = "produce_report"
    REPORT_RESULTS = "report_results"  # of one's own project; the office of any
    APPROVE_RESULTS = "approve_results"
    READ_EPISODES = "read_episodes"  # of employment, one by one; the office only
    READ_MEETINGS = "read_meetings"  # agendas, minutes and what follows of them
    RUN_MEETINGS = "run_meetings"  # call them, write the minutes, have them approved
    DECIDE = "decide"  # vote in a meeting with a seat of one's own
    EDIT_COMMUNICATION = "edit_communication"


class Role(StrEnum):
    COORDINATOR = "coordinator"
    ADVISER = "adviser"
    COMMUNICATOR = "communicator"
    REPORTER = "reporter"
    MEMBER = "member"
    OBSERVER = "observer"


@dataclass(frozen=True, slots=True)
class RoleDescription:
    name: Translated
    may: Translated
    permissions: frozenset[Permission]


_READ = frozenset({Permission.READ_FIGURES})

DESCRIPTIONS: dict[Role, RoleDescription] = {
    Role.COORDINATOR: RoleDescription(
        Translated("Koordinaattori", "Koordinator", "Coordinator"),
        Translated(
            "Hoitaa ohjelmaa: suunnitelma, hankekori, seuranta ja raportit.",
            "Sköter programmet: planen, projektkorgen, uppföljningen och rapporterna.",
            "Runs the programme: plan, project basket, monitoring and reports.",
        ),
        frozenset(Permission),
    ),
    Role.ADVISER: RoleDescription(
        Translated("Neuvoja", "Rådgivare", "Adviser"),
        Translated(
            "Kirjaa tarpeita, palveluja ja yhteydenottoja; näkee hankkeet ja luvut.",
            "Registrerar behov, tjänster och kontakter; ser projekten och siffrorna.",
            "Records needs, services and contacts; sees projects and figures.",
        ),
        _READ | {Permission.READ_PERSONAL, Permission.READ_MEETINGS},
    ),
    Role.COMMUNICATOR: RoleDescription(
        Translated("Viestijä", "Kommunikatör", "Communicator"),
        Translated(
            "Hoitaa viestintää, tilaisuuksia ja julkisuusvelvoitteita; näkee hankkeet ja luvut.",
            "Sköter kommunikation, evenemang och publicitetskrav; ser projekten och siffrorna.",
            "Looks after communications, events and publicity duties; sees projects and figures.",
        ),
        _READ | {Permission.READ_PERSONAL, Permission.READ_MEETINGS, Permission.EDIT_COMMUNICATION},
    ),
    Role.REPORTER: RoleDescription(
        Translated("Hankkeen raportoija", "Projektets rapportör", "Project reporter"),
        Translated(
            "Raportoi oman hankkeensa tulokset.",
            "Rapporterar resultaten av sitt eget projekt.",
            "Reports the results of their own project.",
        ),
        frozenset({Permission.REPORT_RESULTS}),
    ),
    Role.MEMBER: RoleDescription(
        Translated("Työryhmän jäsen", "Medlem i arbetsgruppen", "Working group member"),
        Translated(
            "Näkee kaiken paitsi henkilötiedot ja päättää kokouksissa.",
            "Ser allt utom personuppgifter och beslutar på mötena.",
            "Sees everything except personal data and decides in meetings.",
        ),
        _READ | {Permission.READ_MEETINGS, Permission.DECIDE},
    ),
    Role.OBSERVER: RoleDescription(
        Translated("Seuraaja", "Observatör", "Observer"),
        Translated(
            "Näkee luvut ja raportit, esimerkiksi kunnassa tai viranomaisessa.",
            "Ser siffrorna och rapporterna, till exempel i en kommun eller hos en myndighet.",
            "Sees figures and reports, for example in a municipality or an authority.",
        ),
        _READ,
    ),
}


def permissions_of(role: Role) -> frozenset[Permission]:
    return DESCRIPTIONS[role].permissions
