"""Sentences by SRX rules (GALA/LISA, Segmentation Rules eXchange 2.0).

choppa is imported where it is first needed: it takes about a second, which no other command should pay.
"""

from i18n_pipeline.formats.srx.sentences import Split, splitter

__all__ = ["Split", "splitter"]
