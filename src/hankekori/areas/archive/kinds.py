"""The kinds of reports that are frozen, and who they are for."""

WORKING_GROUP, AGENDA, MINUTES, COMPILATION = "working_group", "agenda", "minutes", "compilation"
OF_MEETINGS = frozenset({AGENDA, MINUTES})  # for those who may read meetings
PUBLISHABLE = frozenset({WORKING_GROUP})
