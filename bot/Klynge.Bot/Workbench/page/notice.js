import { byId, h } from './dom.js';

/** Shows a sentence for a while, as Teams shows an action's message. Read out by screen readers. */
export function toast(sentence, kind = 'info') {
  const close = () => shown.remove();
  const shown = h('div', { class: `toast ${kind}` },
    h('span', {}, sentence),
    h('button', { type: 'button', class: 'quiet', 'aria-label': 'Luk beskeden', onclick: close }, '✕'));
  byId('toasts').append(shown);
  setTimeout(close, Math.max(5000, sentence.length * 90));
}

/** For screen readers alone: something arrived elsewhere on the page. */
export function announce(sentence) {
  byId('announcer').textContent = sentence;
}
