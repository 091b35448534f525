import { Migration } from '@mikro-orm/migrations';

const tables = ['lead', 'tag', 'lead_tag'] as const;

/**
 * Every word that leads carry becomes a tag, in the spelling that most of them use, and those who spell it otherwise follow. Lists of the
 * new release go by these rows, so they are there before it serves. Nobody waits for it: it reads leads and fills tables that nobody reads
 * yet, in statements of their own that can be repeated.
 */
export class TagsOfLeads extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    // The wall holds for the owner too, who may be an ordinary login.
    for (const table of tables) this.addSql(`alter table "${table}" no force row level security;`);
    this.addSql(
      `insert into "tag" ("workspace_id", "id", "name")
       select distinct on (workspace_id, fold_text(word)) workspace_id, gen_random_uuid(), left(word, 50)
         from (select l.workspace_id, word, count(*) as often from "lead" l cross join unnest(l.tags) as word group by 1, 2) as words
        order by workspace_id, fold_text(word), often desc, word
           on conflict do nothing;`,
    );
    this.addSql(
      `insert into "lead_tag" ("workspace_id", "tag_id", "lead_id")
       select l.workspace_id, t.id, l.id from "lead" l cross join unnest(l.tags) as word
         join "tag" t on t.workspace_id = l.workspace_id and fold_text(t.name) = fold_text(word)
           on conflict do nothing;`,
    );
    this.addSql(
      `update "lead" l set tags = spelled.tags
         from (select l.workspace_id, l.id, array_agg(distinct t.name) as tags from "lead" l cross join unnest(l.tags) as word
                 join "tag" t on t.workspace_id = l.workspace_id and fold_text(t.name) = fold_text(word)
                where exists (select from unnest(l.tags) as other where not exists (
                        select from "tag" s where s.workspace_id = l.workspace_id and s.name = other))
                group by 1, 2) as spelled
        where l.workspace_id = spelled.workspace_id and l.id = spelled.id;`,
    );
    this.addSql('analyze "tag", "lead_tag";');
    for (const table of tables) this.addSql(`alter table "${table}" force row level security;`);
  }
}
