// From finding to finding, in the order of the page.

let current = null;

const shownNotes = () =>
  inOrder
    .filter((article) => !article.element.hidden)
    .flatMap((article) => article.notes.filter((note) => !note.hidden));

const goTo = (note) => {
  const number = numberOf(note);
  const article = articleWith(number);
  if (!article.isOpen) article.open();
  current = note;
  for (const mark of document.querySelectorAll(".mark.now")) mark.classList.remove("now");
  for (const mark of article.body.querySelectorAll(".mark")) {
    if (mark.dataset.findings.split(" ").includes(String(number))) mark.classList.add("now");
  }
  const place = byId(`place-${number}`);
  (place ? place.parentElement : note).scrollIntoView({ block: "center" });
  note.focus({ preventScroll: true });
};

const go = (step) => {
  const notes = shownNotes();
  if (!notes.length) return;
  const at = notes.indexOf(current);
  if (at < 0) goTo(notes[step > 0 ? 0 : notes.length - 1]);
  else goTo(notes[(at + step + notes.length) % notes.length]);
};

// What an address such as page.html#note-12 names.
const goToAddress = () => {
  const named = /^#(note|place|article)-(\d{1,9})$/.exec(location.hash);
  if (!named) return;
  const number = Number(named[2]);
  if (named[1] === "article") articles[number - 1]?.open();
  else articleWith(number)?.open();
  byId(location.hash.slice(1))?.scrollIntoView();
};
