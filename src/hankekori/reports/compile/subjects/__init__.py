"""What can be compiled of, in the order it is offered. A new subject is a file beside this and a line below."""

from collections.abc import Mapping

from hankekori.reports.compile.model import Subject
from hankekori.reports.compile.subjects.projects import PROJECTS
from hankekori.reports.compile.subjects.results import RESULTS

SUBJECTS: Mapping[str, Subject] = {subject.key: subject for subject in (RESULTS, PROJECTS)}
