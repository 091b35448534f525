import { Migration } from '@mikro-orm/migrations';

/** Custom fields can be required, say what helps whoever fills them, and be deleted with their values. */
export class CustomFieldRemoval extends Migration {
  override up(): void {
    this.addSql(
      'alter table "custom_field" add "required" boolean not null default false, add "description" varchar(300) not null default \'\', add "removal" int null, add "removed_until" uuid null;',
    );
    this.addSql(
      'create policy "custom_field_maintenance_select" on "custom_field" for select to "tabard_maintenance" using (true);',
    );
  }
}
