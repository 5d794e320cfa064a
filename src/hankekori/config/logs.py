"""What is kept out of the log."""

import logging
import re

_TOKEN = re.compile(r"(?<=/raportoi/|/salasana/)[^/\s]+")


class WithoutLinkTokens(logging.Filter):
    """Takes the tokens of personal links out of lines: whoever reads one could report in the project's name."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = _TOKEN.sub("…", record.getMessage()), ()
        return True
