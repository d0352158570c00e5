"""Inline codes for engines that know no tags: taken out of a text, put back into its translation."""
