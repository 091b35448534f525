import { setTimeout as sleep } from 'node:timers/promises';
import type { Uuid } from '@tabard/contract';
import { failpoint, wakeRelay, type App, type Statement } from '#kernel';
import { acceptStatement, type AcceptedMail } from './accept-deliveries.ts';
import { endClaims } from './claims.ts';
import { gateStatement, type GatedMail } from './gate-deliveries.ts';
import { keepGap } from './mailbox-queue.ts';

interface Question {
  mails: readonly GatedMail[];
  resolve(open: Set<Uuid>): void;
  reject(error: unknown): void;
}
interface Report {
  mails: readonly AcceptedMail[];
  ended: readonly Uuid[];
  /** The mailbox, where it keeps a gap between mails. */
  gapOf: Uuid | null;
  resolve(): void;
  reject(error: unknown): void;
}

/** Whoever speaks within this time goes along; while a batch is out, the next one fills by itself. */
const gatherMs = 3;
/** With so many mails to write down, nobody else is waited for. */
const enough = 200;
/** A batch that failed is tried again after these pauses: what is written twice changes nothing the second time. */
const pausesMs = [100, 500, 2000];

/**
 * Keeps the book of a workspace's mailbox queues in this process: which mails may leave, and which were taken. What all mailbox queues ask and
 * tell in the same moment is one transaction in one round trip, so mailbox queues share the cost of a commit and never wait for each other's.
 */
export class WriteBatcher {
  readonly #app: App;
  readonly #workspaceId: Uuid;
  #questions: Question[] = [];
  #reports: Report[] = [];
  #working = false;

  constructor(app: App, workspaceId: Uuid) {
    this.#app = app;
    this.#workspaceId = workspaceId;
  }

  /** Those of the mails that may leave now. That they may is written down before it is said. */
  openGate(mails: readonly GatedMail[]): Promise<Set<Uuid>> {
    return new Promise((resolve, reject) => {
      this.#questions.push({ mails, resolve, reject });
      void this.#work();
    });
  }

  /** Resolves when it is written that the mails were accepted, with all that follows. `ended`: the claims that have no others left. */
  accept(mails: readonly AcceptedMail[], ended: readonly Uuid[], gapOf: Uuid | null): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#reports.push({ mails, ended, gapOf, resolve, reject });
      void this.#work();
    });
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    while (this.#questions.length > 0 || this.#reports.length > 0) {
      if (count(this.#questions) + count(this.#reports) < enough) await sleep(gatherMs);
      const [questions, reports] = [this.#questions, this.#reports];
      [this.#questions, this.#reports] = [[], []];
      try {
        await this.#write(questions, reports);
      } catch (error) {
        for (const one of [...questions, ...reports]) one.reject(error);
      }
    }
    this.#working = false;
  }

  async #write(questions: Question[], reports: Report[]): Promise<void> {
    const statements: Statement[] = [];
    const asked = questions.flatMap((question) => question.mails);
    const accepted = reports.flatMap((report) => report.mails);
    const gaps = new Set(reports.map((report) => report.gapOf).filter((id) => id !== null));
    if (asked.length > 0) statements.push(gateStatement(this.#workspaceId, asked));
    const ended = reports.flatMap((report) => report.ended);
    if (ended.length > 0) statements.push(endClaims(this.#workspaceId, ended));
    if (accepted.length > 0) statements.push(acceptStatement(this.#workspaceId, accepted));
    if (gaps.size > 0) statements.push(keepGap(this.#workspaceId, [...gaps]));
    const results = await this.#fly(statements);
    // The gate returns ids with their fences.
    const open = new Map(asked.length > 0 ? results[0]!.map((row) => [row['id'] as Uuid, row['fence'] as Uuid]) : []);
    for (const question of questions)
      question.resolve(
        new Set(question.mails.filter((mail) => open.get(mail.id) === mail.fence).map((mail) => mail.id)),
      );
    if (accepted.length === 0) return;
    for (const report of reports) report.resolve();
    void wakeRelay(this.#app).catch(() => undefined);
    await failpoint('c7', this.#app.config.process.failpoint);
  }

  async #fly(statements: Statement[]) {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#app.database.pipeline(this.#workspaceId, statements);
      } catch (error) {
        const pause = pausesMs[attempt];
        if (pause === undefined) throw error;
        await sleep(pause);
      }
    }
  }
}

function count(list: readonly { mails: readonly unknown[] }[]): number {
  let mails = 0;
  for (const one of list) mails += one.mails.length;
  return mails;
}

interface Desk {
  batcher: WriteBatcher;
  users: number;
}
const desks = new WeakMap<App, Map<Uuid, Desk>>();

/** Lends the batcher of a workspace, the same to all mailbox queues that work at the same time. */
export async function withWriteBatcher<T>(
  app: App,
  workspaceId: Uuid,
  work: (batcher: WriteBatcher) => Promise<T>,
): Promise<T> {
  let open = desks.get(app);
  if (!open) desks.set(app, (open = new Map()));
  const desk = open.get(workspaceId) ?? { batcher: new WriteBatcher(app, workspaceId), users: 0 };
  open.set(workspaceId, desk);
  desk.users += 1;
  try {
    return await work(desk.batcher);
  } finally {
    desk.users -= 1;
    if (desk.users === 0) open.delete(workspaceId);
  }
}
