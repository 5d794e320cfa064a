"""The criteria offered to a programme that begins to assess proposals; it changes them as it sees fit.

Our own wording of what the working group weighs (domain.md 5.2 and 5.4).
"""

from dataclasses import dataclass

from hankekori.core.texts import Translated


@dataclass(frozen=True, slots=True)
class OfferedCriterion:
    headline: Translated
    name: Translated
    weight: int


_PLAN = Translated("Sopivuus suunnitelmaan", "Förenlighet med planen", "Fit to the plan")
_JOBS = Translated("Vaikutus työpaikkoihin", "Effekt på arbetsplatserna", "Effect on jobs")
_PARTNERS = Translated("Kumppanit ja kunnat", "Partner och kommuner", "Partners and municipalities")
_MONEY = Translated("Rahoitus", "Finansiering", "Funding")
_IMPLEMENTATION = Translated("Toteutus", "Genomförande", "Implementation")
_COOPERATION = Translated(
    "Yhteistyö muiden hankkeiden kanssa", "Samarbete med andra projekt", "Work with other projects"
)
_PRINCIPLES = Translated(
    "Tasa-arvo ja kestävä kehitys", "Jämställdhet och hållbar utveckling", "Equality and sustainable development"
)
_CONTINUITY = Translated("Jatkuvuus", "Kontinuitet", "Continuity")

OFFERED: tuple[OfferedCriterion, ...] = (
    OfferedCriterion(
        _PLAN,
        Translated(
            "Hanke vie eteenpäin toimenpidettä, jonka tavoitteet ovat vielä saavuttamatta.",
            "Projektet för framåt en åtgärd vars mål ännu inte har nåtts.",
            "The project moves forward a measure whose targets have not been reached yet.",
        ),
        3,
    ),
    OfferedCriterion(
        _JOBS,
        Translated(
            "Alueelle syntyy pysyviä työpaikkoja tai nykyiset säilyvät.",
            "Varaktiga arbetsplatser skapas i området eller de befintliga bevaras.",
            "Lasting jobs come to the area or those it has are kept.",
        ),
        3,
    ),
    OfferedCriterion(
        _JOBS,
        Translated(
            "Irtisanotut ja työttömät pääsevät hankkeen avulla töihin, koulutukseen tai yrittäjiksi.",
            "Uppsagda och arbetslösa får genom projektet arbete, utbildning eller eget företag.",
            "Through the project, people dismissed or out of work find work, training or a business of their own.",
        ),
        2,
    ),
    OfferedCriterion(
        _PARTNERS,
        Translated(
            "Kunnat ja yritykset ovat mukana omalla työllään tai rahallaan.",
            "Kommuner och företag deltar med eget arbete eller egna pengar.",
            "Municipalities and companies take part with work or money of their own.",
        ),
        2,
    ),
    OfferedCriterion(
        _MONEY,
        Translated(
            "Kustannukset ovat kohtuulliset tuloksiin nähden, ja omarahoitus on varmistettu.",
            "Kostnaderna är skäliga i förhållande till resultaten, och självfinansieringen är säkrad.",
            "Costs are reasonable for the results, and the own contribution is secured.",
        ),
        2,
    ),
    OfferedCriterion(
        _IMPLEMENTATION,
        Translated(
            "Toteuttajalla on osaamista ja aikaa, ja vaiheet ja riskit on mietitty.",
            "Genomföraren har kunnande och tid, och faserna och riskerna är genomtänkta.",
            "The implementer has the skill and the time, and stages and risks are thought through.",
        ),
        2,
    ),
    OfferedCriterion(
        _COOPERATION,
        Translated(
            "Hanke täydentää muita hankkeita eikä tee samaa kahteen kertaan.",
            "Projektet kompletterar andra projekt och gör inte samma sak två gånger.",
            "The project complements others and does nothing twice.",
        ),
        1,
    ),
    OfferedCriterion(
        _PRINCIPLES,
        Translated(
            "Hanke edistää naisten ja miesten tasa-arvoa.",
            "Projektet främjar jämställdheten mellan kvinnor och män.",
            "The project furthers equality between women and men.",
        ),
        1,
    ),
    OfferedCriterion(
        _PRINCIPLES,
        Translated(
            "Hanke säästää luonnonvaroja ja ottaa ympäristön huomioon.",
            "Projektet sparar naturresurser och tar hänsyn till miljön.",
            "The project saves natural resources and takes care of the environment.",
        ),
        1,
    ),
    OfferedCriterion(
        _CONTINUITY,
        Translated(
            "Joku jatkaa toimintaa hankkeen päätyttyä, ja tulokset jäävät käyttöön.",
            "Någon fortsätter verksamheten efter projektet, och resultaten förblir i bruk.",
            "Somebody carries the work on after the project, and its results stay in use.",
        ),
        2,
    ),
)
