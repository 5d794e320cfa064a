from hankekori.web.shell import MenuItem, Shell, financier_note, mark_current

MENU = (
    MenuItem(label="Tilannekuva", url="/heinola/"),
    MenuItem(label="Hankekori", url="/heinola/hankekori/", count=25),
    MenuItem(label="Suunnitelma", url="/heinola/suunnitelma/"),
)


def current(path):
    return Shell(menu=mark_current(MENU, path)).current_label


def test_mark_current_takes_the_longest_beginning():
    assert current("/heinola/hankekori/S11010/") == "Hankekori"
    assert current("/heinola/") == "Tilannekuva"


def test_mark_current_elsewhere_marks_nothing():
    assert current("/kirjaudu/") == ""


def test_financier_note_2007_names_funds_and_slogan():
    note = financier_note({"ERDF", "ESF"}, "2007-2013")
    assert note.lines == (
        "Euroopan unioni",
        "Euroopan sosiaalirahasto · Euroopan aluekehitysrahasto",
        "Vipuvoimaa EU:lta 2007–2013",
    )


def test_financier_note_2021_is_the_statement_alone():
    note = financier_note({"ESF"}, "2021-2027")
    assert note.lines == ("Euroopan unionin osarahoittama",)
    assert note.emblem_text == "Euroopan unionin osarahoittama"


def test_financier_note_without_union_money_is_nothing():
    assert financier_note(set(), "2007-2013") is None
