"""An empty sheet for episodes: the columns with their choices, so that a line is filled by picking."""

import io

import xlsxwriter

from hankekori.core.texts import Translated
from hankekori.exchange.episode_columns import EPISODE_COLUMNS

_LINES = 500  # rows with choices


def episode_template(language: str) -> bytes:
    """Write the template as XLSX; the choices stand on a sheet of their own."""
    output = io.BytesIO()
    with xlsxwriter.Workbook(output, {"in_memory": True}) as workbook:
        bold = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        sheet = workbook.add_worksheet(_EPISODES.in_language(language))
        choices = workbook.add_worksheet(_CHOICES.in_language(language))
        for place, column in enumerate(EPISODE_COLUMNS):
            heading = column.heading.in_language(language)
            sheet.write_string(0, place, f"{heading}, %" if column.field == "fte" else heading, bold)
            sheet.set_column(place, place, 18)
            choices.write_string(0, place, heading, bold)
            for row, choice in enumerate(column.choices, 1):
                choices.write_string(row, place, choice.in_language(language))
            if column.choices:
                letter = xlsxwriter.utility.xl_col_to_name(place)
                source = f"='{choices.get_name()}'!${letter}$2:${letter}${len(column.choices) + 1}"
                sheet.data_validation(1, place, _LINES, place, {"validate": "list", "source": source})
        sheet.freeze_panes(1, 0)
        choices.autofit()
    return output.getvalue()


_EPISODES = Translated("Jaksot", "Sysselsättningsperioder", "Episodes")
_CHOICES = Translated("Vaihtoehdot", "Alternativ", "Choices")
