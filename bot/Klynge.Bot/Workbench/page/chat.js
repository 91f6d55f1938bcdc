import { dropFile, sendMessage } from './api.js';
import { failure } from './answers.js';
import { Compose } from './compose.js';
import { h } from './dom.js';
import { dayName, dayOf } from './format.js';
import { MessageView } from './message.js';
import { texts } from './texts.js';

/** One chat: its messages, its field to write in, and what is going on in it. */
export class ChatPane {
  #messages = new Map();
  /** What came in while the transcript was being fetched, and may be too new to stand in it. */
  #arrived = new Set();
  #drafts = new Map();
  /** What somebody had begun to write, by chat and person, when another text was put in its place; the latest last. */
  #aside = new Map();
  /** The text that stands in the field as it was put there: nobody has written it. */
  #filled = null;
  /** What has been sent since the chat was opened as this person. */
  #sent = [];
  #pending = 0;
  #typingEnds = 0;
  #lastDay = null;
  /** Whether the end is in sight, so that what arrives or grows stays in sight. */
  #follows = true;
  #growth = new ResizeObserver(() => this.#follows && !this.log.contains(document.activeElement) && this.#toEnd());

  /** @param options { host, composeId, title, mention, suggestions, views, bot } */
  constructor(options) {
    Object.assign(this, options);
    this.log = h('div', { class: 'log', role: 'log', 'aria-live': 'off', tabindex: '0', onscroll: () => this.#scrolled() });
    this.typing = h('p', { class: 'typing', hidden: true }, h('span', { class: 'dots', 'aria-hidden': 'true' }), texts.typing(this.bot.name));
    this.jump = h('button', { type: 'button', class: 'jump', hidden: true, onclick: () => this.#toEnd() }, `${texts.newMessages} ↓`);
    this.compose = new Compose({
      id: this.composeId,
      mention: this.mention,
      onSend: text => this.#send(text),
      onFiles: files => this.#drop(files),
      onInput: text => this.#drafts.set(this.#draftKey(), text),
    });
    this.kept = h('p', { class: 'kept', role: 'status', hidden: true });
    this.titleElement = h('h2');
    this.subtitle = h('p', { class: 'subtitle' });
    this.host.addEventListener('dragover', event => event.preventDefault());
    this.host.addEventListener('drop', event => { event.preventDefault(); if (!this.note) this.#drop([...event.dataTransfer.files]); });
    this.host.replaceChildren(
      h('header', { class: 'panel-head' }, this.titleElement, this.subtitle),
      h('div', { class: 'log-frame' }, this.log, this.jump),
      this.typing,
      this.kept,
      this.compose.element);
  }

  /** Puts a text in the field, ready to be sent. What somebody had begun to write there is laid aside, with a way back. */
  fill(text) {
    const begun = this.compose.text;
    if (begun.trim() !== '' && begun !== this.#filled && begun !== text) this.#kept().push(begun);
    this.#filled = text;
    this.compose.fill(text);
    this.#showKept();
  }

  #kept() {
    const key = this.#draftKey();
    if (!this.#aside.has(key)) this.#aside.set(key, []);
    return this.#aside.get(key);
  }

  #showKept() {
    const text = this.#kept().at(-1);
    this.kept.hidden = text === undefined;
    if (text === undefined) return;
    this.kept.replaceChildren(
      h('span', {}, texts.laidAside(text)),
      h('button', { type: 'button', class: 'quiet', onclick: () => this.#putBack() }, texts.putBack));
  }

  #putBack() {
    this.fill(this.#kept().pop());
    this.#filled = null;
  }

  /** Shows a chat as one person sees it. `note` stands in its place where the person is not in it. */
  open({ person, chat, members, title = this.title, subtitle, label, note = null }) {
    Object.assign(this, { person, chat, members, name: title });
    this.titleElement.textContent = title;
    this.log.setAttribute('aria-label', title);
    this.subtitle.textContent = subtitle;
    this.note = note;
    this.compose.setLabel(label);
    this.compose.setEnabled(note === null);
    this.compose.text = this.#drafts.get(this.#draftKey()) ?? '';
    this.#filled = null;
    this.#showKept();
    this.#sent = [];
    this.#pending = 0;
    this.#showTyping(false);
    this.#messages.clear();
    this.#clear();
    if (note) this.log.append(h('p', { class: 'note' }, note));
    this.#toEnd();
  }

  /** Called before a transcript is fetched: from here on nothing that arrives may be lost to it. */
  expect() {
    this.#arrived.clear();
  }

  /**
   * Shows every message so far. One that is already on the page stays the same element, so that a connection that comes back
   * takes nothing from somebody who is writing in a card.
   */
  show(transcript) {
    const before = this.#messages;
    const focused = this.log.contains(document.activeElement) ? document.activeElement : null;
    const stood = new Set(transcript.map(message => message.id));
    const newer = [...before.values()].map(view => view.message).filter(message => this.#arrived.has(message.id) && !stood.has(message.id));
    this.#messages = new Map();
    this.#clear();
    for (const message of [...transcript, ...newer]) this.#append(message, before.get(message.id));
    if (this.#messages.size === 0) this.log.append(this.#empty());
    this.#toEnd();
    focused?.focus({ preventScroll: true });
  }

  /**
   * What was sent since the chat was opened, and all that came after it. Who writes faster than the connection opens finds it in the
   * transcript alone: no event tells of it.
   */
  sinceSent() {
    const messages = [...this.#messages.values()].map(view => view.message);
    const isFirst = message => !message.from.isBot && message.content.text?.trim() === this.#sent[0];
    const at = this.#sent.length === 0 ? -1 : messages.findLastIndex(isFirst);
    return at < 0 ? [] : messages.slice(at);
  }

  #clear() {
    this.#growth.disconnect();
    this.#lastDay = null;
    this.log.replaceChildren();
  }

  /** A message that is new, or one that changed. Both may arrive twice. */
  receive(message) {
    this.#arrived.add(message.id);
    const shown = this.#messages.get(message.id);
    if (shown) {
      if (message.version > shown.message.version) shown.update(message);
      return;
    }
    const follows = this.#follows || message.from.id === this.person.id;
    if (this.#messages.size === 0) this.log.replaceChildren();
    this.#append(message);
    if (message.from.isBot) this.#showTyping(false);
    if (follows) this.#toEnd();
    else this.jump.hidden = false;
  }

  showTypingForAWhile() {
    this.#showTyping(true);
    clearTimeout(this.#typingEnds);
    this.#typingEnds = setTimeout(() => this.#showTyping(this.#pending > 0), 6000);
  }

  async #send(text) {
    const { person, chat } = this;
    this.#filled = null;
    this.#sent.push(text);
    this.#pending++;
    this.#showTyping(true);
    const delivered = await sendMessage(person.id, chat, text);
    if (this.person !== person || this.chat !== chat) return;
    this.#pending--;
    if (this.#pending === 0) this.#showTyping(false);
    if (!delivered.accepted) this.#showFailure(delivered, text);
  }

  /** Each file is a message of its own, as when people drop several into Teams one after the other. */
  async #drop(files) {
    const { person, chat } = this;
    for (const file of files) {
      const delivered = await dropFile(person.id, chat, file);
      if (!delivered.accepted && this.person === person && this.chat === chat) this.#showFailure(delivered, '');
    }
  }

  #showFailure(delivered, text) {
    const retry = () => this.fill(text);
    const shown = this.#messages.get(delivered.id) ?? [...this.#messages.values()].pop();
    if (shown) shown.showFailure(failure(delivered.status), retry);
    else this.fill(text);
  }

  #append(message, known = null) {
    if (dayOf(message.sentAt) !== this.#lastDay) {
      this.#lastDay = dayOf(message.sentAt);
      this.log.append(h('p', { class: 'day' }, dayName(message.sentAt)));
    }
    const view = known ?? new MessageView(message, { person: this.person, members: this.members, views: this.views });
    if (message.version > view.message.version) view.update(message);
    this.#messages.set(message.id, view);
    this.log.append(view.element);
    this.#growth.observe(view.element);
  }

  #empty() {
    const chips = this.suggestions.map(text => h('button', {
      type: 'button',
      class: 'chip',
      onclick: () => (text.endsWith(' ') ? this.fill(text) : this.#send(text)),
    }, text.endsWith(' ') ? `${text.trim()} …` : text));
    return h('div', { class: 'empty' }, h('p', {}, this.emptyText), h('div', { class: 'chips' }, chips));
  }

  #showTyping(on) {
    this.typing.hidden = !on;
    if (this.#follows) this.#toEnd();
  }

  #toEnd() {
    this.#follows = true;
    this.jump.hidden = true;
    this.log.scrollTop = this.log.scrollHeight;
  }

  #scrolled() {
    this.#follows = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 60;
    if (this.#follows) this.jump.hidden = true;
  }

  #draftKey = () => `${this.person?.id}|${this.chat}`;
}
