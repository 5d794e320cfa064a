"""Whether the meeting may decide, in words."""

from hankekori.reports.meetings import words
from hankekori.reports.meetings.blocks import Paper


def quorum_in_words(paper: Paper) -> str:
    return paper.say(words.QUORUM_MET, present=0, needed=0)
