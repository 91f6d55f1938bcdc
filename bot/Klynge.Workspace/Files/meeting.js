// A meeting's page does everything without this. With it the order is changed by dragging or by the keyboard, a file can be let go over an
// item, and a press fetches the answer into the page, so that what is typed and where somebody is stays. What the server answers counts.
const main = document.getElementById('indhold');
const heard = document.createElement('p');
heard.className = 'heard';
heard.setAttribute('role', 'status');
document.body.append(heard);

const say = (words) => { heard.textContent = ''; requestAnimationFrame(() => { heard.textContent = words; }); };
const order = () => main.querySelector('ol[data-order]');
const lost = () => main.querySelector('[data-lost]')?.dataset.lost ?? '';

// What was typed and not sent stays: by the form's address and the field's name.
const keyOf = (field) => `${field.form?.getAttribute('action')} ${field.name} ${field.type === 'radio' ? field.value : ''}`;
const isTyped = (field) => field.name && field.type !== 'hidden' && (field.type === 'checkbox' || field.type === 'radio'
  ? field.checked !== field.defaultChecked : field.type === 'file' ? field.files.length > 0 : field.value !== field.defaultValue);

// What can be done with the item that a press was about comes to where the press was, and what was done is said above it: the next item is the
// next thing to do. The row has the focus and none of its buttons, so that a press too many does nothing.
const itemOf = (element) => element?.closest?.('li[data-item]');

function stay(item, top) {
  const told = main.querySelector('.told');
  told?.classList.add('along');
  const row = [...item.querySelectorAll('.acts[role=group]')].at(-1) ?? item.querySelector('h2');
  const above = (told?.getBoundingClientRect().height ?? 0) + 60;
  scrollBy(0, row.getBoundingClientRect().top - Math.max(above, Math.min(top, innerHeight - 160)));
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
}

function show(page, address, sent, from) {
  const before = itemOf(from);
  const top = from?.getBoundingClientRect().top;
  const typed = [...main.querySelectorAll('input, textarea, select')].filter((field) => field.form !== sent && isTyped(field));
  const focused = document.activeElement?.id;
  document.title = page.title;
  main.replaceChildren(...page.getElementById('indhold').childNodes);
  const fields = new Map([...main.querySelectorAll('input, textarea, select')].map((field) => [keyOf(field), field]));
  for (const one of typed) {
    const field = fields.get(keyOf(one));
    if (!field) continue;
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = one.checked;
    else if (field.type === 'file') field.files = one.files;
    else field.value = one.value;
  }

  if (address) history.replaceState(null, '', address);
  prepare();
  const told = main.querySelector('[role=alert], .told p');
  if (told) say(told.textContent);
  const kept = document.getElementById(focused);
  const item = before && main.querySelector(`li[data-item="${before.dataset.item}"]`);
  if (kept && !kept.disabled) kept.focus();
  else if (item && !main.querySelector('[role=alert]')) stay(item, top);
  else {
    main.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
}

// XMLHttpRequest tells how much of a file has been sent; fetch does not.
function send(form, fields, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.upload.onprogress = (sent) => { if (progress && sent.lengthComputable) progress.value = (100 * sent.loaded) / sent.total; };
    request.onload = () => resolve(Object.assign(request, { ok: request.status === 200 || request.status === 409 }));
    request.onerror = () => reject(new Error('network'));
    request.send(form.enctype === 'multipart/form-data' ? fields : new URLSearchParams(fields));
  });
}

async function press(form, fields, from = form) {
  if (form.dataset.busy) return;
  form.dataset.busy = 'true';
  const progress = form.querySelector('progress');
  if (progress) {
    progress.hidden = false;
    say(form.dataset.progress);
  }

  try {
    const answer = await send(form, fields, progress);
    const page = new DOMParser().parseFromString(answer.responseText, 'text/html');
    if (answer.ok) show(page, answer.status === 409 ? null : answer.responseURL, form, from);
    else {
      // No page of this meeting: a sentence, or that it is not for the reader any more. What is typed stays beside it.
      if (progress) progress.hidden = true;
      alertOf((page.querySelector('#indhold > p') ?? page.body).textContent);
    }
  } catch {
    if (progress) progress.hidden = true;
    alertOf(lost());
  } finally {
    delete form.dataset.busy;
  }
}

function alertOf(words) {
  let notice = main.querySelector('[data-lost-notice]');
  if (!notice) {
    notice = document.createElement('p');
    notice.className = 'notice';
    notice.dataset.lostNotice = '';
    main.prepend(notice);
  }

  notice.textContent = words;
  notice.scrollIntoView({ block: 'nearest' });
  say(words);
}

main.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post') return;
  event.preventDefault();
  press(form, new FormData(form, event.submitter), event.submitter ?? form);
});

