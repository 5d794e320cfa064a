"""What is missing from the data, each with what is done about it."""

from collections import Counter
from collections.abc import Iterator

from hankekori.core.gaps import Gap
from hankekori.reports.document import Block, Cell, Row, Table, Text
from hankekori.reports.working_group import headings, sentences
from hankekori.reports.working_group.blocks import column, heading, monitored
from hankekori.reports.working_group.material import Material
from hankekori.reports.working_group.names import CHECK_IT, REMEDIES


def gaps_list(material: Material) -> Iterator[Block]:
    """Write the gaps in the order of the rules: measures first, then projects."""
    yield heading(material, headings.GAPS, "gaps-chapter")
    if not material.state.gaps:
        yield Text(material.say(sentences.NO_GAPS))
        return
    columns = (column(material, "gap", headings.GAP), column(material, "remedy", headings.WHAT_TO_DO))
    yield Table("gaps", monitored(material, headings.GAPS_TABLE), columns, tuple(_rows(material)))


def _rows(material: Material) -> Iterator[Row]:
    seen: Counter[str] = Counter()
    for gap in material.state.gaps:
        key = _key(material, gap)
        seen[key] += 1
        anchor = f"{key}-{seen[key]}" if seen[key] > 1 else key
        remedy = material.say(REMEDIES.get(gap.code, CHECK_IT))
        yield Row((Cell(material.say(gap.message)), Cell(remedy)), anchor=anchor)


def _key(material: Material, gap: Gap) -> str:
    record = material.state.projects_by_id.get(gap.subject_id) if gap.subject == "project" else None
    return f"gap-{gap.code}-{record.code if record and record.code else f'{gap.subject}-{gap.subject_id}'}"
