import type { RecordNoun } from '@tabard/contract/crm/record-subject';
import type { SearchNoun } from '@tabard/contract/operations/search-nouns';
import type { Permission } from '@tabard/contract/permissions';

/** What a word weighs by where it stands: in a name, in a fact such as an address or a city, or in a text. */
export type SearchWeight = 'name' | 'fact' | 'text';

/** A part of a record in which words are found. */
export interface SearchedField {
  /** What answers call it: the field of the noun where there is one. */
  readonly name: string;
  readonly weight: SearchWeight;
  /** What stands in it, as SQL of the record's columns behind `t.`; a text or null. */
  readonly sql: string;
  /** The columns that it is made of: a change of one of them is looked at again. */
  readonly columns: readonly string[];
}

/** What a feature adds to the search over the workspace: one noun, and how its records are found, named and read. */
export interface SearchPart {
  readonly noun: SearchNoun;
  /** Who lacks it finds none. */
  readonly permission: Permission;
  /** The tenant table of the noun. */
  readonly table: string;
  readonly fields: readonly SearchedField[];
  /** How a hit is named, and a second fact, as SQL of `t.`; the second may be null. */
  readonly title: string;
  readonly hint: string;
  /** The moment it was archived, as SQL of `t.`; null while it is live. Names its column first. */
  readonly archived: string;
  /** The record that it stands on, where it has no page of its own: the ids as SQL of `t.`. */
  readonly on?: Readonly<Record<RecordNoun, string>>;
  /** Which of the two is the name of the record that it stands on: who may not read that is not told. */
  readonly named?: 'title' | 'hint';
  /** Which records can be found at all, as SQL of `t.`; every one without it. */
  readonly where?: string;
  /** Columns besides those of the fields whose change matters. */
  readonly watched?: readonly string[];
  /** Rows of another table that say something of the record in `column`. */
  readonly said?: { readonly table: string; readonly column: string };
}

/** Declares what a feature adds to the search. */
export const defineSearchPart = (part: SearchPart): SearchPart => part;

/** A field that is a column, found as it stands. */
export const searchedColumn = (weight: SearchWeight, name: string, column = name): SearchedField => ({
  name,
  weight,
  sql: `t.${column}`,
  columns: [column],
});

/** A name of several columns, in their order. */
export const searchedColumns = (weight: SearchWeight, name: string, columns: readonly string[]): SearchedField => ({
  name,
  weight,
  sql: `nullif(concat_ws(' ', ${columns.map((column) => `t.${column}`).join(', ')}), '')`,
  columns,
});
