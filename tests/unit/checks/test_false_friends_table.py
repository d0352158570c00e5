"""The table of false friends."""

from fnmatch import fnmatchcase

from i18n_pipeline.checks.false_friends import table


def test_there_are_many() -> None:
    """The table has well over sixty words, none of them twice."""
    words = [friend.dutch for friend in table()]
    assert len(set(words)) == len(words) > 80


def test_no_word_is_both_false_and_right() -> None:
    """A right word never matches a false one: such a row could never fire."""
    for friend in table():
        for word in friend.false.split():
            assert not any(fnmatchcase(word.rstrip("*"), right) for right in friend.right.split()), word