async function move(item, steps) {
  const form = document.getElementById(order().dataset.order);
  const fields = new FormData(form);
  fields.set('tryk', `${item.dataset.item}/${item.dataset.number}/${steps}`);
  await press(form, fields);
  if (item.isConnected) putBack(); // The server has not said that it moved.
}

// While the order is changed only the headings stand there, and the item stays where it is on the screen. Where it is let go is asked of the
// server, and what the server says stands.
let held = null;
const items = () => [...order().children];
const handleOf = (item) => item.querySelector('[data-handle]');
const placeOf = (item) => items().indexOf(item) + 1;
const placeIn = (item) => order().dataset.place.replace('{0}', placeOf(item)).replace('{1}', items().length);

function putBack() {
  items().sort((one, other) => one.dataset.number - other.dataset.number).forEach((one) => order().append(one));
}

function still(item, change) {
  const before = item.getBoundingClientRect().top;
  change();
  scrollBy(0, item.getBoundingClientRect().top - before);
}

function hold(item, way) {
  held = { item, ...way };
  item.classList.add('dragged');
  handleOf(item).setAttribute('aria-pressed', 'true');
  still(item, () => order().classList.add('ordering'));
}

function letGo(isDropped) {
  const { item } = held;
  const steps = placeOf(item) - Number(item.dataset.number);
  held = null;
  item.classList.remove('dragged');
  handleOf(item).removeAttribute('aria-pressed');
  if (!isDropped) putBack();
  still(item, () => order().classList.remove('ordering'));
  handleOf(item).focus();
  if (isDropped && steps !== 0) move(item, steps);
}

function put(item, before) {
  if (before === item || before === item.nextElementSibling) return;
  order().insertBefore(item, before);
}

// Heard by the document: an item that is moved in the list loses its pointer.
document.addEventListener('pointermove', (event) => {
  if (held?.from === undefined || Math.abs(event.clientY - held.from) < 5) return;
  held.from = -1e6;
  const { item } = held;
  put(item, items().find((other) => {
    const box = other.getBoundingClientRect();
    return other !== item && event.clientY < box.top + box.height / 2;
  }) ?? null);
  const edge = 60;
  if (event.clientY < edge) scrollBy(0, -20);
  else if (event.clientY > innerHeight - edge) scrollBy(0, 20);
});
document.addEventListener('pointerup', () => { if (held?.from !== undefined) letGo(true); });
document.addEventListener('pointercancel', () => { if (held?.from !== undefined) letGo(false); });

function keyed(event, item) {
  const isHeld = held?.item === item;
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    if (isHeld) letGo(true);
    else {
      hold(item, {});
      say(`${item.dataset.title}: ${placeIn(item)}`);
    }
  } else if (isHeld && event.key === 'Escape') {
    event.preventDefault();
    letGo(false);
  } else if (isHeld && step) {
    event.preventDefault();
    if (step < 0 && item.previousElementSibling) put(item, item.previousElementSibling);
    else if (step > 0 && item.nextElementSibling) put(item, item.nextElementSibling.nextElementSibling);
    handleOf(item).focus();
    say(placeIn(item));
  }
}

function prepareHandle(handle) {
  const item = handle.closest('li');
  handle.hidden = false;
  handle.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    handle.focus();
    hold(item, { from: event.clientY });
  });
  handle.addEventListener('keydown', (event) => keyed(event, item));
  handle.addEventListener('blur', () => {
    // Moving the item in the list takes the focus for a moment; only somebody who goes elsewhere lets go of it.
    setTimeout(() => { if (held?.item === item && held.from === undefined && document.activeElement !== handle) letGo(false); });
  });
}

// A file that is let go over an item opens its form with the file in it: how it is to be read is still asked.
async function take(item, files) {
  const link = item.querySelector('a[data-upload]');
  const form = item.querySelector('#nyt-bilag');
  if (!form && !link) return;
  if (!form) {
    const answer = await fetch(link.href);
    show(new DOMParser().parseFromString(await answer.text(), 'text/html'), answer.url);
  }

  const input = document.getElementById('bilag-fil');
  if (!input) return;
  const one = new DataTransfer();
  one.items.add(files[0]);
  input.files = one.files;
  input.focus();
  input.form.scrollIntoView({ block: 'center' });
}

function prepare() {
  for (const handle of order()?.querySelectorAll('[data-handle]') ?? []) prepareHandle(handle);
  const help = main.querySelector('[data-order-help]');
  if (help) help.hidden = false;
  for (const item of main.querySelectorAll('li[data-item]')) {
    if (!item.querySelector('a[data-upload], #nyt-bilag')) continue;
    item.addEventListener('dragover', (event) => {
      if (![...event.dataTransfer.types].includes('Files')) return;
      event.preventDefault();
      item.classList.add('over');
    });
    item.addEventListener('dragleave', () => item.classList.remove('over'));
    item.addEventListener('drop', (event) => {
      item.classList.remove('over');
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      take(item, event.dataTransfer.files);
    });
  }
}

prepare();
