import {
  campaignStates,
  conversationSummary,
  deliveryStates,
  enrollmentStates,
  leadImportStates,
  leadStatuses,
  mailboxStates,
  messageOutput,
} from '@tabard/contract';
import { domainStates } from '@tabard/contract/identity/domain-words';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { features } from '#features';
import { newId, type AnyJob, type Service } from '#kernel';
import {
  startNameServer,
  startTestPlatform,
  type NameServer,
  type TestPlatform,
  type TestWorkspace,
} from '../fixture/index.ts';
import { leadWorkStates } from './lead-work-states.ts';
import { startMailSink, type MailSink } from './mail-sink.ts';
import { stageCampaign } from './stage-campaign.ts';
import { stageAbandoned, stageDomain, stageRunning, stageSystemMail } from './stage-work.ts';

let platform: TestPlatform;
let sink: MailSink;
let names: NameServer;
let owner: pg.Client;
const services: Service[] = features.flatMap((feature) => [...(('services' in feature && feature.services) || [])]);
const jobs: AnyJob[] = features.flatMap((feature) => [...(('jobs' in feature && feature.jobs) || [])]);

beforeAll(async () => {
  sink = await startMailSink();
  names = await startNameServer();
  platform = await startTestPlatform({ env: { SWEEP_INTERVAL: '0.2', DNS_SERVERS: names.address } });
  owner = new pg.Client({ connectionString: platform.config.database.url });
  await owner.connect();
});
afterEach(() => void (sink.hangUp = false));
afterAll(async () => {
  await owner.end();
  await platform.stop();
  await sink.stop();
  await names.stop();
});

/** A state that waits is left by this service, which finds it from the rows alone. */
interface Found {
  by: string;
  /** Leaves a row in the state, and no job that knows of it. */
  stage: (workspace: TestWorkspace) => Promise<unknown>;
}
/** Nothing waits in this state, or it waits for a person. */
type Rests = 'rests' | 'waits for a person' | 'is told by its mail' | 'is checked again';
type States = Record<string, Found | Rests>;

const set = (sql: string) => (workspace: TestWorkspace) => workspace.scope.write(({ sql: run }) => run(sql));
const staged = (workspace: TestWorkspace) => stageRunning(workspace, { port: sink.port, enrolled: true });
const imported = (state: string) => (workspace: TestWorkspace) =>
  workspace.scope.write(({ sql }) =>
    sql(
      `insert into lead_import (workspace_id, id, upload_id, file_name, options, state, created_at, lease_until)
       values ($1, $2, $2, 'a.csv', '{"mapping": {}}', $3, now() - interval '1 minute', now() - interval '1 second')`,
      [workspace.workspaceId, newId(), state],
    ),
  );
/** A mail of a running campaign that was written and has not left. */
const planned = async (workspace: TestWorkspace) => {
  const { leadIds } = await stageCampaign(workspace, { port: sink.port, leads: 1 });
  const id = newId();
  await workspace.scope.write(async ({ sql }) => {
    await sql(`update campaign set state = 'running', launched_at = now()`);
    await sql(`insert into mail_pack (workspace_id, id, bytes) values ($1, $2, '')`, [workspace.workspaceId, id]);
    await sql(
      `insert into enrollment (workspace_id, id, campaign_id, lead_id, mailbox_id)
       select c.workspace_id, $1::uuid, c.id, $2, c.mailbox_ids[1] from campaign c`,
      [id, leadIds[0]],
    );
    await sql(
      `insert into delivery (workspace_id, id, mailbox_id, campaign_id, enrollment_id, step_id, lead_id, to_address, address_hash, subject,
                             message_id, raw_hash, state, troubled, due_at)
       select e.workspace_id, e.id, e.mailbox_id, e.campaign_id, e.id, s.id, e.lead_id, 'lead-1@recipients.test', '', '', e.id::text, '',
              'planned', false, now() from enrollment e join step s on s.campaign_id = e.campaign_id`,
    );
  });
};
/** A mail of which nobody knows whether it arrived, in a workspace that wants every mail to arrive. */
const unknown = async (workspace: TestWorkspace) => {
  await owner.query(`update workspace set delivery_guarantee = 'at_least_once' where id = $1`, [workspace.workspaceId]);
  await staged(workspace);
  sink.hangUp = true;
  await serve('sweeper', async () => {
    const mails = `select count(*)::int as mails from delivery where workspace_id = $1 and state <> 'submitting'`;
    await expect
      .poll(async () => (await owner.query(mails, [workspace.workspaceId])).rows[0].mails, { timeout: 120_000 })
      .toBe(2);
  });
  sink.hangUp = false;
  // The process ends before it has asked for anything.
  await workspace.scope.write(({ sql }) =>
    sql(
      `update delivery set state = 'unknown', troubled = true, due_at = null, decide_at = now() where state in ('planned', 'unknown')`,
    ),
  );
};

