"""What can be compiled of, in the order it is offered. A new subject is a file beside this and a line below."""

from collections.abc import Mapping

from hankekori.reports.compile.model import Subject
from hankekori.reports.compile.subjects.decisions import DECISIONS
from hankekori.reports.compile.subjects.descriptions import DESCRIPTIONS
from hankekori.reports.compile.subjects.employment import EMPLOYMENT
from hankekori.reports.compile.subjects.funding import FUNDING
from hankekori.reports.compile.subjects.measures import MEASURES
from hankekori.reports.compile.subjects.meetings import MEETINGS
from hankekori.reports.compile.subjects.partners import PARTNERS
from hankekori.reports.compile.subjects.projects import PROJECTS
from hankekori.reports.compile.subjects.results import RESULTS

SUBJECTS: Mapping[str, Subject] = {
    subject.key: subject
    for subject in (
        RESULTS, MEASURES, PROJECTS, FUNDING, EMPLOYMENT, PARTNERS, MEETINGS, DECISIONS, DESCRIPTIONS,
    )
}  # fmt: skip
