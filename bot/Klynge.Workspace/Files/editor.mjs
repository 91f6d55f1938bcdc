// The editor of a long text. It knows the blocks of the server's own text model (paragraph, heading, entry of a list, table) and nothing else, and
// takes and gives them as JSON: no Markdown is read or written in a browser. Bundled by the build into editor.js.
import { Editor, Extension, Mark, Node, mergeAttributes, textblockTypeInputRule } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { Gapcursor, UndoRedo } from '@tiptap/extensions';
import { Fragment } from '@tiptap/pm/model';

const maxLevel = 8;
const openable = /^(https?:\/\/[^\s<>"|]+|mailto:[^\s<>"|]+)$/i;

const Link = Mark.create({
  name: 'link',
  inclusive: false,
  // Two addresses that stand side by side are two: what has another number is not run together.
  addAttributes: () => ({ href: { default: null }, number: { default: 0, rendered: false } }),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: (a) => openable.test(a.getAttribute('href')) && null }],
  renderHTML: ({ HTMLAttributes }) => ['a', mergeAttributes(HTMLAttributes, { rel: 'noopener noreferrer' }), 0],
});

// One entry of a list is a block with a level and the label as it was typed, as the text model has it: "b)" stays "b)".
const Entry = Node.create({
  name: 'entry',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({
    level: { default: 0, parseHTML: levelOf, renderHTML: ({ level }) => ({ 'data-level': level }) },
    label: { default: '', parseHTML: labelOf, renderHTML: ({ label }) => ({ 'data-label': label, 'data-mark': label || '•' }) },
  }),
  parseHTML: () => [{ tag: 'p.entry', priority: 60 }, { tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['p', mergeAttributes(HTMLAttributes, { class: 'entry' }), 0],
  addInputRules() {
    return [
      textblockTypeInputRule({ find: /^[-*]\s$/, type: this.type, getAttributes: () => ({ label: '' }) }),
      textblockTypeInputRule({ find: /^(1[.)]|a\))\s$/, type: this.type, getAttributes: (match) => ({ label: match[1] }) }),
    ];
  },
  addKeyboardShortcuts() {
    return {
      Enter: () => goOn(this.editor),
      Backspace: () => leave(this.editor),
      'Alt-Shift-ArrowRight': () => indent(this.editor, 1),
      'Alt-Shift-ArrowLeft': () => indent(this.editor, -1),
    };
  },
});

// A pasted list: how deep it stands, and its number.
function levelOf(element) {
  if (element.dataset.level) return Math.min(Number(element.dataset.level) || 0, maxLevel);
  let level = -1;
  for (let at = element.parentElement; at; at = at.parentElement) if (/^(UL|OL)$/.test(at.tagName)) level++;
  return Math.max(0, Math.min(level, maxLevel));
}

function labelOf(element) {
  if (element.tagName !== 'LI') return element.dataset.label ?? '';
  const list = element.parentElement;
  return list?.tagName === 'OL' ? `${(Number(list.getAttribute('start')) || 1) + [...list.children].indexOf(element)}.` : '';
}

const entryAt = ({ state }) => (state.selection.$from.parent.type.name === 'entry' ? state.selection.$from.parent : null);

const following = (label) => label.replace(/^\d+/, (number) => String(Number(number) + 1)).replace(/^[a-y](?=[.)])/, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1));

function goOn(editor) {
  const entry = entryAt(editor);
  if (!entry) return false;
  if (entry.content.size === 0) return editor.commands.setNode('paragraph');
  return editor.chain().splitBlock().setNode('entry', { level: entry.attrs.level, label: following(entry.attrs.label) }).run();
}

function leave(editor) {
  const { $from, empty } = editor.state.selection;
  return entryAt(editor) && empty && $from.parentOffset === 0 ? editor.commands.setNode('paragraph') : false;
}

function indent(editor, step) {
  const entry = entryAt(editor);
  if (!entry) return false;
  const level = Math.max(0, Math.min(entry.attrs.level + step, maxLevel));
  return editor.commands.updateAttributes('entry', { level });
}

// Every chosen block becomes an entry of its own, or stops being one.
function toggleList(editor, first) {
  const { state, view } = editor;
  const { from, to } = state.selection;
  const blocks = [];
  state.doc.nodesBetween(from, to, (node, position) => {
    if (node.isTextblock && state.doc.resolve(position).depth === 0) blocks.push([node, position]);
    return node.type.name !== 'table';
  });
  const isThat = (node) => node.type.name === 'entry' && (node.attrs.label === '') === (first === '');
  const stops = blocks.length > 0 && blocks.every(([node]) => isThat(node));
  const { tr } = state;
  let label = first;
  for (const [node, position] of blocks) {
    if (stops) tr.setNodeMarkup(position, state.schema.nodes.paragraph);
    else tr.setNodeMarkup(position, state.schema.nodes.entry, { level: node.attrs.level ?? 0, label });
    label = following(label);
  }
  if (blocks.length > 0) view.dispatch(tr.scrollIntoView());
  view.focus();
}

