import { tellAct } from './acts.js';
import { answerInvitation, getDocuments, getInvitation, install, tellMeeting } from './api.js';
import { failure } from './answers.js';
import { h } from './dom.js';
import { dateAndTime, shortDateAndTime, size, upperFirst } from './format.js';
import { toast } from './notice.js';
import { texts } from './texts.js';

/** The meeting's own buttons: what Teams would tell the bot by itself when people meet. */
export function showMeeting(host, { person, forum, allowed, hasCalendar }) {
  const tell = async (call, done, act) => {
    const delivered = await call();
    if (delivered.accepted) act?.();
    toast(delivered.accepted ? done : failure(delivered.status), delivered.accepted ? 'good' : 'error');
  };
  const button = (label, kind, call, done, act) =>
    h('button', { type: 'button', class: kind, disabled: !allowed, onclick: () => tell(call, done, act) }, label);
  const happened = started => tellAct('meeting', { started });

  host.replaceChildren(
    h('header', { class: 'panel-head' }, h('h2', { id: 'meeting-title' }, texts.meeting)),
    h('div', { class: 'panel-body' },
      h('p', { class: 'meeting-name' }, forum.meetingTitle),
      h('p', { class: 'muted' }, forum.meetingStart ? upperFirst(dateAndTime(forum.meetingStart)) : texts.noMeeting),
      h('div', { class: 'meeting-buttons' },
        button(texts.meetingStarts, 'primary', () => tellMeeting(person.id, forum.chat, true), texts.meetingStarted(forum.name), () => happened(true)),
        button(texts.meetingEnds, 'secondary', () => tellMeeting(person.id, forum.chat, false), texts.meetingEnded(forum.name), () => happened(false))),
      button(texts.install, 'link', () => install(person.id, forum.chat), texts.installed(forum.name)),
      hasCalendar ? invitation({ person, forum, allowed }) : null));
}

/** The person's Outlook, where Microsoft 365 is simulated: the answer that stands, and the three that can be given. */
function invitation({ person, forum, allowed }) {
  const says = h('p', { class: 'muted', role: 'status' });
  const buttons = Object.entries(texts.answers).map(([kind, label]) => [kind, h('button', {
    type: 'button', class: 'secondary', disabled: !allowed, 'aria-label': texts.answerHint(label), onclick: () => answer(kind),
  }, label)]);
  const answers = h('div', { class: 'answers', hidden: true }, buttons.map(([, button]) => button));
  const show = known => {
    says.textContent = known === null ? texts.notInvited(person.name) : known.isOrganizer ? texts.organizes(person.name) : texts.hasAnswered(person.name, known.answer);
    answers.hidden = known === null || known.isOrganizer;
    for (const [kind, button] of buttons) button.setAttribute('aria-pressed', String(kind === known?.answer));
  };
  const answer = async kind => {
    const { accepted } = await answerInvitation(person.id, forum.chat, kind);
    if (accepted) show({ isOrganizer: false, answer: kind });
    toast(accepted ? texts.answered(texts.answers[kind]) : texts.notInvited(person.name), accepted ? 'good' : 'error');
  };
  getInvitation(person.id, forum.chat).then(show, error => console.warn(error));
  return h('section', { class: 'invitation', 'aria-labelledby': 'outlook-title' }, h('h3', { id: 'outlook-title' }, texts.outlook), says, answers);
}

/** The stored documents. They are asked for again shortly after anything happened in a chat. */
export class Documents {
  #wait = 0;
  #shown = '';

  constructor(host) {
    this.list = h('ul', { class: 'document-list' });
    host.replaceChildren(
      h('header', { class: 'panel-head' }, h('h2', { id: 'documents-title' }, texts.documents)),
      h('div', { class: 'panel-body' }, this.list));
    this.load();
  }

  loadSoon() {
    clearTimeout(this.#wait);
    this.#wait = setTimeout(() => this.load(), 500);
  }

  async load() {
    let documents;
    try {
      documents = await getDocuments();
    } catch (error) {
      // The list stays as it is; the connection's own sign tells that the program is gone.
      console.warn(error);
      return;
    }
    const key = JSON.stringify(documents);
    if (key === this.#shown) return;
    this.#shown = key;
    this.list.replaceChildren(...(documents.length === 0 ? [h('li', { class: 'muted' }, texts.noDocuments)] : documents.map(row)));
  }
}

const row = document => h('li', {},
  h('a', { href: document.link, download: document.name, title: `Gemt ${shortDateAndTime(document.modified)}` },
    h('span', { class: 'file-kind', 'aria-hidden': 'true' }, (document.name.split('.').pop() ?? '').slice(0, 4)),
    h('span', { class: 'file-text' },
      h('span', { class: 'file-name' }, document.name),
      h('span', { class: 'muted' }, [document.folder, size(document.size)].filter(Boolean).join(' · ')))));
