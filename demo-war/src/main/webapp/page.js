// The demo's page: gets tokens from the playground beside this application, shows what they say and what they open.
import {callers, token, figures, denied, deny} from "./playground.js";
import {decode, tampered, meaningOf} from "./token.js";
import {RESOURCES, call} from "./calls.js";

const $ = id => document.getElementById(id);

/** An element with attributes and children; texts become text nodes, so nothing from a server is ever markup. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

function tell(id, text, trouble = false) {
  $(id).textContent = text;
  $(id).classList.toggle("trouble", trouble);
}

// 1. Who calls?

let known = [];

function chosen(group) {
  return [...$(group).querySelectorAll("input:checked")].map(input => input.value);
}

function choice(type, name, value, text, hint, checked) {
  const input = element("input", {type, name, value});
  input.checked = checked;
  return element("label", {class: "choice"}, input, element("span", {}, text, element("small", {}, hint)));
}

const HINTS = {
  shop: "may ask to read and write",
  auditor: "may ask to read, and has a scope that nothing here needs",
  billing: "the other service of this demo, which reads orders",
  stranger: "is in the pool, but this API does not accept it"
};

function showCallers() {
  known.forEach(({name, clientId}, index) =>
    $("callers").append(choice("radio", "caller", name, name, HINTS[name] ?? clientId, index === 0)));
  const scopes = [...new Set(known.flatMap(client => client.scopes))];
  scopes.forEach(scope => {
    const end = scope.lastIndexOf("/") + 1;
    $("scopes").append(choice("checkbox", "scope", scope, scope.slice(end), scope.slice(0, end), true));
  });
  $("callers").addEventListener("change", tickAllowedScopes);
  tickAllowedScopes();
}

function tickAllowedScopes() {
  const client = known.find(({name}) => name === chosen("callers")[0]);
  $("scopes").querySelectorAll("input").forEach(input => { input.checked = client.scopes.includes(input.value); });
}

async function getToken() {
  const wish = {caller: chosen("callers")[0], scopes: chosen("scopes"), kind: $("kind").value};
  const answer = await token(wish);
  if (answer.access_token) {
    showToken(answer.access_token);
    tell("wish-answer", `Here it is: ${wish.caller}, ${$("kind").selectedOptions[0].text.toLowerCase()}.`);
  } else {
    tell("wish-answer", `The pool refused: ${answer.error}. ${answer.error === "invalid_scope"
      ? "This client may not ask for one of these scopes." : ""}`, true);
  }
}

// 2. What does the token say?

function showToken(text) {
  $("token-text").value = text;
  showDecoded();
}

function showDecoded() {
  const decoded = decode($("token-text").value);
  $("decoded").hidden = !decoded;
  if (!decoded) {
    return;
  }
  $("header-rows").replaceChildren(...rows(decoded.header));
  $("claim-rows").replaceChildren(...rows(decoded.claims));
  $("claim-name").replaceChildren(...Object.keys(decoded.claims).map(name => element("option", {value: name}, name)));
  if ("scope" in decoded.claims) {
    $("claim-name").value = "scope";
  }
  fillClaim();
}

function rows(members) {
  return Object.entries(members).map(([name, value]) => element("tr", {},
    element("th", {scope: "row"}, element("code", {}, name)),
    element("td", {}, element("code", {}, typeof value === "string" ? value : JSON.stringify(value))),
    element("td", {}, meaningOf(name, value))));
}

function fillClaim() {
  const value = decode($("token-text").value)?.claims[$("claim-name").value];
  $("claim-value").value = typeof value === "string" ? value : JSON.stringify(value);
}

function tamper() {
  showToken(tampered($("token-text").value, $("claim-name").value, $("claim-value").value));
  $("token-hint").textContent = "Tampered with: the signature no longer fits what the token says.";
}

// 3. What may it do?

async function callAll(bearer) {
  tell("calls-status", "Calling …");
  const answers = await Promise.all(RESOURCES.map(resource => call(resource, bearer)));
  $("answer-rows").replaceChildren(...RESOURCES.map((resource, index) => answerRow(resource, answers[index])));
  const passed = answers.filter(answer => answer.status < 400).length;
  tell("calls-status", `${passed} of ${answers.length} calls passed, ${bearer ? "with the token" : "without a token"}.`);
  showCaller(answers[RESOURCES.findIndex(resource => resource.path === "whoami")]);
}

function showCaller({status, body}) {
  const caller = status === 200 ? JSON.parse(body) : undefined;
  $("known-as").textContent = caller
    ? `The server knows this caller as ${caller.caller}, in the roles: ${caller.roles.join(", ") || "none"}.`
    : "The server knows no caller.";
}

function answerRow(resource, answer) {
  const mood = answer.status < 400 ? "good" : answer.status === 401 && !answer.challenge.error ? "ask" : "bad";
  const explained = element("td", {"data-head": "What decided"}, answer.decision);
  if (answer.challenge.text) {
    explained.append(element("code", {}, `WWW-Authenticate: ${answer.challenge.text}`));
  }
  return element("tr", {},
    element("th", {scope: "row"}, `${resource.method} /${resource.path}`),
    element("td", {"data-head": "Who may"}, resource.rule),
    element("td", {"data-head": "Answer"},
      element("span", {class: `status ${mood}`}, String(answer.status)), element("code", {}, answer.body)),
    explained);
}

// Cut a leaked client off

let cutOff = [];

function chosenClient() {
  return known.find(({name}) => name === chosen("callers")[0]);
}

function showCutting() {
  const client = chosenClient();
  $("cut-off").textContent = cutOff.includes(client.clientId)
    ? `Let ${client.name} in again` : `Cut ${client.name} off`;
}

async function changePolicy() {
  const {name, clientId} = chosenClient();
  const wish = {caller: name, denied: !cutOff.includes(clientId)};
  tell("cut-status", "Changing the policy …");
  const begin = performance.now();
  const answer = await deny(wish);
  if (answer.error) {
    tell("cut-status", `Nothing has changed. ${answer.error}`, true);
    return;
  }
  cutOff = answer.denied;
  showCutting();
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  tell("cut-status", wish.denied
    ? `${name} was cut off ${seconds} s after the click. The next call with any of its tokens is refused.`
    : `${name} may call again, ${seconds} s after the click.`);
}

// Live figures

async function showFigures() {
  const counted = await figures();
  $("figures").hidden = !counted;
  if (!counted) {
    return;
  }
  $("figure-list").replaceChildren(...Object.entries(counted.figures).map(([name, value]) =>
    element("div", {}, element("dt", {}, name), element("dd", {}, String(value)))));
  const refused = Object.entries(counted.refused);
  $("refusals").hidden = refused.length === 0;
  $("refusal-rows").replaceChildren(...refused.map(([code, times]) =>
    element("tr", {}, element("th", {scope: "row"}, element("code", {}, code)), element("td", {}, String(times)))));
  showUsage(counted.clients);
}

// Who called

const NONE = "none";

function showUsage(clients) {
  $("usage-rows").replaceChildren(...clients.map(client => element("tr", {},
    element("th", {scope: "row"}, client.name),
    element("td", {"data-head": "Calls"}, String(client.calls)),
    element("td", {"data-head": "Refused"},
      Object.entries(client.refused).map(([code, times]) => `${code}: ${times}`).join(", ") || NONE),
    element("td", {"data-head": "Unused scopes"}, unused(client)))));
}

function unused({calls, unused, perhapsUnused, unknown}) {
  if (calls === 0) {
    return "no calls yet";
  }
  const perhaps = perhapsUnused.length > 0 ? `perhaps ${perhapsUnused.map(short).join(", ")}: the needs of ${unknown} calls are unknown` : NONE;
  return unused.length > 0 ? unused.map(short).join(", ") : perhaps;
}

function short(scope) {
  return scope.slice(scope.lastIndexOf("/") + 1);
}

function act(on, event, action) {
  $(on).addEventListener(event, async happened => {
    happened.preventDefault();
    try {
      await action();
    } catch (failure) {
      tell("calls-status", `The demo does not answer: ${failure.message}`, true);
    }
  });
}

act("wish", "submit", getToken);
act("tamper", "submit", tamper);
act("token-text", "input", showDecoded);
act("claim-name", "change", fillClaim);
act("call-all", "click", () => callAll($("token-text").value.trim()));
act("cut-off", "click", changePolicy);
act("call-anonymously", "click", () => callAll(""));

known = await callers();
if (known.length > 0) {
  showCallers();
  cutOff = await denied();
  if (cutOff) {
    $("cutting").hidden = false;
    $("callers").addEventListener("change", showCutting);
    showCutting();
  }
} else {
  $("caller").hidden = true;
}
await showFigures();
setInterval(showFigures, 2000);
document.body.dataset.ready = "true";
