"""Every field is either personal or listed here as open; a new field has to be put in one of the two."""

import pytest
from django.apps import apps

OPEN = {
    "accounts.PasswordLink": "id user token expires_at used_at",
    "accounts.RoleAssignment": "id programme user role",
    "accounts.User": "id is_active is_administrator",
    "claims.Claim": (
        "id programme project serial of_total period_end stated_start is_last sent_on decided_on income approved "
        "cost_personnel cost_services cost_travel cost_equipment cost_rents cost_office cost_other cost_in_kind "
        "fund_eu_state fund_municipal fund_other_public fund_private"
    ),
    "claims.CostBudget": (
        "id programme project cost_personnel cost_services cost_travel cost_equipment cost_rents cost_office "
        "cost_other cost_in_kind"
    ),
    "employment.EmploymentEpisode": "id programme project code",
    "employment.FrozenCounts": "id programme day tables sha256 published_at published_by",
    "employment.OutcomeRecord": "id programme project indicator code kind month company file_type",
    "mail.Message": ("id programme kind key language state attempts queued_at next_try_at sent_at"),
    "mail.NotificationRule": "id programme event role channel",
    "monitoring.LedgerEntry": (
        "id programme project indicator period_start period_end state total women non_binary denominator source "
        "corrects reason explanation recorded_at recorded_by"
    ),
    "monitoring.ProjectPlan": "id programme project indicator total women",
    "monitoring.StoredRollUp": "id programme objective measure indicator period_end state total women denominator",
    "pages.SavedView": "id programme user page name query shared",
    "partners.Organisation": (
        "id programme name business_id kind municipality may_be_person valid_from valid_to successor"
    ),
    "plan.Indicator": (
        "id programme name_fi name_sv name_en programme_period fund code code_is_official unit_fi unit_sv unit_en "
        "combination decimals counts_women asked_of_all band headline position"
    ),
    "plan.Measure": (
        "id programme objective lineage name_fi name_sv name_en number position responsible description_fi "
        "description_sv description_en start end"
    ),
    "plan.Objective": "id programme plan_version name_fi name_sv name_en number position",
    "plan.PlanVersion": "id programme name_fi name_sv name_en number adopted_on",
    "plan.Target": "id programme measure indicator total women baseline start due course steps",
    "programmes.Programme": (
        "id slug name_fi name_sv name_en slogan_fi slogan_sv slogan_en coordinator_name start end shown_as_of "
        "previous_meeting light_on_course light_late example_data"
    ),
    "programmes.ProgrammeMunicipality": "id programme municipality standing tile_row tile_column",
    "projects.Description": "id programme project file_name sha256 read_at read_by",
    "projects.Funding": "id programme project source year planned granted paid",
    "projects.Project": (
        "id programme code name kind basket_state basket_decided_on priority stage example fund programme_period part "
        "fund_programme axis_number axis_name objective_number objective_name project_type activity_status authority "
        "implementer start end nationwide regions subregions municipality_names target_group_direct "
        "target_group_indirect summary communication_plan dissemination_plan final_report_summary equality "
        "sustainable_development partnership innovativeness website granted_eu_state realised_eu_state planned_public "
        "realised_public"
    ),
    "projects.ProjectMeasure": "id programme project measure share",
    "projects.ProjectMunicipality": "id programme project municipality",
    "regions.Authority": "id name valid_from valid_to successor",
    "regions.Municipality": ("id code name_fi name_sv region subregion_fi valid_to successor boundary boundary_source"),
    "regions.Region": "id code name_fi name_sv name_en",
    "bodies.Body": (
        "id name_fi name_sv name_en programme quorum_rule quorum_number quorum_needs_chair set_up_on ended_on"
    ),
    "bodies.Duty": "id programme body kind project",
    "bodies.Seat": "id programme body role deputy_of organisation language user start end",
    "steering.AgendaItem": (
        "id programme meeting kind source position removed edited title presenter measure project plan_version "
        "communication_plan follow_up revision"
    ),
    "steering.Amendment": "id programme meeting item signed_at signed_by previous minutes",
    "steering.Attachment": "id programme item report name content_type sha256 added_at added_by",
    "steering.Attendance": "id programme meeting seat answer present deputy examines_minutes",
    "steering.Decision": (
        "id programme item position kind proposal decision outcome voting report project plan_version "
        "communication_plan priority owner_seat owner_organisation due revision effective_at"
    ),
    "steering.Disqualification": "id programme item seat automatic",
    "steering.Dissent": "id programme decision seat",
    "steering.FollowUp": (
        "id programme body decision task owner_seat owner_organisation due state created_at closed_at closed_by"
    ),
    "steering.FollowUpNote": "id programme follow_up at by",
    "steering.Meeting": (
        "id programme body series number starts_at ends_at place online_url state uid sequence sent_digest report "
        "agenda minutes opened_at closed_at approved_at approved_by"
    ),
    "steering.MeetingSeries": "id programme body step every first minutes until place",
    "steering.Vote": "id programme decision seat choice",
    "intake.Assessment": "id programme project criterion score text",
    "intake.Criterion": (
        "id name_fi name_sv name_en programme headline_fi headline_sv headline_en weight position retired_on"
    ),
    "intake.PartnerNote": "id programme project organisation dated text",
    "communications.CommunicationPlan": "id programme number audiences messages channels actions adopted_on",
    "reports.FrozenReport": "id programme kind title language as_of known_on document sha256 frozen_at frozen_by",
    "reports.Publication": "id programme report published_at published_by withdrawn_at withdrawn_by",
    "rounds.ProjectReport": (
        "id programme round project state is_last real_end revision first_submitted_at approved_at"
    ),
    "rounds.ProjectReporter": "id programme project user",
    "rounds.ReportComment": (
        "id programme report figure text at by link is_projects needs_follow_up cleared_at cleared_by"
    ),
    "rounds.ReportFigure": (
        "id programme report indicator state total women non_binary denominator deviation revision entry"
    ),
    "rounds.ReportFile": "id programme report indicator kind name content_type size sha256 added_at",
    "rounds.ReportFunding": "id programme report source used revision",
    "rounds.ReportLink": (
        "id programme report token language created_at created_by expires_at revoked_at last_used_at"
    ),
    "rounds.ReportStep": "id programme report kind at by link reason explanation",
    "rounds.ReportText": "id programme report field text revision",
    "rounds.Round": "id programme period_start period_end opens_on due_on closed_at",
}
AREAS = (
    "accounts",
    "regions",
    "programmes",
    "mail",
    "plan",
    "partners",
    "projects",
    "monitoring",
    "employment",
    "claims",
    "reports",
    "bodies",
    "communications",
    "intake",
    "steering",
    "rounds",
    "pages",
)
MODELS = [
    model
    for area in AREAS
    for model in apps.get_app_config(area).get_models()
    if not hasattr(model, "pgh_tracked_model")  # a history row is as personal as the row it is about
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_field_is_personal_or_open(model):
    fields = {field.name for field in model._meta.concrete_fields}
    open_fields = set(OPEN[model._meta.label].split())
    assert model.PERSONAL | open_fields == fields
    assert not model.PERSONAL & open_fields


def test_no_model_is_forgotten():
    assert {model._meta.label for model in MODELS} == set(OPEN)
