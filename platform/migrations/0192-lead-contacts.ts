import { Migration } from '@mikro-orm/migrations';

/** The wall holds for the owner too, who may be an ordinary login. */
const tables = ['mail_event', 'lead_contact'] as const;

/**
 * Counts what became of mails so far, workspace by workspace, each in a transaction of its own. While one is counted no further event is
 * written; those that come later are counted by the trigger. It can be repeated: a count replaces the one before.
 */
export class LeadContacts extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    for (const table of tables) this.addSql(`alter table "${table}" no force row level security;`);
    this.addSql(`do $do$
      declare w record;
      begin
        for w in select id from "workspace" order by id loop
          set local lock_timeout = '5s';
          lock table "mail_event" in share row exclusive mode;
          insert into "lead_contact" (workspace_id, lead_id, sent, opened, clicked, replied, contacted_at, replied_at)
          select e.workspace_id, e.lead_id, count(*) filter (where e.type = 'sent') as sent, count(*) filter (where e.type = 'opened') as opened, count(*) filter (where e.type = 'clicked') as clicked, count(*) filter (where e.type = 'replied') as replied, max(e.at) filter (where e.type = 'sent') as contacted_at, max(e.at) filter (where e.type = 'replied') as replied_at
            from "mail_event" e
           where e.workspace_id = w.id and e.first and e.lead_id is not null and e.type in ('sent', 'opened', 'clicked', 'replied')
           group by 1, 2
              on conflict (workspace_id, lead_id) do update
             set sent = excluded.sent, opened = excluded.opened, clicked = excluded.clicked, replied = excluded.replied,
                 contacted_at = excluded.contacted_at, replied_at = excluded.replied_at;
          commit;
        end loop;
      end $do$;`);
    this.addSql('analyze "lead_contact";');
    for (const table of tables) this.addSql(`alter table "${table}" force row level security;`);
  }
}
