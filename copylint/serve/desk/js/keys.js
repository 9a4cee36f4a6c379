// Keyboard shortcuts for every action. The page's help lists them.
import { byId } from "./dom.js";
import { currentFinding } from "./findings.js";

const isTyping = (target) => target.closest("input, select, textarea, .cm-editor") !== null;

export const listen = (desk) => {
  const { view, notes, actions } = desk;

  const onNote = (event, finding) => {
    const { key } = event;
    if (key === "j") desk.step(1);
    else if (key === "k") desk.step(-1);
    else if (key === "a") actions.accept(finding);
    else if (/^[1-9]$/.test(key)) actions.accept(finding, finding.fixes[Number(key) - 1]);
    else if (key === "o") notes.act("own", finding);
    else if (key === "x") notes.act("dismiss", finding);
    else if (key === "n") notes.act("name", finding);
    else if (key === "r") notes.act("rule", finding);
    else if (key === "Escape") desk.toText(finding);
    else return false;
    return true;
  };

  const anywhere = ({ key }) => {
    if (key === "?") byId("keys").showModal();
    else if (key === "j") desk.step(1);
    else if (key === "k") desk.step(-1);
    else if (key === "s") byId("fix-safe").hidden || byId("fix-safe").click();
    else if (key === "f") byId("open").click();
    else if (key === "i") byId("show-statistics").click();
    else if (key === "q") byId("show-quotations").click();
    else if (key === "e") byId("export").click();
    else if (key === "u") actions.undo();
    else return false;
    return true;
  };

  addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    const { key, target, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (key === "F8") {
      event.preventDefault();
      desk.step(shiftKey ? -1 : 1);
      return;
    }
    if ((ctrlKey || metaKey) && key === "." && target.closest(".cm-editor")) {
      const finding = currentFinding(view.state);
      if (finding) {
        event.preventDefault();
        notes.focus(finding);
      }
      return;
    }
    if ((ctrlKey || metaKey) && key === "z" && !shiftKey && !isTyping(target)) {
      event.preventDefault();
      actions.undo();
      return;
    }
    if (ctrlKey || metaKey || altKey || isTyping(target)) return;
    const finding = target.closest(".note") ? currentFinding(view.state) : null;
    if ((finding && onNote(event, finding)) || anywhere(event)) event.preventDefault();
  }, true);
};
