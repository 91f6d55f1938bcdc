import { tellAct } from './acts.js';
import { h } from './dom.js';
import { hostConfig } from './hostconfig.js';
import { isAllowedLink, toHtml } from './markdown.js';
import { toast } from './notice.js';
import { texts } from './texts.js';

export const cardType = 'application/vnd.microsoft.card.adaptive';

let config;

/** The renderer, set up once; null where the build had no Node to restore it with. */
function renderer() {
  const cards = globalThis.AdaptiveCards;
  if (!cards || config) return cards ?? null;

  config = new cards.HostConfig(hostConfig);
  cards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = toHtml(text);
    result.didProcess = result.outputHtml !== null;
  };
  cards.Strings.defaults.overflowButtonText = () => '…';
  cards.Strings.defaults.overflowButtonTooltip = () => 'Flere handlinger';
  return cards;
}

/** One card on the page. It keeps what was typed and what is unfolded when it is drawn anew, and when an action is refused. */
export class CardView {
  #card = null;
  #json = null;
  #busy = false;

  /** @param press called with an action's { submit, id, verb, data }; resolves to an error to show on the card, or null */
  constructor(press) {
    this.press = press;
    this.body = h('div', { class: 'card-body' });
    this.element = h('div', { class: 'card', role: 'group', tabindex: '-1' }, this.body);
  }

  show(json) {
    const cards = renderer();
    this.element.setAttribute('aria-label', json.speak ?? json.fallbackText ?? 'Kort');
    if (!cards) return this.#showPlain(json);

    const hadFocus = this.element.contains(document.activeElement);
    const kept = { typed: this.#typed(), folds: this.#folds() };
    const card = new cards.AdaptiveCard();
    card.hostConfig = config;
    card.onExecuteAction = action => this.#execute(action);
    card.onInlineCardExpanded = (action, open) => open && action.card.renderedElement?.scrollIntoView({ block: 'nearest' });
    const context = new cards.SerializationContext(cards.Versions.v1_5);
    card.parse(withKept(json, kept), context);
    const drawn = card.render();
    this.#card = card;
    this.#json = json;
    this.showError(null);
    this.body.replaceChildren(drawn ?? h('p', { class: 'card-note' }, texts.cardBroken));
    if (hadFocus) this.element.focus({ preventScroll: true });
  }

  showError(sentence) {
    this.element.querySelector('.card-error')?.remove();
    if (!sentence) return;
    const error = h('p', { class: 'card-error', role: 'alert' }, sentence);
    this.element.append(error);
    error.scrollIntoView({ block: 'nearest' });
  }

  #showPlain(json) {
    const said = json.fallbackText ?? json.speak;
    this.body.replaceChildren(said ? h('p', {}, said) : '', h('p', { class: 'card-note' }, texts.cardWithoutRenderer));
  }

  async #execute(action) {
    const kind = action.getJsonTypeName();
    if (kind === 'Action.OpenUrl') return openLink(action.url);
    // The renderer has folded out or in already and only tells of it.
    if (kind === 'Action.ToggleVisibility') return tellAct('unfolded');
    if (kind !== 'Action.Execute' && kind !== 'Action.Submit') return this.showError(texts.cardActionMissing);
    if (this.#busy) return;

    this.#setBusy(true);
    this.showError(null);
    const error = await this.press({ submit: kind === 'Action.Submit', id: action.id, verb: action.verb, data: action.data });
    this.#setBusy(false);
    this.showError(error);
  }

  #setBusy(busy) {
    this.#busy = busy;
    this.element.classList.toggle('busy', busy);
    this.element.setAttribute('aria-busy', String(busy));
  }

  /** The inputs that differ from what the card came with. */
  #typed() {
    const typed = new Map();
    for (const input of this.#card?.getAllInputs() ?? []) {
      if (input.id && String(input.value ?? '') !== String(input.defaultValue ?? '')) typed.set(input.id, input.value);
    }
    return typed;
  }

  /** What was folded in or out by hand: a refresh that comes while somebody reads must not close the row under their eyes. */
  #folds() {
    const folds = new Map();
    const visit = node => {
      if (node === null || typeof node !== 'object') return;
      const element = node.id && this.#card?.getElementById(node.id);
      if (element && element.isVisible !== (node.isVisible ?? true)) folds.set(node.id, element.isVisible);
      Object.values(node).forEach(visit);
    };
    visit(this.#json);
    return folds;
  }
}

function withKept(json, { typed, folds }) {
  if (typed.size === 0 && folds.size === 0) return json;
  const copy = structuredClone(json);
  const visit = node => {
    if (node === null || typeof node !== 'object') return;
    if (String(node.type).startsWith('Input.') && typed.has(node.id)) node.value = typed.get(node.id);
    if (folds.has(node.id)) node.isVisible = folds.get(node.id);
    Object.values(node).forEach(visit);
  };
  visit(copy);
  return copy;
}

function openLink(url) {
  if (isAllowedLink(url ?? '')) window.open(url, '_blank', 'noopener,noreferrer');
  else toast(texts.linkNotAllowed, 'error');
}
