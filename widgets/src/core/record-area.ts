import type { Page } from '@tabard/contract';

/** A record that can be taken out of its list and brought back. */
export interface Archivable {
  id: string;
  archivedAt: string | null;
}

/** The standard procedures of a noun, as lists use them: `T` is a row, `R` what is opened. */
export interface RecordArea<T, R = T> {
  list(input: {
    cursor?: string;
    limit?: number;
    filter?: { search?: string; archived?: boolean } & Readonly<Record<string, unknown>>;
  }): PromiseLike<Page<T>>;
  get(input: { id: string }): PromiseLike<R>;
  archive(input: { ids: string[] }): PromiseLike<unknown>;
  restore(input: { ids: string[] }): PromiseLike<unknown>;
}

/** A part of a list that has a tab. */
export interface ListView {
  id: string;
  label: string;
  filter?: Readonly<Record<string, unknown>>;
}

/** What a list says. */
export interface ListWords {
  heading: string;
  /** What its tabs are of. */
  views?: string;
  search: string;
  add: string;
  /** Where there is none, and what one is for. */
  none: string;
  purpose: string;
  /** Where none fits the search. */
  noMatch: string;
  /** After its form stored one. */
  saved?: string;
}

/** What a form's end means to its list. */
export interface FormEnds {
  close: () => void;
  saved: () => void;
  /** Archives one, or brings it back. */
  move: (record: Archivable) => void;
}
