"""Reports to a project's funder: the half-yearly follow-up report and the texts of the final report."""

from hankekori.reports.funder.final_report import final_report
from hankekori.reports.funder.follow_up import follow_up_report
from hankekori.reports.funder.material import FunderMaterial, Reader, read_material
from hankekori.reports.funder.sections import FunderReport, Lacking, Place

__all__ = [
    "FunderMaterial",
    "FunderReport",
    "Lacking",
    "Place",
    "Reader",
    "final_report",
    "follow_up_report",
    "read_material",
]
