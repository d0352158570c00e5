"""The checks over the project's own set of good translations and seeded defects."""

from collections import Counter

from tests.golden.checks_set import defects, good

LEAST_RECALL = 0.95
MOST_ALARMS = 2 / 1000


def test_the_set_is_large_enough() -> None:
    """At least 150 good translations, no two alike, and at least 300 defects, each another text."""
    texts, seeded = good(), defects()
    assert len({example.source for example in texts}) == len(texts) >= 150
    assert len(seeded) >= 300
    assert not {(example.source, example.target) for example in texts} & {
        (defect.source, defect.target) for defect in seeded
    }


def test_good_translations_raise_no_alarm() -> None:
    """At most two findings of any severity in a thousand good segments."""
    alarms = [(finding.code, example.target) for example in good() for finding in example.findings()]
    assert len(alarms) <= MOST_ALARMS * len(good()), alarms


def test_defects_are_found() -> None:
    """Of each kind of defect at least 95% get a finding of their kind."""
    seeded, found = Counter[str](), Counter[str]()
    for defect in defects():
        seeded[defect.kind] += 1
        found[defect.kind] += defect.found
    assert {
        kind: found[kind] / count for kind, count in seeded.items() if found[kind] < LEAST_RECALL * count
    } == {}
