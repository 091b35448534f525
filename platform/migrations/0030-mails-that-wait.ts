import { Migration } from '@mikro-orm/migrations';

/** Mails remember that a mailbox came to rest over them, and when evidence of an unknown outcome is looked for. */
export class MailsThatWait extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s';`);
    this.addSql(
      'alter table "delivery" add column "blamed" boolean not null default false, add column "decide_at" timestamptz(3) null;',
    );
    // The wall holds for the owner too, who may be an ordinary login.
    this.addSql('alter table "delivery" no force row level security;');
    this.addSql(`update "delivery" set decide_at = now() where troubled and state = 'unknown';`);
    this.addSql('alter table "delivery" force row level security;');
  }
}
