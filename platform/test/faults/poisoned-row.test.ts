import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { features, retentions } from '#features';
import { newId, retentionSweep, type AnyJob, type Service } from '#kernel';
import {
  startNameServer,
  startTestPlatform,
  type NameServer,
  type TestPlatform,
  type TestWorkspace,
} from '../fixture/index.ts';
import { startMailSink, type MailSink } from './mail-sink.ts';
import { stageCampaign } from './stage-campaign.ts';
import { stageAbandoned, stageDomain, stageRunning, stageSystemMail, stageUnlooked, stoodStill } from './stage-work.ts';

let platform: TestPlatform;
let sink: MailSink;
let names: NameServer;
let owner: pg.Client;
let worker: { stop(): Promise<void> };
const services: Service[] = [
  ...features.flatMap((feature) => [...(('services' in feature && feature.services) || [])]),
  retentionSweep(retentions),
];
const jobs: AnyJob[] = features.flatMap((feature) => [...(('jobs' in feature && feature.jobs) || [])]);

// One platform for all: what one test poisons stands in the way of the next ones too.
beforeAll(async () => {
  sink = await startMailSink();
  names = await startNameServer();
  platform = await startTestPlatform({ env: { SWEEP_INTERVAL: '0.2', DNS_SERVERS: names.address } });
  owner = new pg.Client({ connectionString: platform.config.database.url });
  await owner.connect();
  worker = await platform.app.jobs.work(platform.app, jobs);
});
afterAll(async () => {
  await worker.stop();
  await owner.end();
  await platform.stop();
  await sink.stop();
  await names.stop();
});

interface Case {
  /** Gives a workspace the work that the service does. */
  stage: (workspace: TestWorkspace) => Promise<unknown>;
  /** Makes the work of this workspace fail, again and again. */
  poison: (workspace: TestWorkspace) => Promise<unknown>;
  /** SQL that is true once the work of workspace `$1` is done. */
  done: string;
}

/** Lets every change of a workspace's rows in a table fail. */
const poisonTable = (table: string) => async (workspace: TestWorkspace) => {
  await owner.query(`
    create or replace function poison() returns trigger language plpgsql as $$ begin raise exception 'poisoned' using errcode = '22023'; end $$;
    create trigger "poison_${newId()}" before update or delete on ${table} for each row
      when (old.workspace_id = '${workspace.workspaceId}') execute function poison()`);
};
const inserted = (sql: string) => (workspace: TestWorkspace) =>
  workspace.scope.write(({ sql: run }) => run(sql, [workspace.workspaceId, newId()]));
const inZone = (zone: string) => (workspace: TestWorkspace) =>
  workspace.scope.write(({ sql }) =>
    sql(`update campaign set schedule = jsonb_set(schedule, '{timeZone}', to_jsonb($1::text))`, [zone]),
  );
