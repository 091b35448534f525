import { Migration } from '@mikro-orm/migrations';

const own = "workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)";

/** What received mails leave behind: their source, where answers go, what a person must decide, and the tries to read them. */
export class InboxEvidence extends Migration {
  override up(): void {
    this.addSql(
      `alter table "message" add column "content_hash" varchar(64) not null default '', add column "reply_to" jsonb not null default '[]'::jsonb, add column "source_hash" varchar(64) null, add column "source_cut" boolean not null default false;`,
    );
    this.addSql('alter table "message" drop constraint "message_workspace_id_mailbox_id_message_id_unique";');
    this.addSql(
      'alter table "message" add constraint "message_workspace_id_mailbox_id_message_id_content_hash_unique" unique ("workspace_id", "mailbox_id", "message_id", "content_hash");',
    );
    this.addSql('alter table "conversation" add column "question" varchar(16) null;');
    this.addSql(
      'create index "conversation_asking" on "conversation" ("workspace_id", "lead_id") where question is not null;',
    );
    this.addSql(
      `create index "lead_tagged" on "lead" ("workspace_id", "email") where archived_at is null and email like '%+%';`,
    );
    this.addSql('alter table "enrollment" drop constraint "enrollment_goes_on";');
    this.addSql(
      `alter table "enrollment" add constraint "enrollment_goes_on" check (next_step_at is null or state in ('active', 'paused'));`,
    );
    this.addSql(
      'create table "mail_attempt" ("workspace_id" uuid not null, "mailbox_id" uuid not null, "folder" varchar(255) not null, "uid_validity" varchar(32) not null, "uid" bigint not null, "fetches" int not null default 0, "reads" int not null default 0, "begun_at" timestamptz(3) not null default now(), primary key ("workspace_id", "mailbox_id", "folder", "uid_validity", "uid"));',
    );
    this.addSql('alter table "mail_attempt" enable row level security;');
    this.addSql('alter table "mail_attempt" force row level security;');
    this.addSql(
      `create policy "mail_attempt_guard" on "mail_attempt" as restrictive to "tabard_runtime" using (${own}) with check (${own});`,
    );
    this.addSql(
      'create policy "mail_attempt_runtime" on "mail_attempt" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'alter table "mail_attempt" add constraint "mail_attempt_mailbox_id_link" foreign key ("workspace_id", "mailbox_id") references "mailbox" ("workspace_id", "id") on delete cascade;',
    );
  }
}
