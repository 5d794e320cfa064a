"""What is said of an episode or a result, in words; the same words stand in lists, forms and imported sheets."""

from collections.abc import Mapping

from hankekori.core.employment import AfterThreeMonths, AgeBand, EpisodeKind, Gender, SituationBefore
from hankekori.core.texts import Translated

KINDS: Mapping[str, Translated] = {
    EpisodeKind.PAY_SUBSIDY: Translated("palkkatuettu työ", "lönesubventionerat arbete", "pay-subsidised job"),
    EpisodeKind.FIXED_TERM: Translated("määräaikainen työsuhde", "visstidsanställning", "fixed-term job"),
    EpisodeKind.PERMANENT: Translated("vakinainen työsuhde", "fast anställning", "permanent job"),
    EpisodeKind.APPRENTICESHIP: Translated("oppisopimus", "läroavtal", "apprenticeship"),
    EpisodeKind.SELF_EMPLOYED: Translated("yrittäjä", "företagare", "self-employed"),
}
BEFORE: Mapping[str, Translated] = {
    SituationBefore.EMPLOYED: Translated("työssä", "i arbete", "employed"),
    SituationBefore.DISMISSED: Translated(
        "irtisanottu rakennemuutosyrityksestä",
        "uppsagd från företaget i strukturomvandling",
        "dismissed from the company of the structural change",
    ),
    SituationBefore.UNEMPLOYED: Translated(
        "työtön alle 12 kuukautta", "arbetslös under 12 månader", "unemployed for less than 12 months"
    ),
    SituationBefore.LONG_TERM_UNEMPLOYED: Translated(
        "työtön vähintään 12 kuukautta", "arbetslös minst 12 månader", "unemployed for 12 months or more"
    ),
    SituationBefore.INACTIVE: Translated(
        "opiskelija tai muu työelämän ulkopuolella oleva",
        "studerande eller annan utanför arbetslivet",
        "student or otherwise inactive",
    ),
    SituationBefore.UNKNOWN: Translated("ei tietoa", "uppgift saknas", "not known"),
}
AFTER: Mapping[str, Translated] = {
    AfterThreeMonths.PERMANENT: Translated("vakinaisessa työssä", "i fast arbete", "in a permanent job"),
    AfterThreeMonths.FIXED_TERM: Translated("määräaikaisessa työssä", "i visstidsarbete", "in a fixed-term job"),
    AfterThreeMonths.UNEMPLOYED: Translated("työttömänä", "arbetslös", "unemployed"),
    AfterThreeMonths.STUDY: Translated("opiskelemassa", "i studier", "studying"),
    AfterThreeMonths.UNKNOWN: Translated("ei tietoa", "uppgift saknas", "not known"),
    AfterThreeMonths.NOT_YET: Translated("ei vielä selvitetty", "inte ännu utrett", "not found out yet"),
}
GENDERS: Mapping[str, Translated] = {
    Gender.WOMAN: Translated("nainen", "kvinna", "woman"),
    Gender.MAN: Translated("mies", "man", "man"),
    Gender.OTHER: Translated("muu", "annat", "other"),
    Gender.UNKNOWN: Translated("ei tietoa", "uppgift saknas", "not known"),
}
AGES: Mapping[str, Translated] = {
    AgeBand.UNDER_30: Translated("alle 30", "under 30", "under 30"),
    AgeBand.FROM_30_TO_54: Translated("30–54", "30–54", "30–54"),
    AgeBand.FROM_55: Translated("55 tai yli", "55 eller över", "55 or over"),
    AgeBand.UNKNOWN: Translated("ei tietoa", "uppgift saknas", "not known"),
}
OCCUPATIONS: Mapping[str, Translated] = {  # major groups of ISCO-08, as in Statistics Finland's classification
    "0": Translated("sotilaat", "militärer", "armed forces"),
    "1": Translated("johtajat", "chefer", "managers"),
    "2": Translated("erityisasiantuntijat", "specialister", "professionals"),
    "3": Translated("asiantuntijat", "experter", "technicians and associate professionals"),
    "4": Translated("toimisto- ja asiakaspalvelutyöntekijät", "kontors- och kundtjänstpersonal", "clerical support"),
    "5": Translated("palvelu- ja myyntityöntekijät", "service- och försäljningspersonal", "service and sales workers"),
    "6": Translated("maanviljelijät, metsätyöntekijät ym.", "jordbrukare, skogsarbetare m.fl.", "agricultural workers"),
    "7": Translated(
        "rakennus-, korjaus- ja valmistustyöntekijät", "byggnads- och tillverkningsarbetare", "craft workers"
    ),
    "8": Translated("prosessi- ja kuljetustyöntekijät", "process- och transportarbetare", "machine operators"),
    "9": Translated("muut työntekijät", "övriga arbetstagare", "elementary occupations"),
}
