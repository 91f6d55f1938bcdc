import { h } from './dom.js';
import { hueOf, initials } from './format.js';

/** Initials on one of eight colours; the bot has the product's own mark. The name stands beside it, so it is hidden from readers. */
export function avatar(who, size = '') {
  if (who.isBot) return h('img', { class: `avatar ${size}`, src: '/workbench/page/icon.svg', alt: '' });
  return h('span', { class: `avatar ${size} hue-${hueOf(who.id)}`, 'aria-hidden': 'true' }, initials(who.name));
}
