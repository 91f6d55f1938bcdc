// One field of the page of an item: its box or its editor, and the two texts side by side where another was written meanwhile.
const plain = 'text/plain; charset=utf-8';
const document_ = 'application/json';

export function createField(element, version, texts, { touched, chosen }) {
  const { name, input, kind } = element.dataset;
  const boxes = [...element.querySelectorAll(`[name="${CSS.escape(input)}"]`)];
  const drawn = element.querySelector('input[type=hidden]');
  let editor = null;
  let standing = element.querySelector('.standing');

  const field = { name, version: Number(element.dataset.draft), isDirty: false, isAsking: standing !== null, isBlocked: false, isTouched: element.dataset.touched === 'true', seen: standing ? Math.max(0, version - 1) : undefined };

  field.value = () => (editor ? { type: document_, body: editor.json() } : { type: plain, body: text() });
  field.open = async () => {
    if (kind === 'LongText') editor = await openEditor(element, boxes[0], texts, typed);
    for (const box of boxes) box.addEventListener('input', typed);
    if (!standing) return;
    standing.append(button(texts.keepMine));
    watch({ text: standing.dataset.text, doc: standing.dataset.doc });
  };

  // The form's own box says nothing of what the editor holds; an editor that nobody touched says nothing at all.
  field.post = () => {
    if (!editor || !field.isTouched) return;
    const hidden = document.createElement('input');
    Object.assign(hidden, { type: 'hidden', name: `doc.${input}`, value: editor.json() });
    element.append(hidden);
  };

  field.restore = (copy, version) => {
    const before = field.value();
    const saved = { text: text(), doc: editor ? before.body : null };
    set(copy.type !== document_ ? { text: copy.body } : editor ? { doc: copy.body } : { text: wordsOf(copy.body) });
    field.isTouched = true;
    field.version = copy.version;
    if (copy.seen === version) return;
    field.seen = copy.seen;
    field.ask(saved.text, saved.doc, texts.otherPerson);
  };

  // Another version of the item has been saved: a field that nobody touched follows it, one that somebody did stands beside it.
  field.stands = (saved, why) => {
    drawn.value = saved.mark;
    if (!field.isTouched) set(saved);
    else if (!isSame(saved)) {
      field.seen ??= version;
      field.ask(saved.text, saved.doc, why);
    }
  };

  field.ask = (other, doc, why) => {
    standing?.remove();
    standing = draw(other, doc, why);
    element.append(standing);
    element.classList.add('conflict');
    field.isAsking = true;
    watch({ text: other, doc });
  };

  function typed() {
    field.isTouched = true;
    touched(field);
  }

  function isSame(saved) {
    return editor && saved.doc ? editor.isSame(saved.doc) : text() === saved.text;
  }

  function text() {
    if (kind === 'Check') return String(boxes[0].checked);
    if (kind === 'Choice') return boxes.find((box) => box.checked)?.value ?? '';
    return boxes[0].value;
  }

  function set(value) {
    if (editor && value.doc) editor.set(value.doc);
    if (kind === 'Check') boxes[0].checked = value.text === 'true';
    else if (kind === 'Choice') for (const box of boxes) box.checked = box.value === value.text;
    else if (value.text !== undefined) boxes[0].value = value.text;
  }

  // »Brug denne« changes the two, so that pressed again it brings the first one back.
  function watch(other) {
    const [use, keep] = standing.querySelectorAll('button');
    use.addEventListener('click', (event) => {
      event.preventDefault();
      const mine = editor ? { doc: editor.json() } : { text: text() };
      set(other);
      field.isTouched = true;
      draw(mine.text, mine.doc, texts.yours, standing);
      watch(mine);
      settle();
    });
    keep?.addEventListener('click', () => {
      standing.remove();
      standing = null;
      settle();
      focus();
    });
  }

  function settle() {
    element.classList.remove('conflict');
    field.isAsking = false;
    field.isBlocked = false;
    field.seen = undefined;
    chosen(field);
  }

  function focus() {
    if (editor) editor.focus();
    else boxes[0].focus();
  }

  function draw(other, doc, why, into = document.createElement('div')) {
    into.className = 'standing';
    into.setAttribute('role', 'group');
    into.setAttribute('aria-label', why);
    into.replaceChildren(line('strong', why), line('p', said(other, doc) || texts.empty, 'lines'), button(texts.useTheirs), button(texts.keepMine));
    return into;
  }

  function said(value, doc) {
    if (doc) return wordsOf(doc);
    if (kind === 'Check') return value === 'true' ? texts.yes : texts.no;
    if (kind === 'Choice') return boxes.find((box) => box.value === value)?.parentElement.textContent.trim() ?? '';
    return value;
  }

  function line(tag, words, className = '') {
    const made = document.createElement(tag);
    made.textContent = words;
    made.className = className;
    return made;
  }

  function button(words) {
    const made = line('button', words, 'quiet');
    made.type = 'button';
    return made;
  }

  return field;
}

// What an editor held, for a page that has none any more.
function wordsOf(json) {
  const words = (spans) => (spans ?? []).map((span) => span.t).join('');
  const lines = (block) => {
    if (block.r) return block.r.map((row) => row.map(words).join('\t')).join('\n');
    return block.k === 'e' ? `${'  '.repeat(block.l ?? 0)}${block.n || '•'} ${words(block.s)}` : words(block.s);
  };
  return JSON.parse(json).b.reduce((text, block, at, all) => `${text}${at === 0 ? '' : block.k === 'e' && all[at - 1].k === 'e' ? '\n' : '\n\n'}${lines(block)}`, '');
}

// Where the build had no Node there is no editor, and the box stays.
async function openEditor(element, box, texts, changed) {
  let module;
  try {
    module = await import('./editor.js');
  } catch {
    return null;
  }
  const host = document.createElement('div');
  host.className = 'editor';
  box.after(host);
  const label = document.getElementById(`${box.id}-label`);
  const editor = module.open({ host, json: box.dataset.doc, label: label.textContent.trim(), labelledBy: label.id, describedBy: `${box.id}-hint`, texts: texts.editor, changed });
  box.hidden = true;
  label.addEventListener('click', (event) => { event.preventDefault(); editor.focus(); });
  document.getElementById(`${box.id}-hint`).textContent = texts.editor.hint;
  return editor;
}
