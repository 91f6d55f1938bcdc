const kinds = ['hello', 'message', 'updated', 'typing', 'unread'];

/**
 * Live updates for one person, reconnecting for as long as it is open. Every (re)connection starts with `hello`:
 * what happened before it is read as a whole, what happens after it arrives here.
 */
export class Events {
  #source = null;
  #retry = 0;

  constructor(handle, onStatus) {
    this.handle = handle;
    this.onStatus = onStatus;
  }

  open(person) {
    this.close();
    this.onStatus('connecting');
    const source = new EventSource(`/workbench/events?${new URLSearchParams({ person })}`);
    for (const kind of kinds) {
      source.addEventListener(kind, event => {
        if (source !== this.#source) return;
        if (kind === 'hello') this.onStatus('open');
        this.handle(JSON.parse(event.data));
      });
    }
    source.onerror = () => {
      if (source !== this.#source) return;
      this.onStatus('lost');
      // The browser retries by itself unless the server answered with an error; then it gives up, and we do not.
      if (source.readyState === EventSource.CLOSED) this.#retry = setTimeout(() => this.open(person), 2000);
    };
    this.#source = source;
  }

  close() {
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }
}
