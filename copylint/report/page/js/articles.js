// The articles of the page: each opens and folds, and keeps its notes in a template until then.

class Article {
  constructor(element) {
    this.element = element;
    this.button = element.querySelector(".fold");
    this.body = element.querySelector(".body");
    this.template = this.body.querySelector("template");
    this.index = Number(element.dataset.article);
    this.first = Number(element.dataset.first);
    this.count = Number(element.dataset.count);
    this.counts = [...element.querySelectorAll(".count")];
    this.digest = element.dataset.digest;
    this.path = element.dataset.path;
    // By number of the finding: what was decided.
    this.decisions = new Map();
    this.isDressed = false;
  }

  get isOpen() {
    return !this.body.hidden;
  }

  get content() {
    return this.template ? this.template.content : this.body;
  }

  get notes() {
    return (this.knownNotes ??= [...this.content.querySelectorAll(".note")]);
  }

  get haystack() {
    return (this.knownText ??=
      `${this.button.textContent} ${this.path} ${this.content.textContent}`.toLowerCase());
  }

  finding(number) {
    return embedded().articles[this.index].findings[number - this.first];
  }

  note(number) {
    return this.notes.find((note) => numberOf(note) === number);
  }

  open() {
    if (this.template) {
      const { content } = this.template;
      this.knownNotes = [...content.querySelectorAll(".note")];
      this.template.remove();
      this.template = null;
      this.body.append(content);
    }
    if (!this.isDressed) {
      this.isDressed = true;
      dressArticle(this);
    }
    this.body.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    paintMarks(this);
  }

  fold() {
    this.body.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
  }
}

const list = byId("articles");
const articles = [...list.children].map((element) => new Article(element));
const articleOf = (node) => articles[Number(node.closest("article").dataset.article)];
const articleWith = (number) =>
  articles.find((each) => each.first <= number && number < each.first + each.count);

const ORDERS = {
  worst: (a, b) => a.index - b.index,
  most: (a, b) => b.count - a.count || a.index - b.index,
  path: (a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)),
};

// The articles in the order in which they are shown.
let inOrder = articles;

const reorder = (name) => {
  inOrder = [...articles].sort(ORDERS[name]);
  list.append(...inOrder.map((each) => each.element));
};
