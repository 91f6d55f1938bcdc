// What has been typed and not reached the server, in the browser: one entry for each window of one person on one item.
const prefix = 'klynge-kladde:';

export function createStore(of, version) {
  const window = crypto.randomUUID().replaceAll('-', '');
  const key = `${prefix}${of}:${window}`;
  const kept = new Map();
  const pending = new Set();
  let turns = 0;
  let timer = 0;

  const write = () => {
    clearTimeout(timer);
    timer = 0;
    for (const field of pending) kept.set(field.name, { name: field.name, ...field.value(), version: field.version, seen: field.seen ?? version(), at: Date.now() });
    pending.clear();
    try {
      if (kept.size > 0) localStorage.setItem(key, JSON.stringify([...kept.values()]));
      else localStorage.removeItem(key);
    } catch {
      // A browser that keeps nothing: the server's draft is all there is.
    }
  };

  // Held for as long as the window lives: whoever finds it free finds what a window has left behind.
  navigator.locks?.request(key, () => new Promise(() => {}));

  return {
    of,
    window,
    key,
    turn: () => (turns += 1),
    keep: (field) => { pending.add(field); timer ||= setTimeout(write, 100); },
    flush: () => { if (pending.size > 0) write(); },
    forget: (field) => { pending.delete(field); kept.delete(field.name); write(); },
    forgetAll: () => { pending.clear(); kept.clear(); write(); },
  };
}

// What windows that are gone have left, the newest of each field; it is this window's from now on.
export async function adopt(store) {
  const found = new Map();
  const left = Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}${store.of}:`) && key !== store.key);
  for (const key of left) {
    if (!(await isFree(key))) continue;
    for (const copy of read(key)) if (!found.has(copy.name) || found.get(copy.name).at < copy.at) found.set(copy.name, copy);
    localStorage.removeItem(key);
  }
  return [...found.values()];
}

const isFree = (key) => navigator.locks?.request(key, { ifAvailable: true }, (lock) => lock !== null) ?? true;

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? [];
  } catch {
    return [];
  }
}