const nouns: Record<string, { states: readonly string[]; known: States }> = {
  'campaign.state': {
    states: campaignStates,
    known: {
      draft: 'waits for a person',
      running: {
        by: 'campaign-finisher',
        stage: async (workspace) => {
          await staged(workspace);
          await set(`update enrollment set state = 'stopped', next_step_at = null`)(workspace);
        },
      },
      paused: 'waits for a person',
      completed: 'rests',
    },
  },
  'enrollment.state': {
    states: enrollmentStates,
    known: {
      active: { by: 'sweeper', stage: staged },
      paused: 'waits for a person',
      completed: 'rests',
      replied: 'rests',
      bounced: 'rests',
      unsubscribed: 'rests',
      suppressed: 'rests',
      stopped: 'rests',
      failed: 'rests',
    },
  },
  'delivery.state': {
    states: deliveryStates,
    known: {
      planned: { by: 'sweeper', stage: planned },
      submitting: { by: 'sweeper', stage: stageAbandoned },
      accepted: 'rests',
      rejected: 'rests',
      suppressed: 'rests',
      cancelled: 'rests',
      unknown: { by: 'sweeper', stage: unknown },
    },
  },
  'domain.state': {
    states: domainStates,
    known: {
      // A check goes on for ever; these are left by one that finds no records.
      pending: 'is checked again',
      verified: { by: 'domain', stage: stageDomain('verified') },
      active: { by: 'domain', stage: stageDomain('active') },
      failing: { by: 'domain', stage: stageDomain('failing') },
      lost: 'is checked again',
    },
  },
  'mailbox.state': {
    states: mailboxStates,
    known: {
      active: 'rests',
      paused: 'waits for a person',
      failing: {
        by: 'mailbox-recheck',
        stage: async (workspace) => {
          await stageCampaign(workspace, { port: sink.port, leads: 0 });
          await set(
            `update mailbox set state = 'failing', problem = 'Away.', updated_at = now() - interval '2 minutes'`,
          )(workspace);
        },
      },
      disconnected: 'waits for a person',
    },
  },
  'lead.status': {
    states: leadStatuses,
    known: { new: 'rests', active: 'rests', replied: 'rests', bounced: 'rests', unsubscribed: 'rests' },
  },
  'lead_import.state': {
    states: leadImportStates,
    known: {
      queued: { by: 'lead-import-sweep', stage: imported('queued') },
      running: { by: 'lead-import-sweep', stage: imported('running') },
      completed: 'rests',
      failed: 'rests',
      cancelled: 'rests',
    },
  },
  ...leadWorkStates,
  'conversation.state': {
    states: conversationSummary.shape.state.options,
    known: {
      open: 'waits for a person',
      archived: 'rests',
      aside: {
        by: 'set-aside',
        stage: async (workspace) => {
          await stageCampaign(workspace, { port: sink.port, leads: 0 });
          await set(
            `insert into conversation (workspace_id, id, mailbox_id, counterpart_address, subject, last_class, last_message_at, state, created_at)
             select workspace_id, gen_random_uuid(), id, 'news@shop.example', 'Autumn', 'other', now(), 'aside', now() - interval '1 year' from mailbox`,
          )(workspace);
        },
      },
    },
  },
  'system_mail.state': {
    states: ['waiting', 'sent', 'failed'],
    known: { waiting: { by: 'system-mail', stage: stageSystemMail }, sent: 'rests', failed: 'rests' },
  },
  'message.state': {
    states: messageOutput.shape.state.options,
    known: {
      received: 'rests',
      sending: 'is told by its mail',
      sent: 'is told by its mail',
      failed: 'is told by its mail',
      unknown: 'is told by its mail',
    },
  },
};

describe('every state of every noun', () => {
  it('stands here, whatever table it is in', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select c.table_name || '.' || c.column_name as name from information_schema.columns c
         join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name in ('state', 'status', 'scan') order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(nouns).toSorted());
  });

  it.each(Object.entries(nouns))('is said to wait or to rest: %s', (_name, { states, known }) => {
    expect(Object.keys(known).toSorted()).toEqual([...states].toSorted());
  });
});

const waiting = Object.entries(nouns).flatMap(([name, { known }]) =>
  Object.entries(known).flatMap(([state, found]) => (typeof found === 'string' ? [] : [{ name, state, found }])),
);

describe('what waits is found from the rows alone', () => {
  it.each(waiting)('$name $state', async ({ name, state, found }) => {
    const workspace = await platform.createWorkspace();
    await found.stage(workspace);
    const [table, column] = name.split('.') as [string, string]; // written so above
    const left = `select count(*)::int as rows from ${table} where workspace_id = $1 and ${column} = $2`;
    const count = async () => (await owner.query(left, [workspace.workspaceId, state])).rows[0].rows as number;
    expect(await count()).toBeGreaterThan(0);
    await serve(found.by, () => expect.poll(count, { timeout: 120_000 }).toBe(0));
  });
});

it('a mail of unknown outcome leaves again under at_least_once with the same bytes, also when its job was lost', async () => {
  const workspace = await platform.createWorkspace();
  await unknown(workspace);
  const first = sink.taken.length;
  const accepted = `select count(*)::int as mails from delivery where workspace_id = $1 and state = 'accepted'`;
  await serve('sweeper', () =>
    expect
      .poll(async () => (await owner.query(accepted, [workspace.workspaceId])).rows[0].mails, { timeout: 120_000 })
      .toBe(2),
  );
  expect(sink.taken.length).toBeGreaterThan(first);
  // Both were taken at least twice: the last four are theirs.
  const copies = Map.groupBy(sink.taken.slice(-4), (mail) => mail.to);
  expect([...copies.values()].map((mails) => new Set(mails.map((mail) => mail.hash)).size)).toEqual([1, 1]);
});

it('a mail of unknown outcome stays with a person under at_most_once, once evidence was looked for', async () => {
  const workspace = await platform.createWorkspace();
  await stageAbandoned(workspace);
  const mail = 'select state, decide_at from delivery where workspace_id = $1';
  await serve('sweeper', () =>
    expect
      .poll(async () => (await owner.query(mail, [workspace.workspaceId])).rows[0], { timeout: 120_000 })
      .toEqual({ state: 'unknown', decide_at: null }),
  );
});

/** Runs one service, with the jobs it asks for, until the work is done. */
async function serve(name: string, work: () => Promise<unknown>): Promise<void> {
  const worker = await platform.app.jobs.work(platform.app, jobs);
  const service = await services.find((one) => one.name === name)!.start(platform.app);
  try {
    await work();
  } finally {
    await service.stop();
    await worker.stop();
  }
}
