import { Migration } from '@mikro-orm/migrations';

/** People sign in with passkeys, and a sign-in knows the passkey that opened it. */
export class Passkeys extends Migration {
  override up(): void {
    this.addSql(
      'create table "passkey" ("id" uuid not null, "user_id" uuid not null, "host" varchar(255) not null, "name" varchar(80) not null, "credential_id" varchar(1400) not null, "public_key" text not null, "sign_count" bigint not null default \'0\', "transports" text[] not null, "is_synced" boolean not null, "created_at" timestamptz(3) not null default now(), "last_used_at" timestamptz(3) null, "doubted_at" timestamptz(3) null, primary key ("id"));',
    );
    this.addSql('alter table "passkey" add constraint "passkey_credential_id_unique" unique ("credential_id");');
    this.addSql('create index "passkey_user_id_index" on "passkey" ("user_id");');
    this.addSql(
      'create table "passkey_challenge" ("id" uuid not null, "challenge_hash" varchar(64) not null, "user_id" uuid null, "host" varchar(255) not null, "expires_at" timestamptz(3) not null, primary key ("id"));',
    );
    this.addSql(
      'alter table "passkey_challenge" add constraint "passkey_challenge_challenge_hash_unique" unique ("challenge_hash");',
    );
    this.addSql('alter table "sign_in_step" add "passkey_id" uuid null;');
    this.addSql('alter table "user_session" add "passkey_id" uuid null;');
  }
}
