import { Migration } from '@mikro-orm/migrations';

/** Mails that concern nobody are counted by mailbox without looking at all others. Built beside the traffic: the table is large. */
export class SetAsideMails extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    this.addSql('drop index concurrently if exists "conversation_aside";');
    this.addSql(
      'create index concurrently "conversation_aside" on "conversation" ("workspace_id", "mailbox_id", "created_at") where state = \'aside\';',
    );
  }
}
