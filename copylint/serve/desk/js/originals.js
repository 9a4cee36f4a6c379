// Original files in a database of the browser, each under a key that only its tab knows.

const DATABASE = "copylint";
const STORE = "originals";
// A file that no tab has asked for in this time is forgotten.
const LONGEST_MS = 24 * 60 * 60 * 1000;

const opened = () => new Promise((resolve, reject) => {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  request.onsuccess = () => resolve(request.result);
  request.onerror = request.onblocked = () => reject(request.error);
});

// Runs `act` in a transaction and gives its answer, or `without` if the browser refuses.
const inStore = async (mode, act, without) => {
  let database;
  try {
    database = await opened();
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const answer = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(answer());
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  } catch {
    return without;
  } finally {
    database?.close();
  }
};

const forgetOld = (store) => {
  const cursors = store.openCursor();
  cursors.onsuccess = () => {
    const cursor = cursors.result;
    if (!cursor) return;
    if (Date.now() - cursor.value.when > LONGEST_MS) cursor.delete();
    cursor.continue();
  };
};

export const keepOriginal = ({ name, bytes }) => {
  const key = crypto.getRandomValues(new Uint32Array(4)).join("-");
  return inStore("readwrite", (store) => {
    forgetOld(store);
    store.put({ name, bytes, when: Date.now() }, key);
    return () => key;
  }, "");
};

export const findOriginal = (key) => inStore("readwrite", (store) => {
  let found = null;
  const request = store.get(key);
  request.onsuccess = () => {
    if (!request.result) return;
    const { name, bytes } = request.result;
    found = { name, bytes };
    store.put({ name, bytes, when: Date.now() }, key);
  };
  return () => found;
}, null);

export const forgetOriginal = (key) => inStore("readwrite", (store) => {
  store.delete(key);
  return () => undefined;
}, undefined);
