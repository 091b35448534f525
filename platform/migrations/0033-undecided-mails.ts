import { Migration } from '@mikro-orm/migrations';

/** Mails whose outcome is to be decided are found without looking at all others. Built beside the traffic: the table is large. */
export class UndecidedMails extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    this.addSql('drop index concurrently if exists "delivery_decide";');
    this.addSql('create index concurrently "delivery_decide" on "delivery" ("decide_at") where decide_at is not null;');
  }
}
