// Bytes as text for JSON, and back.

const CHUNK = 0x8000;

export const toBase64 = (bytes) => {
  let text = "";
  const all = new Uint8Array(bytes);
  for (let at = 0; at < all.length; at += CHUNK) text += String.fromCharCode(...all.subarray(at, at + CHUNK));
  return btoa(text);
};

export const fromBase64 = (text) => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));

// An original file as a request names it: by its name below the server's folders, or by its bytes.
export const asSent = ({ file, name, bytes }) =>
  file ? { file } : { name, data: toBase64(bytes) };
