"""Namespaces and attributes."""

CORE = "urn:oasis:names:tc:xliff:document:2.0"
MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"
OWN = "urn:i18n-pipeline:xliff:1"
"""The pipeline's extension: what an entry had when it was exported."""

TEXT, STATE = "text", "state"
"""Attributes of a unit in that namespace: a digest of its translation, and its state."""
