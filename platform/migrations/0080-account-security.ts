import { Migration } from '@mikro-orm/migrations';

/** People have an app for codes beside their password, get links by mail, see where they are signed in, and organizations say how long that lasts. */
export class AccountSecurity extends Migration {
  override up(): void {
    this.addSql(
      'create table "access_link" ("id" uuid not null, "user_id" uuid not null, "purpose" varchar(16) not null, "code_hash" varchar(64) not null, "created_at" timestamptz(3) not null default now(), "expires_at" timestamptz(3) not null, "used_at" timestamptz(3) null, primary key ("id"));',
    );
    this.addSql('alter table "access_link" add constraint "access_link_code_hash_unique" unique ("code_hash");');
    this.addSql('create index "access_link_user_id_index" on "access_link" ("user_id");');
    this.addSql(
      'create table "recovery_code" ("id" uuid not null, "user_id" uuid not null, "code_hash" varchar(64) not null, "created_at" timestamptz(3) not null default now(), "used_at" timestamptz(3) null, primary key ("id"));',
    );
    this.addSql('alter table "recovery_code" add constraint "recovery_code_code_hash_unique" unique ("code_hash");');
    this.addSql('create index "recovery_code_user_id_index" on "recovery_code" ("user_id");');
    this.addSql(
      'create table "second_factor" ("user_id" uuid not null, "secret" text null, "pending_secret" text null, "last_step" bigint not null default \'0\', "turned_on_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), primary key ("user_id"));',
    );
    this.addSql(
      'create table "sign_in_step" ("id" uuid not null, "user_id" uuid not null, "token_hash" varchar(64) not null, "ask" varchar(16) not null, "workspace_id" uuid null, "tries" int not null default 0, "created_at" timestamptz(3) not null default now(), "expires_at" timestamptz(3) not null, primary key ("id"));',
    );
    this.addSql('alter table "sign_in_step" add constraint "sign_in_step_token_hash_unique" unique ("token_hash");');
    this.addSql('alter table "embed_session" add "memberships" text null;');
    this.addSql('alter table "organization" add "sign_in" jsonb not null default \'{}\';');
    this.addSql(
      'alter table "user_session" add "ip" varchar(64) null, add "user_agent" varchar(300) null, add "idle_minutes" int null, add "confirmed_at" timestamptz(3) null;',
    );
  }
}
