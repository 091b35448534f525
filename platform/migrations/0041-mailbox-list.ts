import { Migration } from '@mikro-orm/migrations';

/** The list of mailboxes is read off an index in its order, and so is that of archived ones; the days of all mailboxes are found by day. */
export class MailboxList extends Migration {
  override up(): void {
    this.addSql(
      'create index "mailbox_newest" on "mailbox" ("workspace_id", "created_at", "id") where archived_at is null;',
    );
    this.addSql(
      'create index "mailbox_archived" on "mailbox" ("workspace_id", "created_at", "id") where archived_at is not null;',
    );
    this.addSql('create index "mailbox_day_of_day" on "mailbox_day" ("workspace_id", "day");');
  }
}
