import { Migration } from '@mikro-orm/migrations';

/** A browser is signed in by approving it on a phone, and the sign-in knows the one that approved it. */
export class SignInRequests extends Migration {
  override up(): void {
    this.addSql(
      'create table "sign_in_request" ("id" uuid not null, "token_hash" varchar(64) not null, "code_hash" varchar(64) not null, "number" int not null, "domain_id" uuid null, "ip" varchar(64) not null, "user_agent" varchar(300) null, "user_id" uuid null, "session_id" uuid null, "approved_at" timestamptz(3) null, "refused_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "expires_at" timestamptz(3) not null, primary key ("id"));',
    );
    this.addSql(
      'alter table "sign_in_request" add constraint "sign_in_request_token_hash_unique" unique ("token_hash");',
    );
    this.addSql(
      'alter table "sign_in_request" add constraint "sign_in_request_code_hash_unique" unique ("code_hash");',
    );
    this.addSql('alter table "sign_in_step" add "approved_by" uuid null;');
    this.addSql('alter table "user_session" add "approved_by" uuid null;');
  }
}
