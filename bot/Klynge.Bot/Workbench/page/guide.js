import { onAct } from './acts.js';
import { h } from './dom.js';
import { steps } from './guide-moves.js';
import { recall, remember } from './memory.js';

/** Every move with the step it belongs to, in order. */
const moves = steps.flatMap((step, index) => step.moves.map(move => ({ ...move, step: index })));

/** The dismissable guide »Fra dagsorden til referat på fem minutter«: says one move at a time and ticks it off when it has been done. */
export class Guide {
  #at = 0;
  #done = new Set();
  /** What the current person wrote, and in which chat, until the bot has answered. */
  #asked = null;
  /** Asked to be shown where to press: the button comes into sight as soon as it is there. */
  #isWanted = false;
  /** Passed over because the bot did not ask. Should it ask later, the guide comes back. */
  #skipped = new Set();
  #skipping = 0;

  /**
   * @param options.personOf called with a move: the person who does it
   * @param options.onTry called with a move: the page becomes that person, turns to the place and fills the text in
   * @param options.onDocuments turns to the documents
   * @param options.page the element in which there is something to press
   */
  constructor({ host, opener, page, personOf, onTry, onDocuments }) {
    Object.assign(this, { host, opener, page, personOf, onTry, onDocuments });
    opener.addEventListener('click', () => this.toggle(host.hidden));
    host.addEventListener('keydown', event => {
      if (event.key === 'Escape') this.toggle(false, true);
    });
    onAct(act => this.#notice(act));
    new MutationObserver(() => this.#point()).observe(page, { childList: true, subtree: true });
    this.toggle(recall('guide') !== 'closed', false, false);
  }

  toggle(open, focus = false, keep = true) {
    this.host.hidden = !open;
    this.opener.setAttribute('aria-expanded', String(open));
    if (keep) remember('guide', open ? 'open' : 'closed');
    if (open) this.draw();
    this.#point();
    if (!open && focus) this.opener.focus();
  }

  /** A message that came or changed: somebody's command, or the bot's answer to it. */
  noticeMessage(message) {
    if (!message.from.isBot) {
      this.#asked = { chat: message.chat, text: message.content.text?.trim() };
    } else if (this.#asked?.chat === message.chat && message.content.attachments?.length > 0) {
      this.#notice({ kind: 'answered', text: this.#asked.text });
    }
  }

  /** The move that an act is: of the current step first, so that a second »Godkend« elsewhere ticks nothing ahead of its turn. */
  #notice(act) {
    const fits = index => !this.#done.has(index) && moves[index].does(act);
    const found = [this.#at, ...moves.keys()].find(index => moves[index] && fits(index));
    if (found === undefined) return;
    this.#done.add(found);
    if (found === this.#at) this.#go(this.#next());
    else this.draw();
  }

  #skip(at) {
    if (this.#at !== at || this.#target(moves[at])) return;
    this.#skipped.add(at);
    this.#done.add(at);
    this.#go(this.#next());
  }

  #comeBack() {
    const asked = [...this.#skipped].find(at => this.#target(moves[at]));
    if (asked === undefined) return;
    this.#skipped.delete(asked);
    this.#done.delete(asked);
    this.#go(asked);
  }

  #next() {
    const left = [...moves.keys()].filter(index => !this.#done.has(index));
    return left.find(index => index > this.#at) ?? left[0] ?? moves.length;
  }

  #go(at) {
    this.#at = at;
    this.#isWanted = false;
    this.draw();
    this.#point();
    clearTimeout(this.#skipping);
    if (moves[at]?.isOptional) this.#skipping = setTimeout(() => this.#skip(at), 4000);
  }

  draw() {
    const move = moves[this.#at];
    this.host.replaceChildren(
      h('div', { class: 'guide-head' },
        h('h2', { id: 'guide-title' }, 'Fra dagsorden til referat på fem minutter'),
        h('button', { type: 'button', class: 'quiet', 'aria-label': 'Luk vejledningen', onclick: () => this.toggle(false, true) }, '✕')),
      h('ol', { class: 'guide-steps' }, steps.map((step, index) => this.#tab(step, index))),
      move ? this.#body(move) : this.#end());
  }

  #tab(step, index) {
    const own = [...moves.keys()].filter(at => moves[at].step === index);
    const isDone = own.every(at => this.#done.has(at));
    const state = moves[this.#at]?.step === index ? 'now' : isDone ? 'done' : 'next';
    return h('li', { class: state },
      h('button', {
        type: 'button',
        'aria-current': state === 'now' ? 'step' : null,
        onclick: () => this.#go(own.find(at => !this.#done.has(at)) ?? own[0]),
      },
      h('span', { class: 'number', 'aria-hidden': 'true' }, isDone ? '✓' : String(index + 1)),
      h('span', {}, step.title),
      isDone && h('span', { class: 'unseen' }, ' (gjort)')));
  }

  #body(move) {
    return h('div', { class: 'guide-body' },
      h('p', { class: 'guide-say', role: 'status' }, move.say(this.personOf(move).name)),
      move.text && h('code', {}, move.text),
      h('button', { type: 'button', class: 'primary', onclick: () => this.#try(move) }, move.text ? 'Prøv' : 'Vis mig'));
  }

  #end() {
    return h('div', { class: 'guide-body' },
      h('p', { class: 'guide-say', role: 'status' }, 'Det var hele vejen: referatet ligger under »Dokumenter«. Prøv også »skriftlig behandling« og »søg« – eller bliv en anden person og se det fra den side. Vil du forfra, så start programmet igen: Så får forummet et nyt møde.'),
      h('button', { type: 'button', class: 'primary', onclick: () => this.onDocuments() }, 'Vis dokumenter'));
  }

  #try(move) {
    this.onTry(move);
    this.#isWanted = !move.text;
    this.#point();
  }

  /** Puts a ring around what the current move says to press: the newest of its name. */
  #point() {
    this.#comeBack();
    const target = this.host.hidden ? null : this.#target(moves[this.#at]);
    for (const old of this.page.querySelectorAll('.guide-target')) if (old !== target) old.classList.remove('guide-target');
    target?.classList.add('guide-target');
    if (!target || !this.#isWanted) return;
    this.#isWanted = false;
    target.scrollIntoView({ block: 'center' });
  }

  /** The newest of what a move says to press; null where it is not on the page. */
  #target(move) {
    if (!move?.target) return null;
    const place = this.page.querySelector(`#${move.chat === 'aside' ? 'meeting' : move.chat}`);
    return [...place.querySelectorAll(move.target)].filter(one => isMeant(one, move)).pop() ?? null;
  }
}

/** The arrow of the field in which the text stands, or the button with the name. */
function isMeant(element, move) {
  return move.text ? element.form?.querySelector('textarea')?.value === move.text : element.textContent.trim() === move.name;
}
