import { Migration } from '@mikro-orm/migrations';

/** Accounts that people create by themselves, and the terms that they accepted. */
export class SignUps extends Migration {
  override up(): void {
    this.addSql(
      'create table "sign_up" ("id" uuid not null, "organization_id" uuid not null, "email" varchar(254) not null, "name" varchar(120) not null, "password_hash" varchar(255) null, "code_hash" varchar(64) null, "terms_url" varchar(2048) null, "terms_version" varchar(60) null, "tries" int not null default 0, "created_at" timestamptz(3) not null default now(), "expires_at" timestamptz(3) not null, "used_at" timestamptz(3) null, primary key ("id"));',
    );
    this.addSql('alter table "sign_up" add constraint "sign_up_code_hash_unique" unique ("code_hash");');
    this.addSql('create index "sign_up_email_index" on "sign_up" ("email");');
    this.addSql('create index "sign_up_organization_id_index" on "sign_up" ("organization_id");');
    this.addSql(
      'alter table "app_user" add "terms_url" varchar(2048) null, add "terms_version" varchar(60) null, add "terms_accepted_at" timestamptz(3) null;',
    );
  }
}
