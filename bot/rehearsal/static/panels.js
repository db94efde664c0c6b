// Draws the side bar and the time bar from the state; remembers nothing but what is drawn.

const drawn = new Map();

export const $ = (id) => document.getElementById(id);

// A small element: tag, classes, text or children, attributes.
export function make(tag, names, inside, attributes = {}) {
  const element = document.createElement(tag);
  if (names) element.className = names;
  if (typeof inside === "string") element.textContent = inside;
  else if (inside) element.append(...inside.filter(Boolean));
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

// Draws again only what has changed, and gives the focus back to the same control.
function redraw(id, values, draw) {
  const now = JSON.stringify(values);
  if (drawn.get(id) === now) return;
  drawn.set(id, now);
  const place = $(id);
  const held = place.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  place.replaceChildren(...draw());
  if (held) place.querySelector(`[data-key="${CSS.escape(held)}"]`)?.focus();
}

const day = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" };
const hour = { hour: "2-digit", minute: "2-digit", timeZone: "UTC" };
const inDay = (date) => new Intl.DateTimeFormat("en-GB", day).format(date).replace(",", "");
const inHour = (date) => new Intl.DateTimeFormat("en-GB", hour).format(date);

// "today at 10:00, in 8 minutes"
export function distance(at, now) {
  const minutes = Math.max(0, Math.round((at - now) / 60000));
  const count = (number, unit) => `in ${number} ${unit}${number === 1 ? "" : "s"}`;
  const far = minutes < 90 ? count(minutes, "minute")
    : minutes < 36 * 60 ? count(Math.round(minutes / 60), "hour")
      : count(Math.round(minutes / 1440), "day");
  const where = inDay(at) === inDay(now) ? "today" : inDay(at);
  return `${where}, ${inHour(at)}, ${far}`;
}

export function drawPeople(state, choose) {
  const here = state.people.find((person) => person.key === state.place.person);
  redraw("people", [state.people, state.place.person], () => state.people.map((person) => {
    const mine = person.key === state.place.person;
    const button = make("button", "person", [
      make("span", "face", mine ? "✓" : person.name[0], { "aria-hidden": "true" }),
      make("span", "", [
        make("span", "person-name", person.name),
        make("span", "person-part", person.part),
      ]),
    ], { type: "button", "aria-pressed": String(mine), "data-key": person.key, title: person.line });
    button.addEventListener("click", () => choose({ person: person.key }));
    return make("li", "", [button]);
  }));
  $("whoami").replaceChildren(make("strong", "", `You are ${here.name}.`), ` ${here.line}`);
}

const signs = { room: "#", thread: "↳", dm: "@" };

export function drawRooms(state, choose) {
  redraw("rooms", [state.rooms, state.place], () => state.rooms.map((room) => {
    const mine = room.id === state.place.room;
    const fresh = !mine && room.unread > 0;
    const name = room.kind === "dm" ? `Messages with ${room.name}` : room.name;
    const button = make("button", `place place-${room.kind}${fresh ? " place-fresh" : ""}`, [
      make("span", "place-sign", signs[room.kind], { "aria-hidden": "true" }),
      make("span", "place-name", name),
      fresh && make("span", "fresh", `${room.unread} new`),
    ], { type: "button", "data-key": room.id, title: room.topic || name });
    if (mine) button.setAttribute("aria-current", "true");
    button.addEventListener("click", () => choose({ room: room.id }));
    return make("li", room.kind === "dm" ? "rooms-break" : "", [button]);
  }));
}

export function drawDrawer(state) {
  const person = state.people.find((one) => one.key === state.place.person);
  const room = state.rooms.find((one) => one.id === state.place.room);
  const where = !room ? "" : room.kind === "dm" ? "in their messages with the bot" : `in ${signs[room.kind]}${room.name}`;
  $("drawer-who").textContent = `You are speaking as ${person.name}, ${person.part.toLowerCase()}`;
  $("drawer-where").textContent = where;
  const fresh = state.rooms.filter((one) => one.unread && one.id !== state.place.room).length;
  $("drawer-new").hidden = !fresh;
  $("drawer-new").textContent = fresh === 1 ? "1 room has news" : `${fresh} rooms have news`;
  $("frame").title = `${person.name} ${where}`;
}

export function drawTime(state) {
  const now = new Date(state.now);
  $("today").textContent = inDay(now);
  $("hour").textContent = `${inHour(now)} UTC`;
  $("now").dateTime = state.now;
  const button = $("due");
  button.dataset.none = String(!state.due);
  const [what, when] = button.children;
  what.textContent = state.due ? `Next: ${state.due.what}` : "Nothing is planned";
  when.textContent = state.due ? distance(new Date(state.due.at), now) : "an hour or a day may bring something";
  button.title = what.textContent;
}

function go(step, choose) {
  const button = make("button", "go", "Take me there", {
    type: "button", "data-key": `go-${step.key}`, "aria-label": `Go to ${step.where} as ${step.who}: ${step.title}`,
  });
  button.addEventListener("click", () => choose({ person: step.person, room: step.room }));
  return button;
}

function tick(step, done, mark) {
  const box = make("input", "", null, { type: "checkbox", "data-key": `tick-${step.key}`, "aria-label": `Done: ${step.title}` });
  box.checked = done.has(step.key);
  box.addEventListener("change", () => mark(step.key, box.checked));
  return make("label", "tick", [box, make("span", "", "Done")]);
}

function words(step, number) {
  return [
    make("p", "step-title", `${number}. ${step.title}`),
    make("p", "step-text", step.text),
    make("p", "quiet", `As ${step.who}, in ${step.where}`),
  ];
}

export function drawTour(steps, done, { choose, mark }) {
  const next = steps.findIndex((step) => !done.has(step.key));
  const step = steps[next];
  $("tour-count").textContent = `${done.size} of ${steps.length} done`;
  redraw("tour-next", [steps, [...done]], () => step
    ? [...words(step, next + 1), make("div", "step-acts", [go(step, choose), tick(step, done, mark)])]
    : [make("p", "step-text", "You have tried everything on this list. Stay as long as you like.")]);
  redraw("tour-list", [steps, [...done]], () => steps.map((one, index) => make("li", "", [
    ...words(one, index + 1), make("div", "step-acts", [go(one, choose), tick(one, done, mark)]),
  ])));
}
