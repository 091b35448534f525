import { Migration } from '@mikro-orm/migrations';

/** A workspace has the name that the host’s own system gives it, once in an organization. */
export class WorkspaceExternalId extends Migration {
  override up(): void {
    this.addSql('alter table "workspace" add "external_id" varchar(200) null;');
    this.addSql('create index "workspace_external_id_index" on "workspace" ("external_id");');
    this.addSql(
      'alter table "workspace" add constraint "workspace_organization_id_external_id_unique" unique ("organization_id", "external_id");',
    );
  }
}
