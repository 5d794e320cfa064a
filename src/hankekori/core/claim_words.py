"""What is said of a payment claim, in words; the same words stand on pages, in files and in findings."""

from collections.abc import Mapping

from hankekori.core.claims import ClaimSource, CostKind
from hankekori.core.texts import Translated

COSTS: Mapping[CostKind, Translated] = {
    CostKind.PERSONNEL: Translated("henkilöstö", "personal", "personnel"),
    CostKind.SERVICES: Translated("ostopalvelut", "köpta tjänster", "bought services"),
    CostKind.TRAVEL: Translated("matkat", "resor", "travel"),
    CostKind.EQUIPMENT: Translated("koneet ja laitteet", "maskiner och anordningar", "equipment"),
    CostKind.RENTS: Translated("vuokrat", "hyror", "rents"),
    CostKind.OFFICE: Translated("toimistokustannukset", "kontorskostnader", "office costs"),
    CostKind.OTHER: Translated("muut kustannukset", "övriga kostnader", "other costs"),
    CostKind.IN_KIND: Translated("luontoissuoritukset", "naturaprestationer", "contributions in kind"),
}
SOURCES: Mapping[ClaimSource, Translated] = {
    ClaimSource.EU_STATE: Translated("EU ja valtio", "EU och staten", "EU and state"),
    ClaimSource.MUNICIPAL: Translated("kunnat", "kommunerna", "municipalities"),
    ClaimSource.OTHER_PUBLIC: Translated("muu julkinen", "annan offentlig", "other public"),
    ClaimSource.PRIVATE: Translated("yksityinen", "privat", "private"),
}
