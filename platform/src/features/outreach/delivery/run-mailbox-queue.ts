import { setTimeout as sleep } from 'node:timers/promises';
import type { Uuid } from '@tabard/contract';
import { clearMailboxProblem, mailServerColumns, mailServerOf, type MailServerRow } from '#features/outreach/mailbox';
import { failpoint } from '#kernel';
import type { MailTransportPool, SubmitResult } from '#ports';
import type { AcceptedMail } from './accept-deliveries.ts';
import { withWriteBatcher, type WriteBatcher } from './write-batcher.ts';
import { claimSize } from './claims.ts';
import { gateValidMs } from './gate-deliveries.ts';
import { sends, type ClaimedMail, type MailboxQueue } from './mailbox-queue.ts';
import { withPool } from './mailbox-queue-pools.ts';
import { judgeOutcome, mailboxTrouble, type Circumstances, type MailboxTrouble } from './outcome.rules.ts';
import { prepareBatch, type Batch } from './prepare-batch.ts';
import { restMailbox } from './rest-mailbox.ts';
import { recordOutcomes, type Outcome } from './record-outcomes.ts';

/** Whether a mailbox queue has more to do, and how soon. */
export interface MailboxQueueResult {
  more: boolean;
  restMs: number;
}

/** Outcomes of the same moment are told together. */
const gatherMs = 4;

/** A mailbox queue gives way to others after so long. */
const sliceMs = 3000;

/** Sends what is due through one mailbox, batch by batch, until nothing is left or its slice of time is over. */
export async function runMailboxQueue(mailboxQueue: MailboxQueue): Promise<MailboxQueueResult> {
  const [mailbox] = await mailboxQueue.scope.read<MailServerRow & { state: string }>(
    `select ${mailServerColumns}, m.state from mailbox m where m.workspace_id = $1 and m.id = $2 and m.archived_at is null`,
    [mailboxQueue.workspaceId, mailboxQueue.mailboxId],
    'queue-mailbox',
  );
  if (!mailbox || !sends(mailbox.state)) return { more: false, restMs: 0 };
  const server = mailServerOf(mailboxQueue.app, mailbox, 'smtp');
  return withPool(mailboxQueue.app, mailboxQueue.mailboxId, server, (pool) =>
    withWriteBatcher(mailboxQueue.app, mailboxQueue.workspaceId, (batcher) =>
      new MailboxQueueRun(mailboxQueue, pool, batcher, mailbox.state === 'failing').work(),
    ),
  );
}

class MailboxQueueRun {
  readonly #mailboxQueue: MailboxQueue;
  readonly #pool: MailTransportPool;
  readonly #batcher: WriteBatcher;
  readonly #until = performance.now() + sliceMs;
  #hadTrouble: boolean;
  #trouble: MailboxTrouble | null = null;
  #troubleSince = 0;
  #accepted: AcceptedMail[] = [];
  #others: Outcome[] = [];
  #hasGap = false;
  #recording: Promise<void> | null = null;
  /** Mails that were put to the gate and whose outcome is not written yet. */
  #open = 0;
  #waiting: (() => void)[] = [];
  /** How many mails of a claim have no outcome yet. */
  readonly #left = new Map<Uuid, number>();
  #failure: Error | null = null;

  constructor(mailboxQueue: MailboxQueue, pool: MailTransportPool, batcher: WriteBatcher, hadTrouble: boolean) {
    this.#mailboxQueue = mailboxQueue;
    this.#pool = pool;
    this.#batcher = batcher;
    this.#hadTrouble = hadTrouble;
  }

