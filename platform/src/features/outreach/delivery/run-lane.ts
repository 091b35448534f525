import type { Uuid } from '@tabard/contract';
import { clearMailboxProblem, mailServerColumns, mailServerOf, type MailServerRow } from '#features/outreach/mailbox';
import { failpoint } from '#kernel';
import type { MailTransportPool, SubmitResult } from '#ports';
import { claimDeliveries, type ClaimedBatch, type ClaimedMail } from './claim-deliveries.ts';
import { Gate } from './gate-deliveries.ts';
import { sends, type Lane } from './lane.ts';
import { withPool } from './lane-pools.ts';
import { judgeOutcome, mailboxTrouble, type MailboxTrouble } from './outcome.rules.ts';
import { planDeliveries } from './plan-deliveries.ts';
import { restMailbox } from './rest-mailbox.ts';
import { recordOutcomes, type Outcome } from './record-outcomes.ts';

/** Whether a lane has more to do, and how soon. */
export interface LaneResult {
  more: boolean;
  restMs: number;
}

/** Outcomes are gathered for a moment before they are written, unless there are many already. */
const gatherMs = 20;

/** A lane gives way to others after so long. */
const sliceMs = 3000;

/** Sends what is due through one mailbox, batch by batch, until nothing is left or its slice of time is over. */
export async function runLane(lane: Lane): Promise<LaneResult> {
  const [mailbox] = await lane.scope.read<MailServerRow & { state: string }>(
    `select ${mailServerColumns}, m.state from mailbox m where m.workspace_id = $1 and m.id = $2 and m.archived_at is null`,
    [lane.workspaceId, lane.mailboxId],
    'lane-mailbox',
  );
  if (!mailbox || !sends(mailbox.state)) return { more: false, restMs: 0 };
  const server = mailServerOf(lane.app, mailbox, 'smtp');
  return withPool(lane.app, lane.mailboxId, server, async (pool) => {
    const run = new LaneRun(lane, pool, mailbox.state === 'failing');
    return run.work();
  });
}

class LaneRun {
  readonly #lane: Lane;
  readonly #pool: MailTransportPool;
  readonly #gate: Gate;
  readonly #until = performance.now() + sliceMs;
  #hadTrouble: boolean;
  #trouble: MailboxTrouble | null = null;
  #outcomes: Outcome[] = [];
  #recording: Promise<void> | null = null;
  #endGathering: () => void = () => undefined;
  /** Mails that were put to the gate and whose outcome is not written yet. */
  #open = 0;
  #waiting: (() => void)[] = [];
  /** Mails that pass the gate in one statement, and outcomes that are written in one transaction. */
  readonly #group: number;
  #failure: Error | null = null;

  constructor(lane: Lane, pool: MailTransportPool, hadTrouble: boolean) {
    this.#lane = lane;
    this.#pool = pool;
    this.#gate = new Gate(lane);
    this.#hadTrouble = hadTrouble;
    this.#group = Math.ceil(lane.app.config.sending.window / 2);
  }

