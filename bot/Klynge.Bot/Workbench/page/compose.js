import { h } from './dom.js';
import { texts } from './texts.js';

/** The field in which a person writes: Enter sends, Shift+Enter is a new line, arrow up recalls what was sent before. */
export class Compose {
  #sent = [];
  #recalled = 0;

  constructor({ id, mention, onSend, onFiles, onInput }) {
    this.onSend = onSend;
    this.onFiles = onFiles;
    this.onInput = onInput;
    this.field = h('textarea', { id, rows: '1', autocomplete: 'off', spellcheck: 'false', onkeydown: event => this.#key(event), oninput: () => this.#changed() });
    this.button = h('button', { type: 'submit', class: 'send', 'aria-label': texts.send, title: texts.send }, '➤');
    this.files = h('input', { type: 'file', multiple: true, hidden: true, onchange: () => this.#choose() });
    this.attach = h('button', { type: 'button', class: 'attach', 'aria-label': texts.attach, title: texts.attach, onclick: () => this.files.click() }, '📎');
    this.element = h('form', { class: 'compose', onsubmit: event => { event.preventDefault(); this.#send(); } },
      mention && h('span', { class: 'mention-pill', title: texts.mentionHint(mention) }, `@${mention}`),
      this.field,
      this.files,
      this.attach,
      this.button);
  }

  setLabel(label) {
    this.field.placeholder = label;
    this.field.setAttribute('aria-label', label);
  }

  setEnabled(enabled) {
    this.field.disabled = this.button.disabled = this.attach.disabled = !enabled;
  }

  get text() {
    return this.field.value;
  }

  set text(value) {
    this.field.value = value;
    this.#grow();
  }

  /** Puts a text in the field with the caret at its end, ready to be completed or sent. */
  fill(text) {
    this.text = text;
    this.#changed();
    this.field.focus();
    this.field.setSelectionRange(text.length, text.length);
  }

  #choose() {
    const files = [...this.files.files];
    this.files.value = '';
    if (files.length > 0) this.onFiles(files);
  }

  #key(event) {
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#send();
    } else if (event.key === 'Escape') {
      this.field.blur();
    } else if (event.key === 'ArrowUp' && (this.text === '' || this.text === this.#sent[this.#recalled])) {
      this.#recall(event);
    }
  }

  #recall(event) {
    if (this.#sent.length === 0) return;
    event.preventDefault();
    this.#recalled = this.text === '' ? this.#sent.length - 1 : Math.max(0, this.#recalled - 1);
    this.fill(this.#sent[this.#recalled]);
  }

  #send() {
    const text = this.text.trim();
    if (text === '') return;
    this.#sent.push(text);
    this.text = '';
    this.#changed();
    this.onSend(text);
  }

  #changed() {
    this.#grow();
    this.onInput(this.text);
  }

  #grow() {
    this.field.style.height = '';
    // In a hidden panel nothing has a height: one line it is, until somebody writes.
    if (this.text.includes('\n') || this.field.scrollHeight > this.field.clientHeight) {
      this.field.style.height = `${Math.min(this.field.scrollHeight, 160)}px`;
    }
  }
}
