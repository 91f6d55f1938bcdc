import { h } from './dom.js';
import { texts } from './texts.js';

/** On a narrow screen one panel shows at a time; on a wide one all of them do and these buttons are hidden. */
export function startTabs(host) {
  const buttons = Object.entries(texts.tabs).map(([view, label]) =>
    h('button', { type: 'button', 'data-view': view, onclick: () => open(view) }, h('span', {}, label)));
  host.replaceChildren(...buttons);

  const open = view => {
    document.body.dataset.view = view;
    for (const button of buttons) {
      const chosen = button.dataset.view === view;
      button.setAttribute('aria-pressed', String(chosen));
      if (chosen) button.classList.remove('new');
    }
  };
  const markNew = view => {
    if (document.body.dataset.view !== view) buttons.find(button => button.dataset.view === view)?.classList.add('new');
  };
  open('personal');
  return { open, markNew };
}