  async work(): Promise<LaneResult> {
    let next = this.#prepare();
    for (;;) {
      const batch = await next;
      if (batch.mails.length === 0) {
        await this.#settle();
        return { more: false, restMs: batch.restMs };
      }
      const goOn = batch.restMs === 0 && performance.now() < this.#until;
      // The next batch is planned and claimed while this one is on the wire.
      next = goOn ? this.#prepare() : Promise.resolve({ from: '', mails: [], restMs: 0 });
      next.catch(() => undefined);
      await this.#submitAll(batch);
      if (!goOn || this.#trouble) {
        await this.#release(await next);
        await this.#settle();
        return { more: !this.#trouble && batch.restMs === 0, restMs: batch.restMs };
      }
    }
  }

  /** Plans as much as a batch takes and claims it. */
  async #prepare(): Promise<ClaimedBatch> {
    const { app } = this.#lane;
    const limit = app.config.sending.batch;
    const planned = await planDeliveries(this.#lane, limit);
    if (planned > 0) await failpoint('c0', app.config.process.failpoint);
    await failpoint('c1', app.config.process.failpoint);
    return claimDeliveries(this.#lane, limit);
  }

  /** Puts a batch on the wire, group by group: while one is sent and written down, the next passes the gate. */
  async #submitAll({ from, mails }: ClaimedBatch): Promise<void> {
    const sent: Promise<void>[] = [];
    for (let start = 0; start < mails.length; start += this.#group) {
      const group = mails.slice(start, start + this.#group);
      await this.#makeRoom(group.length);
      if (this.#trouble || this.#failure) for (const mail of group) this.#put(mail, { outcome: 'gated' });
      else sent.push(this.#submitGroup(from, group));
    }
    await Promise.all(sent);
  }

  /** Waits until few enough mails are let through and not written down: no more than these can become unknown in a crash. */
  async #makeRoom(wanted: number): Promise<void> {
    while (this.#open > 0 && this.#open + wanted > this.#lane.app.config.sending.window && !this.#failure)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#open += wanted;
  }

  #giveRoom(count: number): void {
    this.#open -= count;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  async #submitGroup(from: string, group: ClaimedMail[]): Promise<void> {
    const open = await this.#gate.askAll(group).catch((error: unknown) => {
      this.#failure ??= error instanceof Error ? error : new Error(String(error));
      return new Set<Uuid>();
    });
    const submit = async (mail: ClaimedMail) =>
      open.has(mail.id) ? this.#submit(from, mail) : this.#put(mail, { outcome: 'gated' });
    await Promise.all(group.map(submit));
  }

  async #submit(from: string, mail: ClaimedMail): Promise<void> {
    const { failpoint: setting } = this.#lane.app.config.process;
    const result = await this.#pool.submit({
      envelope: { from, to: mail.to },
      raw: mail.raw,
      tag: mail.id,
      gate: this.#gate.recheck(mail),
      onProgress: setting ? (stage) => failpoint(stage === 'before_data' ? 'c4' : 'c5', setting) : undefined,
    });
    await failpoint('c6', setting);
    this.#trouble ??= mailboxTrouble(result);
    this.#put(mail, result);
  }

  #put(mail: ClaimedMail, result: SubmitResult): void {
    const ageMs = Date.now() - mail.plannedAt.getTime();
    this.#outcomes.push({ id: mail.id, fence: mail.fence, verdict: judgeOutcome(result, { ...mail, ageMs }) });
    if (this.#outcomes.length >= this.#group) this.#endGathering();
    this.#recording ??= this.#record();
  }

  /** Resolves when there is a group of outcomes, or soon. */
  #gather(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, gatherMs);
      this.#endGathering = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Writes outcomes as they come; those that come while it writes make the next batch. */
  async #record(): Promise<void> {
    try {
      while (this.#outcomes.length > 0) {
        // What ends in the same moment comes along: one transaction for many.
        if (this.#outcomes.length < this.#group) await this.#gather();
        const batch = this.#outcomes.splice(0, 1000);
        await recordOutcomes(this.#lane, batch);
        this.#giveRoom(batch.length);
        if (this.#hadTrouble && batch.some((outcome) => outcome.verdict.state === 'accepted')) {
          this.#hadTrouble = false;
          await this.#lane.scope.write((scope) => clearMailboxProblem(scope, this.#lane.mailboxId));
        }
      }
    } catch (error) {
      // What was sent and not written down becomes unknown when its lease ends; nothing more is sent until the database answers.
      this.#failure = error instanceof Error ? error : new Error(String(error));
      this.#giveRoom(0);
    } finally {
      this.#recording = null;
    }
  }

  /** Mails that were claimed and not touched wait again at once. */
  async #release(batch: ClaimedBatch): Promise<void> {
    this.#open += batch.mails.length;
    for (const mail of batch.mails) this.#put(mail, { outcome: 'gated' });
  }

  async #settle(): Promise<void> {
    while (this.#recording) await this.#recording;
    if (this.#trouble) await restMailbox(this.#lane, this.#trouble);
    if (this.#failure) throw this.#failure;
  }
}

/** The lane of a mailbox. */
export function laneOf(scope: Lane['scope'], mailboxId: Uuid): Lane {
  return { app: scope.app, scope, workspaceId: scope.workspaceId, mailboxId, planned: new Map() };
}