const AnyHeading = Heading.extend({ parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: 3 } })) });

// What Word and the web leave behind: looks that the page's policy refuses anyway, and paragraphs within entries.
const tidy = (html) => html
  .replace(/\s(?:style|on\w+)=(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, '')
  .replace(/(<li\b[^>]*>)\s*<p\b[^>]*>/gi, '$1')
  .replace(/<\/p>\s*(?=<\/li>|<[uo]l\b)/gi, '');

const right = { right: { default: false, parseHTML: (cell) => cell.classList.contains('right'), renderHTML: ({ right }) => (right ? { class: 'right' } : {}) } };
const attributes = () => ({ colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null, rendered: false }, ...right });
// Tab leaves the editor, as every other field of a page: a table that kept it would keep whoever has no mouse.
const PlainTable = Table.extend({ renderHTML: () => ['table', ['tbody', 0]], addKeyboardShortcuts: () => ({}), addNodeView: () => null });
const Cell = TableCell.extend({ content: 'paragraph+', addAttributes: attributes });
const Header = TableHeader.extend({ content: 'paragraph+', addAttributes: attributes });

const spansOf = (node) => {
  const spans = [];
  node.forEach((child) => {
    const span = { t: child.type.name === 'hardBreak' ? '\n' : child.text ?? '' };
    for (const mark of child.marks) {
      if (mark.type.name === 'bold') span.b = true;
      else if (mark.type.name === 'italic') span.i = true;
      else if (mark.type.name === 'link') span.a = mark.attrs.href;
    }
    spans.push(span);
  });
  return spans;
};

const cellOf = (cell) => {
  const spans = [];
  cell.forEach((paragraph, _, index) => spans.push(...(index > 0 ? [{ t: '\n' }] : []), ...spansOf(paragraph)));
  return spans;
};

const tableOf = (table) => {
  const rows = [];
  table.forEach((row) => {
    const cells = [];
    row.forEach((cell) => {
      cells.push(cellOf(cell));
      for (let more = 1; more < cell.attrs.colspan; more++) cells.push([]);
    });
    rows.push(cells);
  });
  const aligned = [];
  table.firstChild?.forEach((cell) => aligned.push(cell.attrs.right === true));
  return { k: 't', r: rows, a: aligned };
};

const blockOf = (node) => {
  switch (node.type.name) {
    case 'heading': return { k: 'h', s: spansOf(node) };
    case 'entry': return { k: 'e', l: node.attrs.level, n: node.attrs.label, s: spansOf(node) };
    case 'table': return tableOf(node);
    default: return { k: 'p', s: spansOf(node) };
  }
};

const inline = (spans) => (spans ?? []).flatMap(({ t, b, i, a }, number) => {
  const marks = [...(b ? [{ type: 'bold' }] : []), ...(i ? [{ type: 'italic' }] : []), ...(a ? [{ type: 'link', attrs: { href: a, number: a === t ? number : 0 } }] : [])];
  return t.split('\n').flatMap((line, index) => [...(index > 0 ? [{ type: 'hardBreak', marks }] : []), ...(line ? [{ type: 'text', text: line, marks }] : [])]);
});

const nodeOf = (block) => {
  const content = inline(block.s);
  switch (block.k) {
    case 'h': return { type: 'heading', attrs: { level: 3 }, content };
    case 'e': return { type: 'entry', attrs: { level: block.l ?? 0, label: block.n ?? '' }, content };
    case 't': return {
      type: 'table',
      content: block.r.map((row, at) => ({
        type: 'tableRow',
        content: row.map((cell, column) => ({
          type: at === 0 ? 'tableHeader' : 'tableCell',
          attrs: { right: block.a?.[column] ?? false },
          content: [{ type: 'paragraph', content: inline(cell) }],
        })),
      })),
    };
    default: return { type: 'paragraph', content };
  }
};

const documentOf = (json) => {
  const blocks = (JSON.parse(json).b ?? []).map(nodeOf);
  return { type: 'doc', content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] };
};

const jsonOf = ({ state: { doc } }) => {
  const b = [];
  doc.forEach((node) => b.push(blockOf(node)));
  return JSON.stringify({ b });
};

