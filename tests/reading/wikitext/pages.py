"""What pages in wikitext can be made, whole in every part, with the words that they show?"""

from hypothesis import strategies as st

# A piece of mark-up and the words that it shows; {} holds a further piece.
WORDS = st.sampled_from(
    ["300 killed", "1,234 wounded", "c. 40 guns", "Orlo", "戦死 12名", "the old ford", "no one", "7–9 men"]
)
WRAPS = st.sampled_from(
    [
        "{{nowrap|%s}}", "{{small|%s}}", "'''%s'''", "''%s''", "[[Ford|%s]]", "[[%s]]", "<small>%s</small>",
        "{{lang|fr|%s}}",
        "{{ubl|%s}}", "{{Nobr|1=%s}}", "<span style=\"a\">%s</span>", "{{ nowrap | %s }}", "%s<!-- 9,999 -->",
        "{{#if:x|%s|9,999}}",
        "[https://example.org/9999 %s]", "{{abbr|%s|9,999}}", "{{collapsible list|%s}}", "{{plainlist|\n* %s\n}}",
    ]
)  # fmt: skip
ASIDES = st.sampled_from(
    [
        "",
        "{{sfn|Orlo|1901|p=12}}",
        "<ref>Varga 1911, p. 9999</ref>",
        "<!-- 9,999 -->",
        "{{flagicon|France}}",
        "{{efn|x}}",
        "[[File:A.svg|border]]",
    ]
)


@st.composite
def pieces(draw: st.DrawFn) -> tuple[str, str]:
    """Mark-up, and the words that it shows."""
    words = draw(WORDS)
    marked = words
    for wrap in draw(st.lists(WRAPS, max_size=3)):
        if not (wrap.startswith("''") and marked.startswith("''")):  # of more than five quotes, some are words
            marked = wrap % marked
    return marked + draw(ASIDES), words


@st.composite
def boxes(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A page that is an info-box, and the words that its cells show."""
    rows, shown = [], []
    for name in ("combatant1", "combatant2", "casualties1", "casualties2", "strength1", "casualties3"):
        cell = draw(st.lists(pieces(), min_size=1, max_size=3))
        rows.append(f"| {name} = " + "<br>".join(marked for marked, _ in cell))
        shown += [words for _, words in cell]
    return "{{Infobox military conflict\n| conflict = Battle\n" + "\n".join(rows) + "\n}}\nProse.", shown
