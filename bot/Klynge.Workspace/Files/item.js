// The page of an item: what is typed is the browser's until the server has said that it has it. The page works without this: then it is saved by its button.
// Nothing here waits for the server while somebody types, and nothing stands in front of the page.
import { createStore, adopt } from './kept.js';
import { createField } from './field.js';

const form = document.getElementById('punkt');
const texts = JSON.parse(form.dataset.texts);
const page = { version: Number(form.dataset.version), isLeaving: false };
const status = document.getElementById('kladde');
const writers = document.getElementById('skriver');
const store = createStore(`${form.dataset.person}:${form.dataset.item}`, () => page.version);
const fields = [...form.querySelectorAll('.field')].map((element) => createField(element, page.version, texts, { touched, chosen }));
const find = (name) => fields.find((field) => field.name === name);
let wait = 400;
let timer = 0;
let sending = null;
let antiforgery = form.querySelector('input[name=__RequestVerificationToken]').value;

const say = (text, isLost = false) => {
  if (status.textContent !== text) status.textContent = text;
  status.classList.toggle('lost', isLost);
};
const clock = () => new Date().toLocaleTimeString('da-DK', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Copenhagen' }).replace(':', '.');
const dirty = () => fields.filter((field) => field.isDirty && !field.isBlocked);

function touched(field) {
  field.isDirty = true;
  form.dataset.kept = 'false';
  store.keep(field);
  queue(400);
}

// A choice between two texts has been made.
function chosen(field) {
  touched(field);
  settle();
}

function queue(milliseconds) {
  clearTimeout(timer);
  timer = setTimeout(send, milliseconds);
}

// One field at a time, the oldest first; returns when the server has them all, or has been asked in vain.
function send() {
  clearTimeout(timer);
  sending ??= sendAll().finally(() => { sending = null; });
  return sending;
}

async function sendAll() {
  while (dirty().length > 0) {
    const answer = await put(dirty()[0]);
    if (answer === 'kept') continue;
    wait = Math.min(wait * 2, 10_000);
    queue(wait);
    return false;
  }
  wait = 400;
  form.dataset.kept = 'true';
  return true;
}

async function put(field) {
  const { type, body } = field.value();
  const address = `${form.dataset.draft}?${new URLSearchParams({ felt: field.name, set: field.seen ?? page.version, vindue: store.window, nr: store.turn() })}`;
  const headers = { 'content-type': type, 'if-match': `"${field.version}"`, 'X-Klynge-Antiforgery': antiforgery };
  const answer = await call(address, { method: 'PUT', headers, body });
  return answer === null ? lost(texts.lost) : took(field, body, answer);
}

async function took(field, body, answer) {
  if (answer.status === 204) {
    field.version = Number(answer.headers.get('etag').replace(/\D/g, ''));
    if (field.value().body === body) {
      field.isDirty = false;
      store.forget(field);
    }
    if (dirty().length === 0) say(texts.kept.replace('{0}', clock()));
    return 'kept';
  }
  if (answer.status === 412) {
    const other = await answer.json();
    field.version = other.version;
    field.isBlocked = true;
    field.ask(other.text, other.doc, texts.otherWindow);
    say(texts.otherWindow, true);
    return 'kept';
  }
  if (answer.type === 'opaqueredirect' || answer.status === 401) return lost(texts.signedOut);
  if (answer.status === 400) return (await renew()) ? 'again' : lost(texts.signedOut);
  if (answer.status >= 500 || answer.status === 429) return lost(texts.lost);
  return lost(answer.status === 413 ? texts.tooLong : texts.refused);
}

function lost(text) {
  say(text, true);
  return 'lost';
}

async function call(address, options) {
  try {
    return await fetch(address, { ...options, redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(20_000) });
  } catch {
    return null;
  }
}

// The page's token is of a session that has ended, and somebody has signed in again in another window.
async function renew() {
  const answer = await call(location.href, {});
  if (!answer?.ok) return false;
  const token = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('input[name=__RequestVerificationToken]')?.value;
  if (!token || token === antiforgery) return false;
  antiforgery = token;
  for (const input of document.querySelectorAll('input[name=__RequestVerificationToken]')) input.value = token;
  return true;
}

// Who else writes here, and whether another version has been saved: light, and only while somebody looks.
async function look() {
  if (!form.dataset.state || document.visibilityState !== 'visible' || page.isLeaving) return;
  const answer = await call(`${form.dataset.state}?version=${page.seen ?? page.version}`, {});
  if (!answer?.ok) return;
  const state = await answer.json();
  if (writers.textContent !== state.writers) writers.textContent = state.writers;
  if (state.fields.length === 0) return;
  page.seen = state.version;
  for (const saved of state.fields) find(saved.name)?.stands(saved, texts.otherPerson);
  if (fields.some((field) => field.isAsking)) say(texts.choose, true);
  settle();
}

// As soon as no two texts stand side by side, what is saved next is saved over the version that everybody here has seen.
function settle() {
  if (page.seen === undefined || fields.some((field) => field.isAsking)) return;
  page.version = page.seen;
  form.elements.version.value = page.seen;
}

async function restore() {
  const copies = await adopt(store);
  let isRestored = false;
  for (const copy of copies) {
    const field = find(copy.name);
    if (!field || field.value().body === copy.body) continue;
    field.restore(copy, page.version);
    field.isDirty = true;
    store.keep(field);
    isRestored = true;
  }
  if (isRestored) say(texts.restored);
  queue(0);
}

form.addEventListener('submit', async (event) => {
  if (page.isLeaving) return;
  event.preventDefault();
  const { submitter } = event;
  store.flush();
  // Not to a page of the browser's that says that there is no network: what cannot be kept cannot be saved either.
  const answers = (await send()) || (await call(location.href, { method: 'GET' }))?.ok;
  if (!answers) return say(texts.notSaved, true);
  page.isLeaving = true;
  store.forgetAll();
  for (const field of fields) field.post();

  // A form that is being sent is not sent again: the event that brought us here has to end first.
  await new Promise((resolve) => { setTimeout(resolve); });
  form.requestSubmit(submitter?.form === form ? submitter : undefined);
});

for (const other of document.querySelectorAll('form[action*="/kladde/"]')) {
  other.addEventListener('submit', () => { page.isLeaving = true; clearTimeout(timer); store.forgetAll(); });
}

addEventListener('pagehide', () => store.flush());
document.addEventListener('visibilitychange', () => { store.flush(); look(); });
addEventListener('online', () => queue(0));
addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
setInterval(look, Number(form.dataset.look ?? 10_000));

await Promise.all(fields.map((field) => field.open()));
await restore();
form.dataset.ready = 'true';
