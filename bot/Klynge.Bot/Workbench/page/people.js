import { avatar } from './avatar.js';
import { byName, fold } from './format.js';
import { h } from './dom.js';
import { texts } from './texts.js';

/** The list of who one can be: the chosen forum's people by role, then everyone else by forum. One tab stop; arrows move in it. */
export class PeopleList {
  constructor({ list, search, onPick }) {
    Object.assign(this, { list, search, onPick });
    search.addEventListener('input', () => this.#draw());
    search.addEventListener('keydown', event => this.#searchKey(event));
    list.addEventListener('keydown', event => this.#listKey(event));
    list.addEventListener('click', event => this.#pick(event.target.closest('[role=option]')));
  }

  show({ board, forum, person, unread }) {
    const another = person !== this.person;
    Object.assign(this, { board, forum, person, unread });
    this.#draw();
    if (another) this.list.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  #draw() {
    const focused = this.list.contains(document.activeElement) ? document.activeElement.dataset.person : null;
    const wanted = fold(this.search.value).split(/\s+/).filter(Boolean);
    const groups = this.#groups()
      .map(group => ({ ...group, seats: group.seats.filter(seat => matches(seat, group, wanted)) }))
      .filter(group => group.seats.length > 0);
    this.list.replaceChildren(...groups.map((group, at) => this.#group(group, at)));
    if (groups.length === 0) this.list.append(h('p', { class: 'note' }, texts.noneFound));
    this.#rove(this.#options().find(option => option.dataset.person === (focused ?? this.person.id)) ?? this.#options()[0], focused !== null);
  }

  #groups() {
    const seen = new Set();
    const seated = forum => forum.seats
      .filter(seat => !seen.has(seat.person) && seen.add(seat.person))
      .map(seat => ({ ...this.board.people.find(person => person.id === seat.person), role: seat.role, roleKey: seat.roleKey }));
    const here = Object.entries(Object.groupBy(seated(this.forum), seat => seat.roleKey))
      .map(([role, seats]) => ({ name: texts.roles[role], seats }));
    const others = this.board.forums.filter(forum => forum !== this.forum)
      .map(forum => ({ name: forum.name, seats: seated(forum).sort(byName), elsewhere: true }));
    return [...here, ...others];
  }

  #group(group, at) {
    const id = `people-group-${at}`;
    return h('div', { role: 'group', 'aria-labelledby': id },
      h('h3', { id, role: 'presentation' }, group.name),
      group.seats.map(seat => this.#option(seat, group)));
  }

  #option(seat, group) {
    const count = this.unread.get(seat.id) ?? 0;
    const what = [group.elsewhere ? seat.role : null, seat.title, seat.organisation].filter(Boolean).join(' · ');
    return h('div', { role: 'option', class: 'person', tabindex: '-1', 'data-person': seat.id, 'aria-selected': String(seat.id === this.person.id) },
      avatar(seat),
      h('span', { class: 'person-text' }, h('span', { class: 'person-name' }, seat.name), h('span', { class: 'person-what' }, what)),
      count > 0 && h('span', { class: 'badge', 'aria-label': texts.unread(count), title: texts.unread(count) }, String(count)));
  }

  #options = () => [...this.list.querySelectorAll('[role=option]')];

  #rove(option, focus) {
    for (const one of this.#options()) one.tabIndex = one === option ? 0 : -1;
    if (focus) option?.focus();
  }

  #listKey(event) {
    const options = this.#options();
    const at = options.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: options.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.#rove(options[Math.max(0, Math.min(options.length - 1, to))], true);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#pick(document.activeElement);
    } else if (event.key === 'Escape' || event.key === '/') {
      event.preventDefault();
      this.search.focus();
    }
  }

  #searchKey(event) {
    if (event.key === 'Escape') {
      this.search.value = '';
      this.#draw();
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      this.#rove(this.#options()[0], true);
    }
  }

  #pick(option) {
    if (option?.dataset.person) this.onPick(option.dataset.person);
  }
}

function matches(seat, group, wanted) {
  const text = fold([seat.name, seat.title, seat.organisation, seat.role, group.name].join(' '));
  return wanted.every(word => text.includes(word));
}
