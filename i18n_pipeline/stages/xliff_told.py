"""What a person is told of units that were not taken, or not as they are."""

from dataclasses import dataclass, replace

from i18n_pipeline.formats.xliff import Returned
from i18n_pipeline.formats.xliff.inline_read import joined
from i18n_pipeline.model.catalogue import Entry, Key
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.stages.xliff_codes import NotUsable
from i18n_pipeline.stages.xliff_verdict import Verdict


@dataclass(frozen=True, slots=True)
class Told:
    """Findings with the XLIFF file's path and line in them."""

    path: str

    def unknown(self, unit: Returned) -> Finding:
        """The article has no such text, and the unit does not say which it had."""
        return self._finding(
            unit,
            "xliff-unit-unknown",
            f"the article has no text for unit {unit.id}; the file has “{joined(unit.target)}”",
            "Export the article again, and keep ids and sources as they are.",
        )

    def not_usable(self, unit: Returned, key: Key, line: int, why: NotUsable) -> Finding:
        """Codes that are not the source's, or a text that is not all there."""
        finding = self._finding(
            unit,
            "xliff-text-unusable",
            f"“{joined(unit.target)}” was left out: {why}",
            "Mend it in your tool and import the file again.",
        )
        return replace(finding, severity=Severity.ERROR, line=line, segment=key[1], context=key[0])

    def not_taken(self, unit: Returned, now: Entry, line: int, text: str, why: Verdict) -> Finding:
        """The PO file has a person's text that may be the better one."""
        if why is Verdict.CONFLICT:
            code, reason = "xliff-conflict", "was changed in the PO file after the export"
            fix = "Choose one; with --theirs the file's is taken."
        else:
            code, reason = "xliff-not-reviewed", "is reviewed, and the file's text is not"
            fix = "Set the segment to reviewed in your tool; with --theirs it is taken as fuzzy."
        finding = self._finding(unit, code, f"“{now.target}” {reason}: “{text}”", fix)
        return replace(finding, line=line, segment=now.source, context=now.context)

    def former(self, unit: Returned, key: Key, left: str = "") -> Finding:
        """The Dutch was edited since the export; `left` is a text that was left out."""
        if left:
            message = f"the article has “{key[1]}” no more, and “{left}” is not reviewed: it was left out"
            fix = "Take from it what helps."
        else:
            message = f"the article has “{key[1]}” no more; its text was kept"
            fix = "Look for it in the PO file: above an edited source as fuzzy, or at the end (#~)."
        return self._finding(unit, "xliff-source-changed", message, fix)

    def _finding(self, unit: Returned, code: str, message: str, fix: str) -> Finding:
        return Finding(code, Severity.WARNING, f"{self.path}:{unit.line}: {message}.", fix=fix)
