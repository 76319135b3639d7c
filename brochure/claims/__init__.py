"""The claim guard: what may not be printed as it stands, because it is unsourced, undated, untranslated or unlawful.

``judge_text`` reads one text, ``judge_record`` one record (also one that is not in the library yet), ``audit`` all of
the content. The law behind it: Advertising Law of 2015, articles 9 (superlatives), 17 (medical claims) and 25
(guaranteed returns), the Fair Competition Review Regulations in force since 2024-08-01 (tax promises), and the rules
for public maps (``pdf.preflight`` asks for the review number, because only a book knows whether it has maps).
"""

from brochure.claims.content import audit, issues_of, verdicts
from brochure.claims.records import Issue, judge_record
from brochure.claims.wording import OVERRIDABLE, Claim, Rule, Setting, judge_text

__all__ = [
    "OVERRIDABLE",
    "Claim",
    "Issue",
    "Rule",
    "Setting",
    "audit",
    "issues_of",
    "judge_record",
    "judge_text",
    "verdicts",
]
