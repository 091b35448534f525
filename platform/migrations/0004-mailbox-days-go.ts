import { Migration } from '@mikro-orm/migrations';

/** Days of mailboxes are swept by the maintenance login. */
export class MailboxDaysGo extends Migration {
  override up(): void {
    this.addSql(
      'create policy "mailbox_day_maintenance_select" on "mailbox_day" for select to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'create policy "mailbox_day_maintenance_delete" on "mailbox_day" for delete to "tabard_maintenance" using (true);',
    );
  }
}
