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

function show(html, address, sent) {
  const typed = [...main.querySelectorAll('input, textarea, select')].filter((field) => field.form !== sent && isTyped(field));
  const focused = document.activeElement?.id;
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.title = page.title;
  main.replaceChildren(...page.getElementById('indhold').childNodes);
  const fields = new Map([...main.querySelectorAll('input, textarea, select')].map((field) => [keyOf(field), field]));
  for (const before of typed) {
    const field = fields.get(keyOf(before));
    if (!field) continue;
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = before.checked;
    else if (field.type === 'file') field.files = before.files;
    else field.value = before.value;
  }

  if (address) history.replaceState(null, '', address);
  const told = main.querySelector('[role=alert], .told p');
  if (told) say(told.textContent);
  (document.getElementById(focused) ?? main).focus({ preventScroll: Boolean(document.getElementById(focused)) });
  prepare();
}

// XMLHttpRequest tells how much of a file has been sent; fetch does not.
function send(form, fields, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.upload.onprogress = (sent) => { if (progress && sent.lengthComputable) progress.value = (100 * sent.loaded) / sent.total; };
    request.onload = () => resolve(request);
    request.onerror = () => reject(new Error('network'));
    request.send(form.enctype === 'multipart/form-data' ? fields : new URLSearchParams(fields));
  });
}

async function press(form, fields) {
  if (form.dataset.busy) return;
  form.dataset.busy = 'true';
  const progress = form.querySelector('progress');
  if (progress) {
    progress.hidden = false;
    say(form.dataset.progress);
  }

  try {
    const answer = await send(form, fields, progress);
    show(answer.responseText, answer.status === 409 ? null : answer.responseURL, form);
  } catch {
    if (progress) progress.hidden = true;
    say(lost());
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
}

main.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post') return;
  event.preventDefault();
  press(form, new FormData(form, event.submitter));
});

function move(item, steps) {
  const form = document.getElementById(order().dataset.order);
  const fields = new FormData(form);
  fields.set('tryk', `${item.dataset.item}/${item.dataset.number}/${steps}`);
  return press(form, fields);
}

// Dragging, by any pointer: the list shows where the item would stand, and the server says where it stands.
let dragged = null;
const items = () => [...order().children];
const placeOf = (item) => items().indexOf(item) + 1;

function put(item, before) {
  const list = order();
  if (before !== item && before !== item.nextElementSibling) list.insertBefore(item, before);
}

function stop(item, isDropped) {
  const steps = placeOf(item) - Number(item.dataset.number);
  dragged = null;
  item.classList.remove('dragged');
  item.querySelector('[data-handle]').removeAttribute('aria-pressed');
  if (isDropped && steps !== 0) {
    move(item, steps);
    return;
  }

  // Back to where the server has it.
  items().sort((one, other) => one.dataset.number - other.dataset.number).forEach((one) => order().append(one));
  item.querySelector('[data-handle]').focus();
}

function start(item) {
  dragged = item;
  item.classList.add('dragged');
  item.querySelector('[data-handle]').setAttribute('aria-pressed', 'true');
}

function prepareHandle(handle) {
  const item = handle.closest('li');
  handle.hidden = false;
  handle.id = `flyt-${item.dataset.item}`;
  handle.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    handle.focus();
    handle.setPointerCapture(event.pointerId);
    start(item);
  });
  handle.addEventListener('pointermove', (event) => {
    if (dragged !== item || !handle.hasPointerCapture(event.pointerId)) return;
    const below = items().find((other) => {
      const box = other.getBoundingClientRect();
      return other !== item && event.clientY < box.top + box.height / 2;
    });
    put(item, below ?? null);
    const edge = 60;
    if (event.clientY < edge) scrollBy(0, -20);
    else if (event.clientY > innerHeight - edge) scrollBy(0, 20);
  });
  handle.addEventListener('pointerup', () => { if (dragged === item) stop(item, true); });
  handle.addEventListener('pointercancel', () => { if (dragged === item) stop(item, false); });
  handle.addEventListener('keydown', (event) => {
    const isHeld = dragged === item;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (isHeld) stop(item, true);
      else {
        start(item);
        say(`${item.dataset.title}: ${item.dataset.number} af ${items().length}`);
      }
    } else if (isHeld && event.key === 'Escape') {
      event.preventDefault();
      stop(item, false);
    } else if (isHeld && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      if (event.key === 'ArrowUp' && item.previousElementSibling) put(item, item.previousElementSibling);
      else if (event.key === 'ArrowDown' && item.nextElementSibling) put(item, item.nextElementSibling.nextElementSibling);
      handle.focus();
      say(`${placeOf(item)} af ${items().length}`);
    }
  });
  handle.addEventListener('blur', () => {
    // Moving the item in the list takes the focus for a moment; only somebody who goes elsewhere lets go of it.
    setTimeout(() => { if (dragged === item && document.activeElement !== handle && !handle.matches(':active')) stop(item, false); });
  });
}

// A file that is let go over an item opens its form with the file in it: how it is to be read is still asked.
async function take(item, files) {
  const link = item.querySelector('a[data-upload]');
  const form = item.querySelector('#nyt-bilag');
  if (!form && !link) return;
  if (!form) {
    const answer = await fetch(link.href);
    show(await answer.text(), answer.url);
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
