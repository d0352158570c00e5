"""Passes from a schedule: what changed since the last one, what waits, what nobody may lose.

`quick` needs nothing but the standard library: most passes find nothing to do and end there.
"""
