"""Where sounds meet."""

import pytest

from bazgoo.phonemes.joints import with_ezafe, with_glides


@pytest.mark.parametrize(
    ("ipa", "spoken", "said"),
    [
        ("ketˈɑb", "کتاب", "ketˈɑbe"),
        ("xˈɑneː", "خانه", "xˈɑneːje"),
        ("rˈuje", "روی", "rˈuje"),
        ("mˈɑhi", "ماهی", "mˈɑhije"),
        ("hˈaq", "حق", "hˈaqqe"),
        ("hˈaqq", "حق", "hˈaqqe"),
        ("bˈɑq", "باغ", "bˈɑqe"),
    ],
)
def test_an_ezafe_is_heard_once_and_doubles_what_is_double(ipa, spoken, said):
    assert with_ezafe(ipa, spoken) == said


@pytest.mark.parametrize(
    ("ipa", "spoken", "said"),
    [
        ("siˈɑh", "سیاه", "sijˈɑh"),
        ("piːˈɑz", "پیاز", "piːjˈɑz"),
        ("dˈɑi", "دایی", "dˈɑji"),
        ("rˈais", "رئیس", "rˈais"),
        ("salˈɑm", "سلام", "salˈɑm"),
    ],
)
def test_a_glide_is_heard_between_i_and_another_vowel(ipa, spoken, said):
    assert with_glides(ipa, spoken) == said
