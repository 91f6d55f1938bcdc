// Before the first paint: the theme that was chosen last, so that the page does not flash in the other one.
try {
  const chosen = localStorage.getItem('klynge.theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
} catch {
  // Storage is blocked: the system's own theme it is.
}
