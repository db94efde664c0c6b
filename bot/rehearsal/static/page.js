// Keeps the page and the rehearsal in step: asks for the state, sends what was pressed.

import { $, drawDrawer, drawPeople, drawRooms, drawTime, drawTour } from "./panels.js";

const EVERY_MS = 1000;
const LOST_AFTER = 3; // failed looks in a row

let steps = [];
let done = new Set();
let busy = false;
let asked = 0; // which look at the state is the newest; older answers are dropped
let missed = 0;
let frame = null;
let notice = 0;

const tourKey = (run) => `hearth-tour-${run}`;
let run = null;

const SAID_FOR_MS = 12000;
let fading = 0;

function say(text) {
  clearTimeout(fading);
  $("notice").textContent = text;
  $("whoami").hidden = Boolean(text);
  if (text && !busy) fading = setTimeout(say, SAID_FOR_MS, "");
}

function draw(state) {
  document.title = `${state.community}: rehearsal`;
  $("community").textContent = state.community;
  if (state.run !== run) {
    run = state.run;
    done = new Set(JSON.parse(sessionStorage.getItem(tourKey(run)) || "[]"));
    notice = state.notice.number;
  }
  drawPeople(state, move);
  drawRooms(state, move);
  drawDrawer(state);
  drawTime(state);
  drawTour(steps, done, { choose: move, mark });
  if (state.notice.number !== notice) {
    notice = state.notice.number;
    say(state.notice.text);
  }
  $("trouble").textContent = state.faults
    ? `The bot ran into a problem (${state.faults}). The terminal says more.` : "";
  show(state.frame);
}

// Another Preview needs a fresh frame: its address differs only behind the #.
function show(address) {
  if (!address || address === frame) return;
  frame = address;
  const box = $("room");
  box.classList.add("moving");
  const element = $("frame");
  element.addEventListener("load", () => {
    element.addEventListener("load", () => box.classList.remove("moving"), { once: true });
    element.contentWindow.location.replace(address);
  }, { once: true });
  element.contentWindow.location.replace("about:blank");
}

async function fetchState() {
  const mine = ++asked;
  const answer = await fetch("/rehearsal/state", { cache: "no-store" });
  if (!answer.ok) throw new Error("no state");
  const state = await answer.json();
  if (mine === asked && !busy) draw(state);
}

async function look() {
  if (!busy && !document.hidden) {
    try {
      await fetchState();
      missed = 0;
    } catch {
      missed += 1;
      if (missed >= LOST_AFTER) {
        $("trouble").textContent = "The rehearsal has ended, or cannot be reached. Start it again in the terminal, then reload this page.";
      }
    }
  }
  setTimeout(look, EVERY_MS);
}

// One action at a time; controls stay where they are and say that they wait.
async function act(path, fields, meanwhile) {
  if (busy) return;
  busy = true;
  asked += 1;
  waiting(true);
  if (meanwhile) say(meanwhile);
  try {
    const answer = await fetch(`/rehearsal/${path}`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(fields),
    });
    const state = await answer.json();
    if (meanwhile) say("");
    if (answer.ok) draw(state);
    else say(state.error);
  } catch {
    say("That did not reach the rehearsal. Nothing was changed by this page.");
  } finally {
    busy = false;
    waiting(false);
    if ($("notice").textContent) say($("notice").textContent);
  }
}

function waiting(yes) {
  document.body.setAttribute("aria-busy", String(yes));
  for (const button of document.querySelectorAll(".move")) {
    const none = button.id === "due" && button.dataset.none === "true";
    button.setAttribute("aria-disabled", String(yes || none));
  }
}

async function move(to) {
  const opened = $("side").classList.contains("open");
  say("");
  await act("go", to);
  if (opened && to.room) drawer(false);
}

function mark(key, yes) {
  if (yes) done.add(key);
  else done.delete(key);
  sessionStorage.setItem(tourKey(run), JSON.stringify([...done]));
  drawTour(steps, done, { choose: move, mark });
}

function drawer(open) {
  $("side").classList.toggle("open", open);
  $("drawer-button").setAttribute("aria-expanded", String(open));
}

$("drawer-button").addEventListener("click", () => drawer(!$("side").classList.contains("open")));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !$("side").classList.contains("open")) return;
  drawer(false);
  $("drawer-button").focus();
});
for (const button of document.querySelectorAll("[data-to]")) {
  button.addEventListener("click", () => {
    if (button.getAttribute("aria-disabled") !== "true") act("time", { to: button.dataset.to }, "Time is moving.");
  });
}
$("restart").addEventListener("click", () => {
  if ($("restart").getAttribute("aria-disabled") !== "true") act("restart", {}, "The bot is starting again.");
});

const tour = await fetch("/rehearsal/tour").catch(() => null);
steps = tour?.ok ? await tour.json() : [];
await look();
