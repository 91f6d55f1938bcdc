import { tellAct } from './acts.js';
import { pressButton } from './api.js';
import { readAnswer } from './answers.js';
import { avatar } from './avatar.js';
import { CardView, cardType } from './cards.js';
import { h } from './dom.js';
import { time } from './format.js';
import { textElement } from './markdown.js';
import { toast } from './notice.js';
import { texts } from './texts.js';

/** One message in a chat. An update redraws it in place: the same element, the same cards, what was typed kept. */
export class MessageView {
  #cards = [];
  #answers = 0;

  /** @param context { person, members, views }: who looks, in a chat of how many, and that person's own cards */
  constructor(message, context) {
    this.context = context;
    const own = message.from.id === context.person.id;
    this.element = h('article', { class: `message${own ? ' own' : ''}${message.from.isBot ? ' bot' : ''}`, 'data-id': message.id });
    this.update(message);
  }

  update(message) {
    this.message = message;
    const who = message.from;
    this.element.setAttribute('aria-label', `${who.name} kl. ${time(message.sentAt)}`);
    const head = h('header', {},
      h('span', { class: 'who' }, who.name),
      h('time', { datetime: message.sentAt }, time(message.sentAt)),
      message.version > 1 && !message.deleted && h('span', { class: 'edited' }, texts.edited));
    this.element.replaceChildren(avatar(who, 'small'), h('div', { class: 'content' }, head, ...this.#content()));
  }

  /** Shows beneath the message that the bot never got it. */
  showFailure(sentence, retry) {
    this.element.querySelector('.failure')?.remove();
    this.element.querySelector('.content').append(h('p', { class: 'failure', role: 'alert' },
      `${texts.notDelivered} ${sentence} `,
      h('button', { type: 'button', class: 'link', onclick: retry }, texts.tryAgain)));
  }

  #content() {
    if (this.message.deleted) return [h('p', { class: 'gone' }, texts.deleted)];
    const { content } = this.message;
    const cards = (content.attachments ?? []).filter(attachment => attachment?.contentType === cardType && attachment.content);
    return [
      content.text ? h('div', { class: 'bubble' }, textElement(content)) : null,
      ...cards.map((attachment, index) => this.#cardElement(attachment.content, index)),
    ];
  }

  #cardElement(json, index) {
    const { person, views, members } = this.context;
    const card = this.#cards[index] ??= new CardView(action => this.#press(index, action));
    card.show(views.get(person, this.message, index) ?? json);
    if (views.shouldRefresh(person, this.message, index, json, members)) this.#refresh(index, json.refresh.action);
    return card.element;
  }

  async #press(index, action) {
    const answer = readAnswer(await this.#send(action, false));
    if (answer.card) {
      this.#answers++;
      this.#replace(index, answer.card);
    }
    if (answer.message) toast(answer.message);
    if (!answer.error) tellAct('pressed', { verb: action.verb });
    return answer.error ?? null;
  }

  /**
   * A refresh that fails leaves the shared card as it is; Teams says nothing of it either. One that comes after the answer to a press is
   * older than it: a ballot would look as if nobody had voted.
   */
  async #refresh(index, action) {
    const { version } = this.message;
    const answers = this.#answers;
    const answer = readAnswer(await this.#send(action, true));
    if (answer.card && this.message.version === version && this.#answers === answers) this.#replace(index, answer.card);
  }

  #replace(index, card) {
    this.context.views.set(this.context.person, this.message, index, card);
    this.#cards[index].show(card);
  }

  #send(action, automatic) {
    const { person } = this.context;
    const { id: card, chat } = this.message;
    const { submit = false, id, verb, data } = action;
    return pressButton({ person: person.id, chat, card, submit, automatic, id, verb, data });
  }
}
