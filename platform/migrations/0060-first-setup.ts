import { Migration } from '@mikro-orm/migrations';

/** How an installation began is kept: its operator, its first person, its first key. */
export class FirstSetup extends Migration {
  override up(): void {
    this.addSql(
      'create table "setup" ("organization_id" uuid not null, "user_id" uuid null, "api_key_id" uuid not null, "link_hash" varchar(64) null, "link_expires_at" timestamptz(3) null, "shown_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), primary key ("organization_id"));',
    );
  }
}
