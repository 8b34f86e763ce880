// Reads tokens the way anybody can: a token is signed, not encrypted.

const MEANINGS = {
  alg: "how it is signed; nothing but RS256 is accepted",
  kid: "which of the pool’s published keys to check the signature with",
  typ: "Cognito’s machine tokens have none",
  iss: "the user pool that issued it",
  client_id: "the app client it was issued to; the API accepts those it is configured with",
  sub: "whom it is about; for a machine the app client again",
  token_use: "access or id; an API takes access tokens only",
  scope: "what its holder may do, separated by spaces; they become roles",
  auth_time: "when the caller proved who it is",
  iat: "when it was issued",
  exp: "from when on it is refused",
  jti: "its own number",
  version: "the version of the claims",
  username: "the person who signed in: this is no machine",
  aud: "for whom an ID token is",
  "cognito:username": "the person who signed in",
  "cognito:groups": "the person’s groups"
};

const TIMES = ["iat", "exp", "auth_time", "nbf"];

/** What a member means, with times as people write them. */
export function meaningOf(name, value) {
  const meaning = MEANINGS[name] ?? "";
  return TIMES.includes(name) && Number.isFinite(value) && Math.abs(value) < 8.6e12
    ? `${meaning}: ${new Date(value * 1000).toLocaleString()}` : meaning;
}

/** Header and claims, or undefined if the text is no token. */
export function decode(text) {
  try {
    const [header, claims] = text.trim().split(".").slice(0, 2).map(part => JSON.parse(fromBase64Url(part)));
    return isObject(header) && isObject(claims) ? {header, claims} : undefined;
  } catch {
    return undefined;
  }
}

/** The token with another value for a claim, under its old signature. */
export function tampered(text, name, value) {
  const [header, , signature] = text.trim().split(".");
  const {claims} = decode(text);
  return [header, toBase64Url(JSON.stringify({...claims, [name]: asJson(value)})), signature].join(".");
}

function asJson(value) {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fromBase64Url(part) {
  const bytes = Uint8Array.from(atob(part.replaceAll("-", "+").replaceAll("_", "/")), letter => letter.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

function toBase64Url(text) {
  const letters = String.fromCharCode(...new TextEncoder().encode(text));
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
