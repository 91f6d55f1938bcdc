import { texts } from './texts.js';

const zone = 'Europe/Copenhagen';
const clock = new Intl.DateTimeFormat('da-DK', { hour: '2-digit', minute: '2-digit', timeZone: zone });
const day = new Intl.DateTimeFormat('da-DK', { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone });
const short = new Intl.DateTimeFormat('da-DK', { day: 'numeric', month: 'short', timeZone: zone });
const dayKey = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone });
const danish = new Intl.Collator('da-DK');

export const time = iso => clock.format(new Date(iso)).replace(':', '.');

export const dayOf = iso => dayKey.format(new Date(iso));

export function dayName(iso) {
  const age = Math.round((Date.parse(dayKey.format(new Date())) - Date.parse(dayOf(iso))) / 86_400_000);
  if (age === 0) return texts.today;
  if (age === 1) return texts.yesterday;
  return upperFirst(longDay(iso));
}

/** »tirsdag d. 4. februar kl. 14.00« */
export const dateAndTime = iso => `${longDay(iso)} kl.\u00A0${time(iso)}`;

export const shortDateAndTime = iso => `${short.format(new Date(iso))} kl. ${time(iso)}`;

const longDay = iso => day.format(new Date(iso)).replace(/^(\S+?),? (den )?/, '$1 d. ');

export const upperFirst = text => text.charAt(0).toLocaleUpperCase('da-DK') + text.slice(1);

export function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters.map(word => word[0].toLocaleUpperCase('da-DK')).join('');
}

/** One of eight calm colours, the same for a person every time. */
export const hueOf = id => [...id].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) >>> 0, 7) % 8;

export function size(bytes) {
  if (bytes < 1024) return `${bytes} byte`;
  const kilo = bytes / 1024;
  return kilo < 1000 ? `${Math.round(kilo)} KB` : `${(kilo / 1024).toLocaleString('da-DK', { maximumFractionDigits: 1 })} MB`;
}

export const byName = (a, b) => danish.compare(a.name, b.name);

/** For searching: without regard to case and accents; æ, ø and å stay letters of their own. */
export const fold = text => text.toLocaleLowerCase('da-DK').normalize('NFC');
