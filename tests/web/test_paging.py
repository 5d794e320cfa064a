import pytest
from django.contrib.contenttypes.models import ContentType
from django.http import QueryDict

from hankekori.web.paging import PageOf, page_of


@pytest.fixture
def kinds(db):
    ContentType.objects.all().delete()
    ContentType.objects.bulk_create(ContentType(app_label="example", model=f"kind{n:02}") for n in range(1, 8))
    return ContentType.objects.order_by("model", "pk")


def models_on(page):
    return [row.model for row in page]


def test_pages_cover_the_list_without_overlap(kinds):
    pages = [page_of(kinds, QueryDict(f"sivu={number}"), size=3) for number in (1, 2, 3)]
    assert [model for page in pages for model in models_on(page)] == [f"kind{n:02}" for n in range(1, 8)]
    assert [(page.first, page.last, page.total) for page in pages] == [(1, 3, 7), (4, 6, 7), (7, 7, 7)]


@pytest.mark.parametrize(("asked", "number"), [("99", 3), ("0", 1), ("-1", 1), ("kaksi", 1), ("", 1), ("9" * 40, 1)])
def test_page_that_is_not_there_gives_the_nearest(kinds, asked, number):
    assert page_of(kinds, QueryDict(f"sivu={asked}"), size=3).number == number


def test_empty_list_has_one_empty_page(kinds):
    page = page_of(kinds.none(), QueryDict(""), size=3)
    assert (page.first, page.last, page.page_count, len(page)) == (0, 0, 1, 0)


def test_order_that_does_not_end_in_the_key_is_refused(kinds):
    for unstable in (ContentType.objects.all(), ContentType.objects.order_by("model")):
        with pytest.raises(ValueError, match="end in the key"):
            page_of(unstable, QueryDict(""))


def test_two_statements_whatever_the_size(kinds, django_assert_num_queries):
    for size in (1, 3, 50):
        with django_assert_num_queries(2):
            page_of(kinds, QueryDict(""), size=size)


@pytest.mark.parametrize(
    ("number", "offered"),
    [(1, (1, 2, None, 13)), (3, (1, 2, 3, 4, None, 13)), (7, (1, None, 6, 7, 8, None, 13)), (13, (1, None, 12, 13))],
)
def test_numbers_offer_first_last_and_neighbours(number, offered):
    assert PageOf(rows=("row",), number=number, size=50, total=612).numbers == offered
