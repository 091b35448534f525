import { Migration } from '@mikro-orm/migrations';

/** A mailbox may have a name of its own to greet its mail server with. */
export class EhloName extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s';`);
    this.addSql('alter table "mailbox" add column "ehlo_name" varchar(253) null;');
  }
}