/** Work that stands still in a table, as long as a row of it is so. */
const stillIn = (table: keyof typeof stoodStill, waits: string): Case => ({
  stage: inserted(stoodStill[table]),
  poison: poisonTable(table),
  done: `select not exists (select from ${table} where workspace_id = $1 and ${waits}) as ok`,
});
const cases: Record<string, Record<string, Case>> = {
  sweeper: {
    'a zone that the database does not know': {
      stage: (workspace) => stageRunning(workspace, { port: sink.port, enrolled: true }),
      poison: inZone('US/Pacific-New'),
      done: `select count(*) = 2 as ok from delivery where workspace_id = $1 and state = 'accepted'`,
    },
    'a mail that cannot be recovered': {
      stage: stageAbandoned,
      poison: poisonTable('delivery'),
      done: `select state = 'unknown' and decide_at is null as ok from delivery where workspace_id = $1`,
    },
  },
  'campaign-finisher': {
    'a campaign that cannot be completed': {
      stage: async (workspace) => {
        await stageRunning(workspace, { port: sink.port, enrolled: true });
        await workspace.scope.write(({ sql }) => sql(`update enrollment set state = 'stopped', next_step_at = null`));
      },
      poison: poisonTable('campaign'),
      done: `select state = 'completed' as ok from campaign where workspace_id = $1`,
    },
    'an audience that cannot be enrolled': {
      stage: (workspace) => stageRunning(workspace, { port: sink.port, enrolled: false }),
      poison: inZone('Nowhere/Land'),
      done: `select count(*) = 2 as ok from enrollment where workspace_id = $1`,
    },
  },
  domain: {
    'a name whose check cannot be noted': {
      stage: stageDomain('pending'),
      poison: poisonTable('domain'),
      done: 'select checked_at is not null as ok from domain where workspace_id = $1',
    },
  },
  'erase-places': {
    'a row that cannot be deleted': {
      stage: async (workspace) => {
        await inserted(`insert into mail_pack (workspace_id, id, bytes) values ($1, $2, 'x')`)(workspace);
        await owner.query(`update workspace set deleting_since = now() - interval '1 day' where id = $1`, [
          workspace.workspaceId,
        ]);
      },
      poison: poisonTable('mail_pack'),
      done: 'select not exists (select from workspace where id = $1) as ok',
    },
  },
  'mailbox-recheck': {
    'a password that cannot be opened': {
      stage: async (workspace) => {
        await stageCampaign(workspace, { port: sink.port, leads: 0 });
        await workspace.scope.write(({ sql }) =>
          sql(`update mailbox set state = 'failing', problem = 'Away.', updated_at = now() - interval '2 minutes'`),
        );
      },
      poison: (workspace) => workspace.scope.write(({ sql }) => sql(`update mailbox set smtp_password = 'broken'`)),
      done: `select state = 'active' as ok from mailbox where workspace_id = $1`,
    },
  },
  'set-aside': {
    'a mail that cannot be forgotten': {
      stage: async (workspace) => {
        await stageCampaign(workspace, { port: sink.port, leads: 0 });
        await inserted(
          `insert into conversation (workspace_id, id, mailbox_id, counterpart_address, subject, last_class, last_message_at, state, created_at)
           select $1, $2, id, 'news@shop.example', 'Autumn', 'other', now(), 'aside', now() - interval '1 year' from mailbox`,
        )(workspace);
      },
      poison: poisonTable('conversation'),
      done: 'select count(*) = 0 as ok from conversation where workspace_id = $1',
    },
  },
  'system-mail': {
    'a mail that cannot be given up': {
      stage: stageSystemMail,
      poison: poisonTable('system_mail'),
      done: `select state = 'failed' as ok from system_mail where workspace_id = $1`,
    },
  },
  'lead-import-sweep': {
    'an import that cannot be begun': {
      stage: inserted(
        `insert into lead_import (workspace_id, id, upload_id, file_name, options, created_at)
         values ($1, $2, $2, 'a.csv', '{"mapping": {}}', now() - interval '1 minute')`,
      ),
      poison: poisonTable('lead_import'),
      done: `select state = 'failed' as ok from lead_import where workspace_id = $1`,
    },
  },
  'lead-export-sweep': {
    'an export that cannot be begun': stillIn('lead_export', `state = 'queued'`),
  },
  'bulk-operation-sweep': {
    'an operation that cannot be ended': stillIn('bulk_operation', `state = 'running'`),
  },
  'company-match-sweep': {
    'a match that cannot be ended': stillIn('company_match', 'finished_at is null'),
  },
  'company-sweep': {
    'a company whose leads stay behind': stillIn('company', 'leads_behind_since is not null'),
  },
  'custom-field-removal': {
    'a field that cannot be deleted': stillIn('custom_field', 'removal is not null'),
  },
  'search-sweep': {
    'an index that cannot be built': stillIn('search_state', `state <> 'ready'`),
  },
  'segment-sweep': {
    'a segment that cannot be built': stillIn('segment', `state = 'building'`),
  },
  'snapshot-roll-out': {
    'a roll-out that cannot be noted': stillIn('snapshot_roll_out', `state = 'waiting'`),
  },
  'spread-tag-sweep': {
    'a tag that cannot be removed': stillIn('tag', 'spread_kind is not null'),
  },
  'file-scan': {
    'a file whose verdict cannot be written': {
      stage: stageUnlooked,
      poison: poisonTable('file_version'),
      done: `select not exists (select from file_version where workspace_id = $1 and scan = 'waiting') as ok`,
    },
  },
  'task-reminders': {
    'a task whose reminder cannot be noted': stillIn('task', 'remind_at is not null'),
  },
  retention: {
    'bytes that cannot be deleted': {
      stage: inserted(
        `insert into mail_pack (workspace_id, id, bytes, created_at) values ($1, $2, 'x', now() - interval '1 year')`,
      ),
      poison: poisonTable('mail_pack'),
      done: 'select count(*) = 0 as ok from mail_pack where workspace_id = $1',
    },
    'an event that cannot be deleted': {
      stage: inserted(
        `insert into event (workspace_id, id, type, data, position, at) values ($1, $2, 'lead.created', '{}', 1, now() - interval '1 year')`,
      ),
      poison: poisonTable('event'),
      done: `select count(*) = 0 as ok from event where workspace_id = $1`,
    },
    'a session that cannot be deleted': {
      stage: ({ workspaceId, organizationId }) =>
        owner.query(
          `insert into embed_session (id, organization_id, workspace_id, secret_hash, external_id, user_name, widgets, permissions, origins, expires_at)
           values ($1, $2, $3, $4, 'e', 'E', '[]', '{}', '{}', now() - interval '1 year')`,
          [newId(), organizationId, workspaceId, newId()],
        ),
      poison: poisonTable('embed_session'),
      done: 'select count(*) = 0 as ok from embed_session where workspace_id = $1',
    },
    'a page that cannot be deleted': {
      stage: ({ workspaceId, organizationId }) =>
        owner.query(
          `insert into hosted_page (id, organization_id, workspace_id, external_id, user_name, widgets, permissions, widget, frame_origins, code_hash, code_expires_at, ends_at)
           values ($1, $2, $3, 'e', 'E', '[]', '{}', 'w', '{}', $4, now(), now() - interval '1 year')`,
          [newId(), organizationId, workspaceId, newId()],
        ),
      poison: poisonTable('hosted_page'),
      done: 'select count(*) = 0 as ok from hosted_page where workspace_id = $1',
    },
  },
};

/** They go through no workspaces one by one: one reads each mailbox on its own, the other only makes and drops whole months. */
const others = new Set(['mailbox-watch', 'month-keeper']);

it('every service that goes through all workspaces has a poisoned row here', () => {
  expect(Object.keys(cases).toSorted()).toEqual(
    services
      .map((service) => service.name)
      .filter((name) => !others.has(name))
      .toSorted(),
  );
});

describe.each(Object.entries(cases))('the %s', (name, rows) => {
  it.each(Object.entries(rows))('goes on for all others beside %s', async (_row, { stage, poison, done }) => {
    const before = await platform.createWorkspace();
    const healthy = await platform.createWorkspace();
    const after = await platform.createWorkspace();
    for (const workspace of [before, healthy, after]) await stage(workspace);
    for (const workspace of [before, after]) await poison(workspace);
    const isDone = async ({ workspaceId }: TestWorkspace) =>
      (await owner.query(done, [workspaceId])).rows[0]?.ok === true;
    const service = await services.find((service) => service.name === name)!.start(platform.app);
    await expect.poll(() => isDone(healthy), { timeout: 120_000 }).toBe(true);
    await service.stop();
    expect(await isDone(before)).toBe(false);
    expect(await isDone(after)).toBe(false);
  });
});
