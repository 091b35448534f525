import type { SearchPart } from '#kernel';

/** Records that one row of changes names at most. */
const idsInRow = 1000;

/** What stands between words, in what `fold_text` gives: everything below the letters of ASCII and Latin-1, and the signs of all scripts. */
const between = String.raw`\u0001-/:-@\[-${'`'}\{-\u00bf\u00d7\u00f7\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u303f\ufe10-\ufe1f\uff00-\uff0f`;
/** The same for JavaScript. */
export const wordGap = new RegExp(`[${between}]+`);
/** Letters of a text that are looked at. */
const textLength = 40_000;
/** Letters of a word that are kept. */
export const wordLength = 64;

const searchWords = `create or replace function search_words(said text) returns text[] language sql immutable parallel safe as $words$
  select coalesce(array_agg(distinct left(word, ${wordLength})), '{}')
    from regexp_split_to_table(public.fold_text(left(said, ${textLength})), '[${between}]+') as word where word <> '' $words$`;

const note = (noun: string, id: string, from: string): string => `
     insert into search_change (workspace_id, noun, record_ids)
     select x.workspace_id, '${noun}', array_agg(x.id)
       from (select c.workspace_id, ${id} as id, row_number() over () / ${idsInRow} as part from ${from}) x
      where x.id is not null group by x.workspace_id, x.part;`;

const functionOf = (name: string, body: string): string =>
  `create or replace function ${name}() returns trigger language plpgsql set search_path = pg_catalog, public as $do$
   begin${body}
     return null;
   end $do$`;

const triggerOf = (name: string, table: string, act: 'insert' | 'update' | 'delete', run: string): string => {
  const seen = {
    insert: 'new table as changed',
    update: 'old table as before new table as changed',
    delete: 'old table as changed',
  };
  return `create or replace trigger ${name} after ${act} on ${table}
     referencing ${seen[act]} for each statement execute function ${run}()`;
};

/**
 * What notes which records have changed, in the statement that changes them: no writer can forget it, and an import costs one row for each
 * thousand of its records. An update is noted where it touched what is searched.
 */
export const searchTriggers = (parts: readonly SearchPart[]): string[] => [searchWords, ...parts.flatMap(triggersOf)];

function triggersOf({ noun, table, fields, watched = [], said }: SearchPart): string[] {
  const columns = [...new Set([...fields.flatMap((field) => field.columns), ...watched])];
  const of = (row: string) => columns.map((column) => `${row}.${column}`).join(', ');
  const touched = `changed c join before b on b.workspace_id = c.workspace_id and b.id = c.id where (${of('c')}) is distinct from (${of('b')})`;
  const own = [
    functionOf(`search_notes_${noun}`, note(noun, 'c.id', 'changed c')),
    functionOf(`search_notes_changed_${noun}`, note(noun, 'c.id', touched)),
    triggerOf(`${table}_search_new`, table, 'insert', `search_notes_${noun}`),
    triggerOf(`${table}_search_changed`, table, 'update', `search_notes_changed_${noun}`),
    triggerOf(`${table}_search_gone`, table, 'delete', `search_notes_${noun}`),
  ];
  if (!said) return own;
  const rows = functionOf(
    `search_notes_said_${noun}`,
    note(noun, 'c.said', `(select distinct r.workspace_id, r.${said.column} as said from changed r) c`),
  );
  const acts = { new: 'insert', changed: 'update', gone: 'delete' } as const;
  return [
    ...own,
    rows,
    ...Object.entries(acts).map(([name, act]) =>
      triggerOf(`${said.table}_search_${name}`, said.table, act, `search_notes_said_${noun}`),
    ),
  ];
}
