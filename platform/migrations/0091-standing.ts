import { Migration } from '@mikro-orm/migrations';

/** Organizations and workspaces are suspended, archived and moved; an organization has the name that the host’s own system gives it. */
export class Standing extends Migration {
  override up(): void {
    this.addSql(
      'alter table "organization" add "external_id" varchar(200) null, add "suspended_at" timestamptz(3) null, add "suspended_reason" varchar(500) null, add "archived_at" timestamptz(3) null;',
    );
    this.addSql('create index "organization_external_id_index" on "organization" ("external_id");');
    this.addSql(
      'alter table "organization" add constraint "organization_parent_id_external_id_unique" unique ("parent_id", "external_id");',
    );
    this.addSql(
      `alter table "workspace" add "suspended_at" timestamptz(3) null, add "suspended_reason" varchar(500) null, add "archived_at" timestamptz(3) null, add "standing" varchar(16) not null default 'open', add "moved_at" timestamptz(3) null;`,
    );
  }
}
