import { h } from './dom.js';
import { recall, remember } from './memory.js';

/** The five steps. `as` is who does it, `chat` where, `text` what is written. */
const steps = [
  { title: 'Se dagsordenen', as: 'Secretariat', chat: 'shared', text: 'dagsorden', say: 'Sekretæren skriver i forummets chat. Alle ser det samme kort, og det holder sig selv opdateret.' },
  { title: 'Foreslå et punkt', as: 'Member', chat: 'personal', text: 'tilføj punkt Fælles plan for vinterens indlæggelser 20 min', say: 'Et medlem udfylder kortet. Sekretæren får forslaget – se tallet ved navnet – og godkender det.' },
  { title: 'Meld afbud', as: 'Member', nth: 1, chat: 'personal', text: 'afbud', say: 'Et andet medlem melder afbud. Dagsordenen viser det med det samme, og sekretæren får det at vide.' },
  { title: 'Skriv beslutningen', as: 'Secretariat', chat: 'shared', text: 'beslutning 1 Indstillingen blev godkendt.', say: 'Tryk »Mødet starter« ved siden af. Så skriver sekretæren punktets beslutning, eller vælger en fast vending på kortet.' },
  { title: 'Skriv referatet', as: 'Secretariat', chat: 'shared', text: 'referat', say: 'Tryk »Mødet slutter«. Sekretæren henter kortet og trykker »Skriv referat«: så ligger det som Word-dokument under »Dokumenter«.' },
];

/** The dismissable guide »Fra dagsorden til referat på fem minutter«. */
export class Guide {
  #at = 0;

  /** @param onTry called with a step: the page becomes that person and fills the text in */
  constructor({ host, opener, onTry }) {
    Object.assign(this, { host, opener, onTry });
    opener.addEventListener('click', () => this.toggle(host.hidden));
    host.addEventListener('keydown', event => {
      if (event.key === 'Escape') this.toggle(false, true);
    });
    this.#draw();
    this.toggle(this.#opensAtStart(), false, false);
  }

  toggle(open, focus = false, keep = true) {
    this.host.hidden = !open;
    this.opener.setAttribute('aria-expanded', String(open));
    if (keep) remember('guide', open ? 'open' : 'closed');
    if (!open && focus) this.opener.focus();
  }

  /** The guide moves on when somebody wrote what its step asks for. */
  noticeMessage(message) {
    const command = steps[this.#at]?.text.split(' ').slice(0, 1)[0];
    if (!message.from.isBot && message.content.text?.toLowerCase().startsWith(command)) this.#go(this.#at + 1);
  }

  /** Open for a newcomer; on a narrow screen the chat has the room, and the button stands ready. */
  #opensAtStart() {
    const last = recall('guide');
    return last === 'open' || (last === null && matchMedia('(min-width: 900px)').matches);
  }

  #go(at) {
    this.#at = Math.min(at, steps.length);
    this.#draw();
  }

  #draw() {
    const step = steps[this.#at];
    this.host.replaceChildren(
      h('div', { class: 'guide-head' },
        h('h2', { id: 'guide-title' }, 'Fra dagsorden til referat på fem minutter'),
        h('button', { type: 'button', class: 'quiet', 'aria-label': 'Luk vejledningen', onclick: () => this.toggle(false, true) }, '✕')),
      h('ol', { class: 'guide-steps' }, steps.map((one, at) => this.#tab(one, at))),
      step ? this.#body(step) : h('p', { class: 'guide-say' }, 'Det var hele vejen. Prøv også »skriftlig behandling« og »søg« – eller bliv en anden person og se det fra den side.'));
  }

  #tab(step, at) {
    const state = at < this.#at ? 'done' : at === this.#at ? 'now' : 'next';
    return h('li', { class: state },
      h('button', { type: 'button', 'aria-current': state === 'now' ? 'step' : null, onclick: () => this.#go(at) },
        h('span', { class: 'number', 'aria-hidden': 'true' }, state === 'done' ? '✓' : String(at + 1)),
        h('span', {}, step.title),
        state === 'done' && h('span', { class: 'unseen' }, ' (gjort)')));
  }

  #body(step) {
    return h('div', { class: 'guide-body' },
      h('p', { class: 'guide-say' }, step.say),
      h('code', {}, step.text),
      h('button', { type: 'button', class: 'primary', onclick: () => this.onTry(step) }, 'Prøv'));
  }
}
