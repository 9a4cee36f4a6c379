// Small helpers for the page's elements.

export const byId = (id) => document.getElementById(id);

// An element with properties, and children that are elements or plain text.
export const make = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "dataset") Object.assign(element.dataset, value);
    else if (name.includes("-") || name === "role") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children);
  return element;
};

export const counted = (count, one) =>
  `${count.toLocaleString("en-GB")} ${one}${count === 1 ? "" : "s"}`;

// Makes white space visible, since it may be the error.
const SIGNS = { " ": "·", "\u00a0": "␣", "\u202f": "␣", "\u2009": "␣", "\t": "→", "\n": "¶" };

export const revealed = (text) =>
  /\S/.test(text) && !/^\s|\s$|\s\s/.test(text) ? text : text.replace(/\s/g, (c) => SIGNS[c] ?? "·");

export const shortened = (text, most = 60) =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

// Announces a text to screen readers without moving the focus.
export const say = (text) => {
  const line = byId("say");
  line.textContent = "";
  setTimeout(() => { line.textContent = text; }, 50);
};

let fading = 0;

// Shows a message at the foot of the page, with a button that undoes the step.
export const told = (text, undo = null) => {
  const toast = byId("toast");
  clearTimeout(fading);
  toast.querySelector("span").textContent = text;
  const button = toast.querySelector("button");
  button.hidden = !undo;
  button.onclick = () => {
    toast.hidden = true;
    undo();
  };
  toast.hidden = false;
  fading = setTimeout(() => { toast.hidden = true; }, 8000);
};
