import { Migration } from '@mikro-orm/migrations';

/** Why an import failed is kept as a code too, so that it can be told in the language of the page. */
export class ImportFailures extends Migration {
  override up(): void {
    this.addSql('alter table "lead_import" add "failure" jsonb null;');
  }
}
