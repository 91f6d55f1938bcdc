/**
 * The cards that only one person sees: the answer to that person's own Action.Execute or refresh. One lasts until the bot
 * updates the message, for then the shared card is the newer one.
 */
export class Views {
  #views = new Map();
  #refreshed = new Set();

  get(person, message, index) {
    const view = this.#views.get(keyOf(person, message, index));
    return view?.version === message.version ? view.json : null;
  }

  set(person, message, index, json) {
    this.#views.set(keyOf(person, message, index), { version: message.version, json });
  }

  /** True once for each person and version of a card that wants to be refreshed for that person. */
  shouldRefresh(person, message, index, json, members) {
    const refresh = json.refresh;
    if (refresh?.action?.type !== 'Action.Execute') return false;
    const meant = Array.isArray(refresh.userIds) ? refresh.userIds.includes(person.id) : members <= 60;
    const key = `${keyOf(person, message, index)}|${message.version}`;
    if (!meant || this.#refreshed.has(key)) return false;
    this.#refreshed.add(key);
    return true;
  }
}

const keyOf = (person, message, index) => `${person.id}|${message.chat}|${message.id}|${index}`;
