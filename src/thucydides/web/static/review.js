/* Answering at a keystroke. Everything here can be done with the forms alone; single keys can be switched off. */
(() => {
  "use strict";
  const box = document.getElementById("keys");
  const kept = "thucydides-single-keys";
  const find = (id) => document.getElementById(id);
  const answer = (word) => () => document.querySelector(`button[name="answer"][value="${word}"]`)?.click();
  const go = (id) => () => find(id)?.click();
  const into = (id) => () => { const field = find(id); field?.focus(); field?.select?.(); };
  const commands = {
    a: answer("accept"), r: answer("reject"), u: answer("unsure"), c: into("correction"),
    j: go("next"), k: go("before"), n: into("why"), o: go("source"), z: () => find("undo")?.requestSubmit(),
  };
  let sent = false;

  box.checked = localStorage.getItem(kept) !== "off";
  box.addEventListener("change", () => localStorage.setItem(kept, box.checked ? "on" : "off"));

  document.addEventListener("submit", (event) => {
    if (sent) event.preventDefault(); /* a key held down answers once */
    sent = true;
  });
  window.addEventListener("pageshow", () => { sent = false; });

  find("correction")?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    answer("correct")();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.activeElement?.blur();
    if (!box.checked || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    const command = commands[event.key.toLowerCase()];
    if (!command) return;
    event.preventDefault();
    command();
  });
})();
