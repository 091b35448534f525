import { Migration } from '@mikro-orm/migrations';

/** A lead that a person paused in a campaign stays so when a question about its mail is decided. */
export class PauseByHand extends Migration {
  override up(): void {
    this.addSql('alter table "enrollment" add "paused_by" varchar(8) null;');
  }
}
