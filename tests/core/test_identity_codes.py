"""Personal identity codes are found by form and check character; the codes here are temporary numbers, no person's."""

import pytest

from hankekori.core.identity_codes import contains_identity_code, mask_identity_codes


@pytest.mark.parametrize("text", ["010594Y9021", "hakija 020594X903P, Heinola", "(010594y9021)", "010594Y9021\n"])
def test_identity_code_is_found_in_text(text):
    assert contains_identity_code(text)


@pytest.mark.parametrize(
    "text",
    ["010594Y9022", "1074350-2", "320594Y9021", "A616120012", "X010594Y9021", "010594Y90211", "0207809320", ""],
)
def test_what_only_resembles_one_is_left_alone(text):
    assert not contains_identity_code(text)
    assert mask_identity_codes(text) == text


def test_mask_covers_every_code_and_nothing_else():
    masked = mask_identity_codes("ä 010594Y9021, 020594X903P ja 1074350-2")

    assert masked == "ä ******-****, ******-**** ja 1074350-2"
