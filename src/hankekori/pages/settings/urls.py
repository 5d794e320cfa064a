"""Addresses under /<programme>/asetukset/."""

from django.urls import path

from hankekori.pages.settings import (
    first_steps,
    indicator_views,
    notification_views,
    part_views,
    people_views,
    plan_views,
    programme_views,
    target_views,
)

urlpatterns = [
    path("", first_steps.settings, name="settings"),
    path("ohjelma/", programme_views.programme, name="settings-programme"),
    path("kunnat/", programme_views.municipalities, name="settings-municipalities"),
    path("kunnat/uusi/", programme_views.new_municipality, name="settings-municipality-new"),
    path("henkilot/", people_views.people, name="settings-people"),
    path("henkilot/<int:person>/", people_views.person, name="settings-person"),
    path("henkilot/<int:person>/salasana/", people_views.send_password, name="settings-person-password"),
    path("henkilot/<int:person>/poista/", people_views.remove, name="settings-person-remove"),
    # mittarit/
    path("mittarit/", indicator_views.indicators, name="settings-indicators"),
    path("mittarit/luettelo/", indicator_views.choose, name="settings-catalogue"),
    path("mittarit/uusi/", indicator_views.new_indicator, name="settings-indicator-new"),
    path("mittarit/<int:indicator>/", indicator_views.indicator, name="settings-indicator"),
    path("mittarit/<int:indicator>/siirra/", indicator_views.move, name="settings-indicator-move"),
    path("mittarit/<int:indicator>/poista/", indicator_views.remove, name="settings-indicator-remove"),
    path("ilmoitukset/", notification_views.notifications, name="settings-notifications"),
    path("suunnitelma/", plan_views.versions, name="plan-versions"),
    # suunnitelma/<version>/
    path("suunnitelma/<int:version>/", plan_views.version, name="plan-version"),
    path("suunnitelma/<int:version>/hyvaksy/", plan_views.adopt, name="plan-version-adopt"),
    path("suunnitelma/<int:version>/nimi/", plan_views.rename, name="plan-version-rename"),
    path("suunnitelma/<int:version>/poista/", plan_views.remove, name="plan-version-remove"),
    path("suunnitelma/<int:version>/tavoite/uusi/", part_views.new_objective, name="plan-objective-new"),
    path("suunnitelma/<int:version>/tavoite/<int:objective>/", part_views.objective, name="plan-objective"),
    path(
        "suunnitelma/<int:version>/tavoite/<int:objective>/poista/",
        part_views.remove_objective_page,
        name="plan-objective-remove",
    ),
    path(
        "suunnitelma/<int:version>/tavoite/<int:objective>/toimenpide/",
        part_views.new_measure,
        name="plan-measure-new",
    ),
    path("suunnitelma/<int:version>/toimenpide/<int:measure>/", part_views.measure, name="plan-measure"),
    # suunnitelma/<version>/toimenpide/<measure>/tavoitearvot/
    path("suunnitelma/<int:version>/toimenpide/<int:measure>/tavoitearvot/", target_views.targets, name="plan-targets"),
    path(
        "suunnitelma/<int:version>/toimenpide/<int:measure>/tavoitearvot/<int:indicator>/",
        target_views.target,
        name="plan-target",
    ),
    path(
        "suunnitelma/<int:version>/toimenpide/<int:measure>/tavoitearvot/<int:indicator>/poista/",
        target_views.remove,
        name="plan-target-remove",
    ),
    path(
        "suunnitelma/<int:version>/toimenpide/<int:measure>/poista/",
        part_views.remove_measure_page,
        name="plan-measure-remove",
    ),
]
