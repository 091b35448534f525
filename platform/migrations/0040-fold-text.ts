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

/** One way to fold text, and suppressed addresses in the form in which leads have theirs. */
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
    this.addSql(`update "suppression" set "email" = lower(trim("email")) where "email" <> lower(trim("email"));`);
  }
}
