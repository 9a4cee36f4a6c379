
"use strict";
(() => {
  const notes = [...document.querySelectorAll(".note")];
  const marks = [...document.querySelectorAll(".mark")];
  const buttons = [...document.querySelectorAll(".filters button")];
  const status = document.getElementById("shown");
  let current = null;

  const off = (kind) => new Set(
    buttons.filter((b) => b.dataset.kind === kind && b.getAttribute("aria-pressed") === "false")
      .map((b) => b.dataset.name));

  const show = () => {
    const severities = off("severity"), families = off("family");
    const hidden = new Set();
    for (const note of notes) {
      note.hidden = severities.has(note.dataset.severity) || families.has(note.dataset.family);
      if (note.hidden) hidden.add(note.id.slice("note-".length));
    }
    for (const mark of marks) {
      const isOff = mark.dataset.findings.split(" ").every((n) => hidden.has(n));
      mark.classList.toggle("off", isOff);
      if (isOff) mark.setAttribute("tabindex", "-1"); else mark.removeAttribute("tabindex");
    }
    if (status) status.textContent = hidden.size ? `${notes.length - hidden.size} of ${notes.length} shown` : "";
  };

  const go = (step) => {
    const open = notes.filter((note) => !note.hidden);
    if (!open.length) return;
    const at = open.indexOf(current);
    const next = at < 0 ? (step > 0 ? 0 : open.length - 1) : (at + step + open.length) % open.length;
    current = open[next];
    const number = current.id.slice("note-".length);
    for (const mark of marks) mark.classList.toggle("now", mark.dataset.findings.split(" ").includes(number));
    const place = document.getElementById(`place-${number}`);
    (place ? place.parentElement : current).scrollIntoView({ block: "center" });
    current.focus({ preventScroll: true });
  };

  for (const button of buttons) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") === "false"));
      show();
    });
  }
  document.addEventListener("focusin", (event) => {
    const note = event.target.closest?.(".note");
    if (note) current = note;
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "0") {
      for (const button of buttons) button.setAttribute("aria-pressed", "true");
      show();
    }
  });
})();
