/** Who listens to which channel of a bus in this process. */
export class Listeners {
  readonly #byChannel = new Map<string, Set<(message: string) => void>>();

  get channels(): string[] {
    return [...this.#byChannel.keys()];
  }

  /** Adds a listener; says whether it is the channel's first. */
  add(channel: string, listener: (message: string) => void): boolean {
    const known = this.#byChannel.get(channel);
    if (known) known.add(listener);
    else this.#byChannel.set(channel, new Set([listener]));
    return !known;
  }

  /** Takes a listener away; says whether it was the channel's last. */
  remove(channel: string, listener: (message: string) => void): boolean {
    const known = this.#byChannel.get(channel);
    known?.delete(listener);
    if (known?.size !== 0) return false;
    return this.#byChannel.delete(channel);
  }

  tell(channel: string, message: string): void {
    for (const listener of this.#byChannel.get(channel) ?? []) listener(message);
  }
}
