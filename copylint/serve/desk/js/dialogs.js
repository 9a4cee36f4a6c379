// Dialogs: the explanation of a rule, statistics.
import { get, post } from "./api.js";
import { byId, make, revealed, shortened, told } from "./dom.js";

const heading = (text) => make("h3", {}, text);

const example = ({ text, found, fixed }) => {
  const item = make("li");
  const at = found ? text.indexOf(found) : -1;
  if (at < 0) item.append(text);
  else item.append(text.slice(0, at), make("mark", {}, revealed(found)), text.slice(at + found.length));
  if (fixed !== null && fixed !== undefined) item.append(make("span", { className: "fixed" }, `→ ${fixed}`));
  return item;
};

export const explain = async (name) => {
  let rule;
  try {
    rule = await get(`rules/${encodeURIComponent(name)}`);
  } catch (error) {
    told(`${name}: ${error.message}`);
    return;
  }
  byId("rule-title").textContent = rule.id;
  const state = rule.default ? "on by default" : "off by default";
  const parts = [make("p", {}, rule.summary), make("p", { className: "state" }, `${rule.severity}, ${state}`)];
  if (rule.why) parts.push(heading("Why"), make("p", {}, rule.why));
  if (rule.bad.length) parts.push(heading("Reported"), make("ul", {}, ...rule.bad.map(example)));
  if (rule.good.length) {
    parts.push(heading("Left alone"), make("ul", {}, ...rule.good.map((text) => make("li", {}, text))));
  }
  if (/^https?:/.test(rule.url)) {
    const link = { href: rule.url, rel: "noreferrer noopener", target: "_blank" };
    parts.push(heading("More"), make("p", {}, make("a", link, rule.url)));
  }
  byId("rule-body").replaceChildren(...parts);
  byId("rule").showModal();
};

const minutes = (seconds) => {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};

const number = (value) => value.toLocaleString("en-GB");

// The statistics of an article in one line.
export const inALine = (figures) => {
  const read = Math.max(1, Math.round(figures.reading_seconds / 60));
  return [
    `${number(figures.words)} word${figures.words === 1 ? "" : "s"}`,
    `${number(figures.sentences)} sentence${figures.sentences === 1 ? "" : "s"}`,
    `${number(read)} minute${read === 1 ? "" : "s"} to read`,
    `reading ease ${Math.round(figures.flesch_reading_ease)}`,
    `school grade ${Math.round(figures.flesch_kincaid_grade)}`,
  ].join(" · ");
};

const ROWS = [
  ["Words", (f) => number(f.words)],
  ["Sentences", (f) => number(f.sentences)],
  ["Paragraphs", (f) => number(f.paragraphs)],
  ["Words in quotation marks", (f) => `${number(f.quoted_words)} (${f.words ? Math.round((100 * f.quoted_words) / f.words) : 0} %)`],
  ["Time to read", (f) => `${minutes(f.reading_seconds)} minutes`],
  ["Flesch reading ease (100 is easy)", (f) => f.flesch_reading_ease],
  ["Flesch-Kincaid school grade", (f) => f.flesch_kincaid_grade],
  ["Gunning fog index", (f) => f.gunning_fog],
  ["SMOG", (f) => f.smog],
  ["Coleman-Liau", (f) => f.coleman_liau],
  ["Automated readability", (f) => f.automated_readability],
];

export const showStatistics = async (article, goTo) => {
  let figures;
  try {
    figures = await post("statistics", article);
  } catch (error) {
    told(`No statistics: ${error.message}`);
    return;
  }
  const rows = ROWS.map(([name, value]) =>
    make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, String(value(figures)))));
  const parts = [make("table", {}, make("tbody", {}, ...rows))];
  if (figures.longest_sentences.length) {
    const items = figures.longest_sentences.map((each) => {
      const button = make("button", { type: "button", className: "link" }, `${each.words} words`);
      button.addEventListener("click", () => {
        byId("statistics").close();
        goTo(each.line, each.column);
      });
      return make("li", {}, button, ` ${shortened(each.text, 120)}`);
    });
    parts.push(heading("Longest sentences"), make("ul", {}, ...items));
  }
  const names = figures.names.slice(0, 15);
  if (names.length) {
    const all = names.map((each) => `${each.name} ${each.mentions}`).join(" · ");
    parts.push(heading("Names, and how often"), make("p", {}, all));
  }
  byId("statistics-body").replaceChildren(...parts);
  byId("statistics").showModal();
};
