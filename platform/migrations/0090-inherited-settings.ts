import { Migration } from '@mikro-orm/migrations';

/** Organizations say more than their brand and lock what they say; a workspace keeps what it says apart from what holds there. */
export class InheritedSettings extends Migration {
  override up(): void {
    this.addSql(
      `alter table "organization" add "settings" jsonb not null default '{}'::jsonb, add "locks" text[] not null default '{}';`,
    );
    this.addSql('alter table "workspace" add "settings" jsonb null;');
  }
}
