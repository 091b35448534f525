import { Migration } from '@mikro-orm/migrations';

/** A member can be deactivated, and come back as what they were. */
export class DeactivatedMembers extends Migration {
  override up(): void {
    this.addSql('alter table "member" add "deactivated_at" timestamptz(3) null;');
  }
}
