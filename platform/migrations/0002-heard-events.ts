import { Migration } from '@mikro-orm/migrations';

/** Events carry who acted, what they are about and what they follow from; consumers keep how far they have heard them. */
export class HeardEvents extends Migration {
  override up(): void {
    this.addSql(
      'create table "event_consumer" ("workspace_id" uuid not null, "consumer" varchar(64) not null, "position" bigint not null, "attempts" int not null default 0, "retry_at" timestamptz(3) null, "error" text null, primary key ("workspace_id", "consumer"));',
    );
    this.addSql(
      'create table "set_aside_event" ("workspace_id" uuid not null, "consumer" varchar(64) not null, "event_id" uuid not null, "position" bigint not null, "type" varchar(64) not null, "data" jsonb not null, "error" text not null, "at" timestamptz(3) not null default now(), primary key ("workspace_id", "consumer", "event_id"));',
    );
    this.addSql(
      'alter table "event" add "actor_kind" varchar(16) null, add "actor_id" varchar(200) null, add "subject_noun" varchar(32) null, add "subject_id" uuid null, add "cause" varchar(80) null;',
    );
    this.addSql('alter table "event_consumer" enable row level security;');
    this.addSql('alter table "event_consumer" force row level security;');
    this.addSql(
      "create policy \"event_consumer_guard\" on \"event_consumer\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "event_consumer_runtime" on "event_consumer" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'create policy "event_consumer_maintenance_select" on "event_consumer" for select to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'create policy "event_consumer_maintenance_update" on "event_consumer" for update to "tabard_maintenance" using (true) with check (true);',
    );
    this.addSql('alter table "set_aside_event" enable row level security;');
    this.addSql('alter table "set_aside_event" force row level security;');
    this.addSql(
      "create policy \"set_aside_event_guard\" on \"set_aside_event\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "set_aside_event_runtime" on "set_aside_event" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'create policy "set_aside_event_maintenance_select" on "set_aside_event" for select to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'create policy "set_aside_event_maintenance_delete" on "set_aside_event" for delete to "tabard_maintenance" using (true);',
    );
  }
}
