"""A report as one HTML page that needs nothing else."""

from i18n_pipeline.formats.report_html.page import page

__all__ = ["page"]
