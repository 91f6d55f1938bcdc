import { remember } from './memory.js';

const symbols = { light: '☾', dark: '☀' };

/** Lets the button switch between light and dark; until it is pressed the system decides. */
export function startTheme(button) {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const current = () => document.documentElement.dataset.theme ?? (system.matches ? 'dark' : 'light');
  const show = () => {
    const dark = current() === 'dark';
    button.textContent = symbols[current()];
    button.title = dark ? 'Skift til lys' : 'Skift til mørk';
    button.setAttribute('aria-label', button.title);
  };
  button.addEventListener('click', () => {
    document.documentElement.dataset.theme = current() === 'dark' ? 'light' : 'dark';
    remember('theme', document.documentElement.dataset.theme);
    show();
  });
  system.addEventListener('change', show);
  show();
}
