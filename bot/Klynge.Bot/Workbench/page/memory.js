// What the browser remembers between visits. A browser that blocks storage simply forgets.

export function remember(name, value) {
  try {
    localStorage.setItem(`klynge.${name}`, value);
  } catch {
    return false;
  }
  return true;
}

export function recall(name) {
  try {
    return localStorage.getItem(`klynge.${name}`);
  } catch {
    return null;
  }
}

/** Whom the workspace is looked at as, which its pages are drawn for on the server. */
export function introduce(person) {
  document.cookie = `klynge.person=${encodeURIComponent(person)}; path=/; samesite=strict`;
}
