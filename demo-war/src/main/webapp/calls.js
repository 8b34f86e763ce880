// The protected resources, how each is protected, and what an answer tells.

/** All resources of the application. Their addresses are relative, so that the WAR may live under any context path. */
export const RESOURCES = [
  {method: "GET", path: "status", rule: "everyone"},
  {method: "GET", path: "whoami", rule: "every authenticated caller: @ServletSecurity with **"},
  {method: "GET", path: "report", rule: "role orders.read: <security-constraint> in web.xml"},
  {method: "GET", path: "inventory", rule: "role orders.write: @ServletSecurity"},
  {method: "GET", path: "api/orders", rule: "role orders.read: @RolesAllowed"},
  {method: "POST", path: "api/orders", body: "tea", rule: "role orders.write: @RolesAllowed"}
];

/** Calls one of them and reads the answer. */
export async function call({method, path, body}, bearer) {
  const response = await fetch(path, {
    method,
    body,
    headers: {
      ...(bearer ? {Authorization: `Bearer ${bearer}`} : {}),
      ...(body ? {"Content-Type": "text/plain"} : {})
    }
  });
  const challenge = parse(response.headers.get("WWW-Authenticate"));
  const text = await response.text();
  return {
    status: response.status,
    body: response.headers.get("Content-Type")?.startsWith("application/json") ? text.trim() : "",
    challenge,
    decision: decision(response.status, challenge, bearer)
  };
}

/** A challenge's parameters (RFC 6750 section 3). */
function parse(header) {
  const parameters = Object.fromEntries(
    [...(header ?? "").matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
  return {text: header, ...parameters};
}

function decision(status, challenge, bearer) {
  if (status < 400) {
    return bearer ? "The token is good and gives the role, or none is needed." : "No token is needed here.";
  }
  if (status === 401 && !challenge.error) {
    return "There is no token, and this resource needs one.";
  }
  if (challenge.error_description) {
    const missing = challenge.scope ? ` Any of these scopes would do: ${challenge.scope}.` : "";
    return `${challenge.error_description}.${missing}`;
  }
  return status === 503 ? "The pool’s keys cannot be had just now; the token may be good." : "The server refused.";
}
