/** Rows chosen: these, or all there are but these. So a million can be chosen without knowing them. */
export interface Selection {
  readonly all: boolean;
  /** The chosen ones; when `all` is set, the ones left out. */
  readonly ids: ReadonlySet<string>;
}

export const nothingSelected: Selection = { all: false, ids: new Set() };
export const everythingSelected: Selection = { all: true, ids: new Set() };

export const isSelected = (selection: Selection, id: string): boolean => selection.all !== selection.ids.has(id);

/** How many rows are chosen out of a list's total. */
export const countSelected = (selection: Selection, total: number): number =>
  selection.all ? Math.max(0, total - selection.ids.size) : selection.ids.size;

/** With some rows chosen or left out. */
export function select(selection: Selection, ids: Iterable<string>, on: boolean): Selection {
  const next = new Set(selection.ids);
  for (const id of ids) {
    if (on === selection.all) next.delete(id);
    else next.add(id);
  }
  return { all: selection.all, ids: next };
}

interface RowChoiceOptions {
  selection: () => Selection | null;
  idAt: (index: number) => string | undefined;
  /** Finds the ids of a range of which some are not loaded. */
  idsBetween: () => ((from: number, until: number) => Promise<readonly string[]>) | null;
  choose: (selection: Selection) => void;
}

/** Chooses rows one by one, all at once, or everything since the last one chosen. */
export class RowChoice {
  readonly #options: RowChoiceOptions;
  #last = -1;
  constructor(options: RowChoiceOptions) {
    this.#options = options;
  }

  /** A new list: what was chosen last means nothing in it. */
  reset(): void {
    this.#last = -1;
  }

  /** Turns one row, or with `since` chooses everything between it and the row chosen last. */
  async toggle(index: number, since: number | null = null): Promise<void> {
    const { selection, idAt, idsBetween, choose } = this.#options;
    const now = selection();
    const id = idAt(index);
    if (!now || id === undefined) return;
    const on = since !== null || !isSelected(now, id);
    const other = since === null ? index : this.#last >= 0 ? this.#last : since;
    this.#last = index;
    const [from, until] = [Math.min(other, index), Math.max(other, index) + 1];
    const loaded = [...new Array(until - from).keys()].map((at) => idAt(from + at)).filter((one) => one !== undefined);
    const find = idsBetween();
    const ids = loaded.length < until - from && find ? await find(from, until) : loaded;
    choose(select(selection() ?? nothingSelected, ids, on));
  }

  readonly toggleAll = (): void => {
    const now = this.#options.selection();
    this.#options.choose(now?.all && now.ids.size === 0 ? nothingSelected : everythingSelected);
  };
}
