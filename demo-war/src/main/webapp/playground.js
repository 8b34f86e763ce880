// What the demo's launcher offers beside the application. Where the WAR runs on another server there is no playground:
// the page then works with tokens that people paste.

const PLAYGROUND = "/playground/";

async function get(path) {
  const response = await fetch(PLAYGROUND + path, {headers: {Accept: "application/json"}});
  return response.ok ? response.json() : undefined;
}

/** The pool's app clients; none where there is no playground. */
export async function callers() {
  return (await get("callers"))?.callers ?? [];
}

/** The module's figures; undefined where they cannot be had. */
export async function figures() {
  return get("figures");
}

/** The ids of the app clients that are cut off; undefined where nobody can be. */
export async function denied() {
  return (await get("policy"))?.denied;
}

/** Cuts an app client off, or lets it in again: {caller, denied}. The answer has the ids of those cut off, or an error. */
export async function deny(wish) {
  return post("policy", wish);
}

/** Asks for a token: {caller, scopes, kind}. The answer has an access_token or an error. */
export async function token(wish) {
  return post("tokens", wish);
}

async function post(path, wish) {
  const response = await fetch(PLAYGROUND + path, {
    method: "POST",
    headers: {"Content-Type": "application/json"},
    body: JSON.stringify(wish)
  });
  return response.json();
}
