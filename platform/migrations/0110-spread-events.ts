import { Migration } from '@mikro-orm/migrations';

/** What happens to many workspaces at once is told to them in one statement. */
export class SpreadEvents extends Migration {
  override up(): void {
    this.addSql(
      `create or replace function spread_events(home uuid, by_kind text, by_id text, workspaces uuid[], ids uuid[], types text[], datas jsonb[], nouns text[], subjects uuid[], causes text[]) returns void language plpgsql set search_path = pg_catalog, public as $do$
begin
  for n in 1 .. coalesce(array_length(ids, 1), 0) loop
    perform set_config('app.workspace_id', workspaces[n]::text, true);
    insert into public.event (workspace_id, id, type, data, actor_kind, actor_id, subject_noun, subject_id, cause)
      values (workspaces[n], ids[n], types[n], datas[n], by_kind, by_id, nouns[n], subjects[n], causes[n]);
  end loop;
  perform set_config('app.workspace_id', home::text, true);
end $do$;`,
    );
  }
}
