"""Which terms the articles use."""

from i18n_pipeline.formats import srx
from i18n_pipeline.formats.glossary_csv import scan
from i18n_pipeline.formats.lemmas import lemmatiser
from i18n_pipeline.formats.words import vocabulary
from i18n_pipeline.model.rules import FrontMatterRules
from i18n_pipeline.stages.glossary_use import unused
from i18n_pipeline.stages.segment import Reading, segment

ARTICLE = """\
---
title: Banen
tags: [Salaris]
---

Een [vast *contract*](https://example.org/loon) is geen tijdelijke baan. Kijk op het stagebank.
"""
GLOSSARY = """\
source,target,part_of_speech
baan,job,noun
contract,contract,noun
loon,pay,noun
loon,wages,verb
stage,internship,noun
stage,Internships,tag
salaris,Salary,tag
vast contract,permanent contract,noun
"""


def test_what_no_article_has_is_told_once_with_its_line() -> None:
    """Inflected, across markup and in titles terms are used; in an address or a longer term they are not."""
    reading = Reading(srx.splitter("nl"), rules=FrontMatterRules(translate=("title",), taxonomy=("tags",)))
    found = unused(scan(GLOSSARY).rows, [segment(ARTICLE, reading)], lemmatiser("nl"), vocabulary("nl"))
    assert [(finding.line, finding.message) for finding in found] == [
        (3, "“contract” stands in no article."),
        (4, "“loon” stands in no article."),
        (6, "“stage” stands in no article but in stagebank."),
        (7, "No article has the tag “stage”."),
    ]