function toolbar(host, editor, label, texts) {
  const bar = document.createElement('div');
  bar.className = 'tools';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', `${texts.toolbar}: ${label}`);
  const link = linkPanel(editor, texts);
  const chain = () => {
    editor.view.focus();
    return editor.chain();
  };
  const inTable = () => editor.isActive('table');
  const tools = [
    ['bold', () => chain().toggleBold().run(), () => editor.isActive('bold')],
    ['italic', () => chain().toggleItalic().run(), () => editor.isActive('italic')],
    ['heading', () => chain().toggleHeading({ level: 3 }).run(), () => editor.isActive('heading')],
    ['bullets', () => toggleList(editor, ''), () => entryAt(editor)?.attrs.label === ''],
    ['numbers', () => toggleList(editor, '1.'), () => Boolean(entryAt(editor)?.attrs.label)],
    ['outdent', () => { indent(editor, -1); editor.view.focus(); }, null, () => entryAt(editor)?.attrs.level > 0],
    ['indent', () => { indent(editor, 1); editor.view.focus(); }, null, () => Boolean(entryAt(editor))],
    ['table', () => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(), null, () => !inTable()],
    ['addRow', () => chain().addRowAfter().run(), null, inTable],
    ['addColumn', () => chain().addColumnAfter().run(), null, inTable],
    ['deleteRow', () => chain().deleteRow().run(), null, inTable],
    ['deleteColumn', () => chain().deleteColumn().run(), null, inTable],
    ['deleteTable', () => chain().deleteTable().run(), null, inTable],
    ['link', () => link.open(), () => editor.isActive('link')],
    ['undo', () => chain().undo().run(), null, () => editor.can().undo()],
    ['redo', () => chain().redo().run(), null, () => editor.can().redo()],
  ].map(([name, act, isOn, isUsable]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = texts[name];
    button.dataset.tool = name;
    button.tabIndex = -1;
    button.addEventListener('click', () => { if (button.getAttribute('aria-disabled') !== 'true') act(); });
    bar.append(button);
    return { button, isOn, isUsable };
  });
  tools[0].button.tabIndex = 0;
  bar.addEventListener('keydown', (event) => {
    const shown = tools.map(({ button }) => button).filter((button) => !button.hidden);
    const at = shown.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const to = shown[(next + shown.length) % shown.length];
    for (const { button } of tools) button.tabIndex = button === to ? 0 : -1;
    to.focus();
  });
  const draw = () => {
    for (const { button, isOn, isUsable } of tools) {
      if (isOn) button.setAttribute('aria-pressed', String(isOn()));
      const usable = isUsable?.() ?? true;
      if (/Row|Column|deleteTable/.test(button.dataset.tool)) button.hidden = !usable;
      else button.setAttribute('aria-disabled', String(!usable));
    }
  };
  editor.on('transaction', draw);
  draw();
  host.prepend(bar, link.element);
}

// Where a link leads is asked below the tools: nothing opens over the text.
function linkPanel(editor, texts) {
  const element = document.createElement('div');
  element.className = 'link';
  element.hidden = true;
  const label = document.createElement('label');
  const name = document.createElement('span');
  name.textContent = texts.address;
  const input = document.createElement('input');
  input.type = 'text';
  input.inputMode = 'url';
  label.append(name, input);
  const button = (text, act) => {
    const one = document.createElement('button');
    one.type = 'button';
    one.className = 'quiet';
    one.textContent = text;
    one.addEventListener('click', act);
    return one;
  };
  const close = () => { element.hidden = true; editor.view.focus(); };
  const set = () => {
    const href = input.value.trim();
    const address = openable.test(href) ? href : `https://${href}`;
    if (!openable.test(address) || !/\./.test(address)) return input.focus();
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && !editor.isActive('link')) chain.insertContent({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] }).run();
    else chain.setMark('link', { href: address }).run();
    return close();
  };
  element.append(label, button(texts.setLink, set), button(texts.removeLink, () => { editor.chain().focus().extendMarkRange('link').unsetMark('link').run(); close(); }));
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target === input) { event.preventDefault(); set(); }
    if (event.key === 'Escape') close();
  });
  return { element, open: () => { input.value = editor.getAttributes('link').href ?? ''; element.hidden = false; input.focus(); } };
}

export function open({ host, json, label, labelledBy, describedBy, texts, changed }) {
  const surface = document.createElement('div');
  host.append(surface);
  let quiet = false;
  const editor = new Editor({
    element: surface,
    injectCSS: false,
    content: documentOf(json),
    extensions: [
      Document, Paragraph, Text, Bold, Italic, Link, HardBreak, AnyHeading.configure({ levels: [3] }), Entry, PlainTable.configure({ resizable: false }), TableRow, Header, Cell, UndoRedo, Gapcursor,
      Extension.create({ name: 'tools', addKeyboardShortcuts: () => ({ 'Alt-F10': () => { host.querySelector('.tools [tabindex="0"]').focus(); return true; } }) }),
    ],
    editorProps: { transformPastedHTML: tidy, attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': labelledBy, 'aria-describedby': describedBy } },
    onUpdate: () => { if (!quiet) changed(); },
  });
  toolbar(host, editor, label, texts);
  return {
    json: () => jsonOf(editor),
    // One step of the editor's history, so that Ctrl+Z brings back what was there.
    set: (next) => {
      quiet = true;
      const { state, view } = editor;
      view.dispatch(state.tr.replaceWith(0, state.doc.content.size, Fragment.from(state.schema.nodeFromJSON(documentOf(next)).content)));
      quiet = false;
    },
    isSame: (other) => JSON.stringify(documentOf(other)) === JSON.stringify(documentOf(jsonOf(editor))),
    focus: () => editor.commands.focus(),
    close: () => editor.destroy(),
  };
}
