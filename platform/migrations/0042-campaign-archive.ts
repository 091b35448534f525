import { Migration } from '@mikro-orm/migrations';

/** A campaign is archived beside its state, so that it can be brought back with the one it had; its list is read off an index in each order. */
export class CampaignArchive extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s';`);
    this.addSql('alter table "campaign" add "archived_at" timestamptz(3) null;');
    // The wall holds for the owner too, who may be an ordinary login.
    this.addSql('alter table "campaign" no force row level security;');
    // Whoever was on the way through an archived campaign was stopped then: it comes back as a draft or as completed.
    this.addSql(
      `update campaign set archived_at = updated_at, state = case when launched_at is null then 'draft' else 'completed' end,
              completed_at = case when launched_at is null then completed_at else coalesce(completed_at, updated_at) end
        where state = 'archived';`,
    );
    this.addSql('alter table "campaign" force row level security;');
    this.addSql(
      'create index "campaign_newest" on "campaign" ("workspace_id", "created_at", "id") where archived_at is null;',
    );
    this.addSql(
      'create index "campaign_archived" on "campaign" ("workspace_id", "created_at", "id") where archived_at is not null;',
    );
    this.addSql(
      'create index "campaign_by_name" on "campaign" ("workspace_id", "name", "id") where archived_at is null;',
    );
  }
}
