import type { AskedField } from './filter-fields.ts';

/** What the records are called that filters name by their ids: asked for when first needed, `…` until it is known. */
export class RecordNames {
  readonly #known = new Map<string, string>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  readonly of = ({ lookUp }: AskedField, id: string): string => {
    const known = this.#known.get(id);
    if (known !== undefined || !lookUp) return known ?? id;
    this.#known.set(id, '…');
    void lookUp.name(id).then(
      (name) => this.#learn(id, name ?? id),
      // What cannot be asked for is shown as it is written.
      () => this.#learn(id, id),
    );
    return '…';
  };

  #learn(id: string, name: string): void {
    this.#known.set(id, name);
    this.#changed();
  }
}
