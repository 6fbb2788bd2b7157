/* Marking words of the text fills the form for a claim of one's own. The form works without it too. */
(() => {
  "use strict";
  const source = document.querySelector("article.source");
  const form = document.getElementById("mark");
  if (!source || !form) return;

  /* How many characters (not code units) of the text stand before a place of a passage. */
  const offset = (passage, node, place) => {
    const range = document.createRange();
    range.setStart(passage, 0);
    range.setEnd(node, place);
    return [...words(range)].length;
  };
  const words = (range) => {
    const held = range.cloneContents();
    held.querySelectorAll(".off, .role, .vh").forEach((one) => one.remove());
    return held.textContent;
  };
  const passageOf = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest(".passage");

  document.addEventListener("selectionchange", () => {
    const chosen = document.getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return;
    const range = chosen.getRangeAt(0);
    const passage = passageOf(range.startContainer);
    if (!passage || !source.contains(passage) || passage !== passageOf(range.endContainer)) return;
    const said = words(range);
    if (!said.trim()) return;
    const start = Number(passage.querySelector(".off").textContent) + offset(passage, range.startContainer, range.startOffset);
    form.elements.words.value = said.trim();
    form.elements.start.value = start + [...said].length - [...said.trimStart()].length;
    form.closest("details").open = true;
  });
})();