  async work(): Promise<MailboxQueueResult> {
    // A small batch first, so that the wire has something to do while the next one is written.
    let next = this.#prepare(claimSize(this.#mailboxQueue.app));
    for (;;) {
      const batch = await next;
      this.#hasGap = batch.hasGap;
      if (batch.mails.length === 0) {
        await this.#settle();
        return { more: false, restMs: batch.restMs };
      }
      const goOn = batch.restMs === 0 && performance.now() < this.#until;
      // The next batch is written and claimed while this one is on the wire.
      next = goOn
        ? this.#prepare(this.#mailboxQueue.app.config.sending.batch)
        : Promise.resolve({ from: '', mails: [], restMs: 0, hasGap: batch.hasGap });
      next.catch(() => undefined);
      await this.#submitAll(batch);
      if (!goOn || this.#trouble) {
        await this.#release(await next);
        await this.#settle();
        return { more: !this.#trouble && batch.restMs === 0, restMs: batch.restMs };
      }
    }
  }

  async #prepare(limit: number): Promise<Batch> {
    const { app } = this.#mailboxQueue;
    await failpoint('c1', app.config.process.failpoint);
    const batch = await prepareBatch(this.#mailboxQueue, Math.min(limit, app.config.sending.batch));
    for (const { fence } of batch.mails) this.#left.set(fence, (this.#left.get(fence) ?? 0) + 1);
    return batch;
  }

  /** Claims that end with these outcomes. */
  #ending(outcomes: readonly { fence: Uuid | null }[]): Uuid[] {
    const ended: Uuid[] = [];
    for (const { fence } of outcomes) {
      const left = (this.#left.get(fence!) ?? 0) - 1; // what a mailbox queue sends has a fence
      this.#left.set(fence!, left);
      if (left > 0) continue;
      this.#left.delete(fence!);
      ended.push(fence!);
    }
    return ended;
  }

  /** Puts a batch on the wire, claim by claim: while one is sent and written down, the next passes the gate. */
  async #submitAll({ from, mails }: Batch): Promise<void> {
    const sent: Promise<void>[] = [];
    for (const group of Map.groupBy(mails, (mail) => mail.fence).values()) {
      await this.#makeRoom(group.length);
      if (this.#trouble || this.#failure) for (const mail of group) this.#put(mail, { outcome: 'gated' });
      else sent.push(this.#submitGroup(from, group));
    }
    await Promise.all(sent);
  }

  /** Waits until few enough mails are let through and not written down: no more than these can become unknown in a crash. */
  async #makeRoom(wanted: number): Promise<void> {
    while (this.#open > 0 && this.#open + wanted > this.#mailboxQueue.app.config.sending.window && !this.#failure)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#open += wanted;
  }

  #giveRoom(count: number): void {
    this.#open -= count;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  async #submitGroup(from: string, group: ClaimedMail[]): Promise<void> {
    const askedAt = performance.now();
    const open = await this.#batcher.openGate(group).catch((error: unknown) => {
      this.#fail(error);
      return new Set<Uuid>();
    });
    const submit = async (mail: ClaimedMail) =>
      open.has(mail.id) ? this.#submit(from, mail, askedAt) : this.#put(mail, { outcome: 'gated' });
    await Promise.all(group.map(submit));
  }

  async #submit(from: string, mail: ClaimedMail, askedAt: number): Promise<void> {
    const { failpoint: setting } = this.#mailboxQueue.app.config.process;
    let begunAt = 0;
    const result = await this.#pool.submit({
      envelope: { from, to: mail.to },
      raw: mail.raw,
      tag: mail.id,
      // An answer of the gate grows old: a mail that waited for its connection asks again right before `DATA`.
      gate: async () => {
        begunAt = performance.now();
        return begunAt - askedAt < gateValidMs || (await this.#batcher.openGate([mail])).has(mail.id);
      },
      onProgress: setting ? (stage) => failpoint(stage === 'before_data' ? 'c4' : 'c5', setting) : undefined,
    });
    await failpoint('c6', setting);
    if (result.outcome === 'accepted' && this.#trouble?.doubtful && begunAt > this.#troubleSince) this.#trouble = null;
    this.#put(mail, result);
  }

  #put(mail: ClaimedMail, result: SubmitResult): void {
    const circumstances: Circumstances = {
      attempts: mail.attempts,
      ageMs: Date.now() - mail.plannedAt.getTime(),
      blamed: mail.blamed,
      works: !this.#hadTrouble,
      resting: this.#trouble !== null,
    };
    const verdict = judgeOutcome(result, circumstances);
    if (!this.#trouble) {
      this.#trouble = mailboxTrouble(result, circumstances);
      this.#troubleSince = performance.now();
    }
    const { id, fence, campaignId, answer } = mail;
    if (verdict.state !== 'accepted') this.#others.push({ id, fence, verdict });
    else {
      const { reply } = verdict;
      this.#accepted.push({ id, fence, reply, campaignId, answer, nextStepAt: mail.nextStepAt() });
    }
    this.#recording ??= this.#record();
  }

  /** Writes outcomes as they come; those that come while it writes make the next batch. */
  async #record(): Promise<void> {
    let unwritten: { fence: Uuid | null }[] = [];
    try {
      // What ends in the same moment comes along.
      await sleep(gatherMs);
      while (this.#accepted.length + this.#others.length > 0) {
        const accepted = this.#accepted.splice(0);
        const others = this.#others.splice(0, 1000);
        unwritten = [...accepted, ...others];
        if (accepted.length > 0)
          await this.#batcher.accept(
            accepted,
            this.#ending(accepted),
            this.#hasGap ? this.#mailboxQueue.mailboxId : null,
          );
        unwritten = others;
        await recordOutcomes(this.#mailboxQueue, others, this.#ending(others));
        this.#giveRoom(accepted.length + others.length);
        if (this.#hadTrouble && accepted.length > 0) {
          this.#hadTrouble = false;
          await this.#mailboxQueue.scope.write((scope) =>
            clearMailboxProblem(scope, this.#mailboxQueue.mailboxId, { of: 'sending' }),
          );
        }
      }
    } catch (error) {
      // What was sent and not written down becomes unknown when its lease ends; nothing more is sent until the database answers.
      // Its claim is never ended by those whose outcome is written: a mail under way always has a claim to be found by.
      for (const { fence } of unwritten) this.#left.set(fence!, Infinity); // what a mailbox queue sends has a fence
      this.#fail(error);
      this.#giveRoom(0);
    } finally {
      this.#recording = null;
    }
  }

  #fail(error: unknown): void {
    this.#failure ??= error instanceof Error ? error : new Error(String(error));
  }

  /** Mails that were claimed and not touched wait again at once. */
  async #release(batch: Batch): Promise<void> {
    this.#open += batch.mails.length;
    for (const mail of batch.mails) this.#put(mail, { outcome: 'gated' });
  }

  async #settle(): Promise<void> {
    while (this.#recording) await this.#recording;
    if (this.#trouble) await restMailbox(this.#mailboxQueue, this.#trouble);
    if (this.#failure) throw this.#failure;
  }
}

/** The mailbox queue of a mailbox. */
export function mailboxQueueOf(scope: MailboxQueue['scope'], mailboxId: Uuid): MailboxQueue {
  return { app: scope.app, scope, workspaceId: scope.workspaceId, mailboxId };
}
