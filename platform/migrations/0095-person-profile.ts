import { Migration } from '@mikro-orm/migrations';

/** People say in which language and by which clock they read, and links change the address that they sign in with. */
export class PersonProfile extends Migration {
  override up(): void {
    this.addSql('alter table "access_link" add "email" varchar(254) null;');
    this.addSql('alter table "app_user" add "locale" varchar(8) null, add "time_zone" varchar(64) null;');
  }
}
