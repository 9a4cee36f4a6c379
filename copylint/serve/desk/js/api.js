// Calls the server. Addresses are relative, since the page's path may begin with a token.
import { byId } from "./dom.js";

const KEY = "copylint:token";

export class Failed extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

let asking = null;

// Asks for the server's token, once for all calls that need it.
const askForToken = () =>
  (asking ??= new Promise((resolve) => {
    const dialog = byId("token");
    dialog.addEventListener("close", () => {
      sessionStorage.setItem(KEY, byId("token-value").value.trim());
      asking = null;
      resolve();
    }, { once: true });
    dialog.showModal();
  }));

const message = async (response) => {
  const text = await response.text();
  try {
    return JSON.parse(text).error ?? text;
  } catch {
    return text.replace(/^Error: /, "") || response.statusText;
  }
};

export const call = async (method, path, { json, bytes, signal, as = "json" } = {}) => {
  const headers = {};
  const token = sessionStorage.getItem(KEY);
  if (token) headers.Authorization = `Bearer ${token}`;
  if (json !== undefined) headers["Content-Type"] = "application/json";
  else if (bytes !== undefined) headers["Content-Type"] = "application/octet-stream";
  const body = json === undefined ? bytes : JSON.stringify(json);
  const response = await fetch(`api/${path}`, { method, headers, body, signal });
  if (response.status === 401) {
    await askForToken();
    return call(method, path, { json, bytes, signal, as });
  }
  if (!response.ok) throw new Failed(response.status, await message(response));
  if (response.status === 204) return null;
  return as === "blob" ? response.blob() : response.json();
};

export const get = (path, options) => call("GET", path, options);
export const post = (path, json, options) => call("POST", path, { json, ...options });
export const sendFile = (path, bytes) => call("POST", path, { bytes });
