"""The lists of policies, firms and partners: what each can be filtered by, and what is said of a row."""

import datetime
from collections.abc import Sequence

from brochure.facets import ALL, OPEN, Facet, build_facet, count, keep
from brochure.model.kinds import Enterprise, Honour, Industry, Partner, Policy
from brochure.model.validity import validity
from brochure.store.library import Library
from brochure.words import Text, kinds
from brochure.words import card as card_say
from brochure.words import lists as say

__all__ = [
    "ALL", "ANY_HONOUR", "OPEN", "STATES", "Facet", "count", "firm_facets", "honours_of", "keep", "partner_facets",
    "policy_facets", "state_of",
]  # fmt: skip
ANY_HONOUR = "honoured"
STATES: dict[str, Text] = {**kinds.VALIDITY, "drafting": kinds.STATUS["drafting"]}
"""What may stand in the column of validity."""


def policy_facets(library: Library, policies: Sequence[Policy], on: datetime.date) -> tuple[Facet, ...]:
    """Return what policies are filtered by: topic, validity on a day, level, sector, stage, kind of paper, issuer."""
    sectors = {**_industries(library), OPEN: say.NO_SECTOR_NAMED}
    stages = {stage.id: stage.name for stage in library.records("stages")}
    issuers = {each.issuer.zh: each.issuer for each in policies if each.issuer is not None}
    return (
        build_facet("topic", say.TOPIC, lambda p: (p.topic,), kinds.POLICY_TOPIC, policies),
        build_facet("validity", say.VALIDITY, lambda p: (state_of(p, on),), STATES, policies),
        build_facet("sector", say.INDUSTRY, lambda p: p.industries, sectors, policies),
        build_facet("stage", say.STAGE, lambda p: p.stages, {**stages, OPEN: say.NO_STAGE_NAMED}, policies),
        build_facet("level", say.LEVEL, lambda p: (p.level,), {**kinds.LEVEL, OPEN: kinds.NOT_LISTED}, policies),
        build_facet("type", say.PAPER, lambda p: (p.type,), card_say.POLICY_TYPE, policies),
        build_facet(
            "issuer", say.ISSUER, lambda p: (p.issuer.zh if p.issuer is not None else None,),
            {**issuers, OPEN: kinds.NOT_LISTED}, policies,
        ),
    )  # fmt: skip


def state_of(policy: Policy, on: datetime.date) -> str:
    """Return the mark of a policy on a day: a draft is a draft, everything else has a validity."""
    return "drafting" if policy.status == "drafting" else validity(policy, on)


def firm_facets(library: Library, firms: Sequence[Enterprise]) -> tuple[Facet, ...]:
    """Return what firms are filtered by: industry, honour, link in the chain, zone."""
    honours = {honour.id: honour.name for honour in library.records("honours")}
    zones = {zone.id: zone.name for zone in library.records("zones")}
    return (
        _by_industry(library, firms),
        build_facet(
            "honour", say.HONOUR, lambda firm: _honour_answers(library, firm),
            {ANY_HONOUR: say.WITH_HONOURS, **honours, OPEN: say.NO_HONOUR_NAMED}, firms,
        ),
        build_facet("link", say.LINK, lambda firm: (firm.link,), {**kinds.LINK, OPEN: kinds.TO_BE_CONFIRMED}, firms),
        build_facet("zone", say.ZONE, lambda firm: (firm.zone,), {**zones, OPEN: kinds.NOT_LISTED}, firms),
    )  # fmt: skip


def partner_facets(library: Library, partners: Sequence[Partner]) -> tuple[Facet, ...]:
    """Return what partners are filtered by: industry, the step they had reached, what they are."""
    return (
        _by_industry(library, partners),
        build_facet("step", say.STEP, lambda partner: (partner.status or "unverified",), kinds.STATUS, partners),
        build_facet("type", say.PARTNER_TYPE, lambda partner: (partner.type,), kinds.PARTNER_TYPE, partners),
    )


def honours_of(library: Library, firm: Enterprise) -> tuple[Honour, ...]:
    """Return the honours a firm holds, whichever side of the two names the other."""
    return tuple(each for each in library.related(firm.id) if isinstance(each, Honour))


def _honour_answers(library: Library, firm: Enterprise) -> tuple[str, ...]:
    held = tuple(honour.id for honour in honours_of(library, firm))
    return (ANY_HONOUR, *held) if held else ()


def _by_industry(library: Library, rows: Sequence[Enterprise | Partner]) -> Facet:
    words = {**_industries(library), OPEN: kinds.TO_BE_CONFIRMED}
    return build_facet("industry", say.INDUSTRY, lambda row: (row.industry,), words, rows)


def _industries(library: Library) -> dict[str, Text]:
    found = [each for each in library.records("industries") if isinstance(each, Industry)]
    return {each.id: each.short for each in sorted(found, key=lambda each: each.order)}
