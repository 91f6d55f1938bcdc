/** What somebody has just done on the page, and it worked: for the guide, and for whatever shows what an act may have changed. */
export function tellAct(kind, facts = {}) {
  document.dispatchEvent(new CustomEvent('klynge:act', { detail: { kind, ...facts } }));
}

export function onAct(listen) {
  document.addEventListener('klynge:act', event => listen(event.detail));
}
