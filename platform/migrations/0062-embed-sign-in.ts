import { Migration } from '@mikro-orm/migrations';

/** A page of the app gets sessions of the sign-in that opened it, and they end with it. */
export class EmbedSignIn extends Migration {
  override up(): void {
    this.addSql('alter table "embed_session" add "user_session_id" uuid null;');
  }
}
