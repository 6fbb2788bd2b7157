"""What do most witnesses say, and what do all of them say?"""

from thucydides.coding.picks.about import About, commonest, first_stated, nothing, said, words_of
from thucydides.vocabulary import Absence, Cell, Variable


def most_said(about: About, variable: Variable) -> Cell:
    """The code, name or wording that most witnesses give."""
    claims = first_stated(about, variable.of["attribute"])
    if not claims:
        return nothing(Absence.SILENT, "no account says it")
    value = commonest(about, claims)
    if value == "unknown":
        return said(about, claims, absence=Absence.UNKNOWN, rule="accounts say that it is not known")
    given = len({str(linked.claim.value) for linked in claims})
    return said(about, claims, value=value, rule=f"what most witnesses say ({given} different are given)")


def listed(about: About, variable: Variable) -> Cell:
    """Everything that is said, each once, in alphabetical order."""
    claims = first_stated(about, variable.of["attribute"])
    if not claims:
        return nothing(Absence.SILENT, "no account says it")
    values = sorted({words_of(linked) for linked in claims})
    return said(about, claims, value="; ".join(values), rule="everything that accounts say, each once")


def fared(about: About, variable: Variable) -> Cell:
    """Did the row's actor win or lose, as most witnesses have it? `of.won`, `of.lost`: the codes to write."""
    votes = {variable.of["won"]: about.claims("winner"), variable.of["lost"]: about.claims("loser")}
    held = {code: [linked for linked in claims if linked.targets] for code, claims in votes.items()}
    counted = {code: about.witnesses(claims) for code, claims in held.items()}
    claims = [linked for group in held.values() for linked in group]
    if not claims:
        return nothing(Absence.SILENT, "no account says whether it won or lost")
    best = max(sorted(counted), key=counted.__getitem__)
    tied = len(set(counted.values())) == 1
    if tied:
        return said(about, claims, absence=Absence.UNKNOWN, rule="as many witnesses say one as the other")
    return said(about, claims, value=best, rule="what most witnesses say")


def took_part(about: About, variable: Variable) -> Cell:
    """Is there a claim of an attribute about the row's actor? `of.yes`, `of.no`: the codes to write."""
    attribute = variable.of["attribute"]
    about_it = [linked for linked in about.claims(attribute) if linked.targets]
    if about_it:
        return said(about, about_it, value=variable.of["yes"], rule="accounts say so")
    others = [linked for linked in about.dossier.claims if linked.claim.attribute == attribute]
    if others:
        return said(about, others, value=variable.of["no"], rule="accounts say so of another party")
    return nothing(Absence.SILENT, "no account says it of anybody")
