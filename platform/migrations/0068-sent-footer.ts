import { Migration } from '@mikro-orm/migrations';

/** What a mail of ours ends with stands apart from what it says. */
export class SentFooter extends Migration {
  override up(): void {
    this.addSql('alter table "message" add "footer" text null;');
  }
}
