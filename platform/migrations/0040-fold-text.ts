import { Migration } from '@mikro-orm/migrations';

/**
 * How a text is compared in a search, stored and asked alike: without case, accents and compatibility forms, and with the letters
 * that no decomposition takes apart written as people type them. Text of ASCII alone costs no more than `lower`.
 */
const foldText = String.raw`
create function fold_text(words text) returns text language sql immutable parallel safe as $fold$
  select case when octet_length(words) = length(words) then lower(words)
         else replace(replace(replace(replace(
                translate(
                  lower(regexp_replace(normalize(words, nfkd), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g')),
                  'ıøđðħłŧς', 'ioddhltσ'),
                'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') end
$fold$;`;

/** One way to fold text, suppressed addresses in the form in which leads have theirs, and no stored html that earlier rules let through. */
export class FoldText extends Migration {
  override up(): void {
    this.addSql(foldText);
    // Kept folded: a search looks at every row of a workspace, and folding names with accents costs more than all else it does.
    this.addSql(
      `alter table "lead" add column "search_text" text generated always as (fold_text("email" || ' ' || coalesce("first_name", '') || ' ' || coalesce("last_name", '') || ' ' || coalesce("company", ''))) stored;`,
    );
    this.addSql(
      `alter table "conversation" add column "search_text" text generated always as (fold_text("subject" || ' ' || "counterpart_name" || ' ' || "counterpart_address" || ' ' || "preview")) stored;`,
    );
    // Cleaned by earlier rules and still able to run or load something: such a mail is shown as its text; its source is kept.
    this.#change(
      'message',
      String.raw`update "message" set "html" = null where "html" ~* '<[^>]*\son[a-z]+\s*=|<(script|iframe|object|embed|form|input|link|meta|base|svg|math)|url\s*\(|<style[^>]*>[^<]*<(?!/style)';`,
    );
    this.#change(
      'suppression',
      `update "suppression" set "email" = lower(trim("email")) where "email" <> lower(trim("email"));`,
    );
  }

  /** The owner, too, sees no tenant's rows, unless the wall is open for a moment; all of it is one transaction. */
  #change(table: string, statement: string): void {
    this.addSql(`alter table "${table}" no force row level security;`);
    this.addSql(statement);
    this.addSql(`alter table "${table}" force row level security;`);
  }
}
