import { Migration } from '@mikro-orm/migrations';

/** Notes, activities and tasks about deals. */
export class DealNotes extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s';`);
    this.addSql('alter table "logged_activity" add "deal_id" uuid null;');
    this.addSql(
      'create index "logged_activity_of_deal" on "logged_activity" ("workspace_id", "deal_id", "happened_at", "id") where deal_id is not null;',
    );
    this.addSql('alter table "note" add "deal_id" uuid null;');
    this.addSql(
      'create index "note_of_deal" on "note" ("workspace_id", "deal_id", "created_at", "id") where deal_id is not null;',
    );
    this.addSql('alter table "task" add "deal_id" uuid null;');
    this.addSql(
      'create index "task_of_deal" on "task" ("workspace_id", "deal_id", "created_at", "id") where deal_id is not null;',
    );
    this.addSql(
      'alter table "note" add constraint "note_deal_id_link" foreign key ("workspace_id", "deal_id") references "deal" ("workspace_id", "id") on delete cascade;',
    );
    this.addSql(
      'alter table "logged_activity" add constraint "logged_activity_deal_id_link" foreign key ("workspace_id", "deal_id") references "deal" ("workspace_id", "id") on delete cascade;',
    );
    this.addSql(
      'alter table "task" add constraint "task_deal_id_link" foreign key ("workspace_id", "deal_id") references "deal" ("workspace_id", "id") on delete set null ("deal_id");',
    );
  }
}
