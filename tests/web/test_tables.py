from hankekori.web.list_filters import Sort
from hankekori.web.tables import Column, DataTable, head_of

NAME = Column(key="name", label="Nimi", is_sortable=True)
MONEY = Column(key="money", label="Myönnetty", kind="amount", unit="euroa", is_sortable=True)
NOTE = Column(key="note", label="Huomautus")


def test_head_of_offers_numbers_the_greatest_first():
    assert [cell.next_sort for cell in head_of([NAME, MONEY, NOTE])] == ["name", "-money", ""]


def test_head_of_turns_the_current_order_round():
    up, down = head_of([NAME], Sort("name")), head_of([NAME], Sort("name", is_descending=True))
    assert (up[0].order, up[0].next_sort) == ("ascending", "-name")
    assert (down[0].order, down[0].next_sort) == ("descending", "name")


def test_heading_for_a_file_carries_the_unit():
    assert (NAME.heading, MONEY.heading) == ("Nimi", "Myönnetty, euroa")


def test_data_table_pairs_cells_with_columns():
    table = DataTable(caption="Rahoitus", columns=[NAME, MONEY], rows=[["EU", 5]], totals=["Yhteensä", 5])
    assert table.body == [[(NAME, "EU"), (MONEY, 5)]]
    assert table.foot == [(NAME, "Yhteensä"), (MONEY, 5)]
