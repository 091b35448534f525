import { Migration } from '@mikro-orm/migrations';

/** An API key says from which networks it may be used and from where it was, and gets a new secret beside the one before. */
export class KeyNetworks extends Migration {
  override up(): void {
    this.addSql(
      'alter table "api_key" add "rotated_at" timestamptz(3) null, add "previous_hash" varchar(64) null, add "previous_hint" varchar(8) null, add "previous_until" timestamptz(3) null, add "networks" text[] not null default \'{}\', add "last_used_from" varchar(64) null;',
    );
    this.addSql('alter table "api_key" add constraint "api_key_previous_hash_unique" unique ("previous_hash");');
  }
}
