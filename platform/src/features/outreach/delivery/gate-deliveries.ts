import { setTimeout as sleep } from 'node:timers/promises';
import type { Uuid } from '@tabard/contract';
import type { Lane } from './lane.ts';

/**
 * Lets mails through to `DATA`: those that are still ours and that nothing has come to forbid since they were claimed. The answer is
 * written down before it is given, so that after a crash it is known which mails cannot have left.
 */
async function openGate({ app, workspaceId }: Lane, mails: readonly { id: Uuid; fence: Uuid }[]): Promise<Set<Uuid>> {
  // One statement is one transaction, and it goes in one flight with the workspace's setting.
  const rows = await app.database.act<{ id: Uuid }>(workspaceId, openSql, [
    workspaceId,
    mails.map((mail) => mail.id),
    mails.map((mail) => mail.fence),
  ]);
  return new Set(rows.map((row) => row.id));
}

/**
 * A fence belongs to a claim alone and is gone with it, so it says that the mail is being submitted. Asking for the state as well
 * would invite the planner to walk the index of all mails that are. For the same reason the conditions are single rows by their
 * keys, not joins, and the ids are given once more as a list: joined alone, the planner prefers to walk all mails of the workspace
 * and to ask the conditions of each.
 */
const openSql = `
  update delivery d set opened_at = now()
    from unnest($2::uuid[], $3::uuid[]) as t(id, fence)
   where d.workspace_id = $1 and d.id = any($2::uuid[]) and d.id = t.id and d.fence = t.fence and d.lease_until > now()
     and d.day = (select (now() at time zone w.time_zone)::date from workspace w where w.id = $1)
     and (d.campaign_id is null or (
           (select c.state = 'running' and c.epoch = d.epoch from campaign c where c.workspace_id = $1 and c.id = d.campaign_id)
       and (select e.state = 'active' from enrollment e where e.workspace_id = $1 and e.id = d.enrollment_id)
       and (select l.archived_at is null from lead l where l.workspace_id = $1 and l.id = d.lead_id)))
     and (select x.id from suppression x where x.workspace_id = $1 and x.address_hash = d.address_hash
             and (d.campaign_id is not null or x.reason <> 'reply')) is null
  returning d.id`;

/** How long an answer of the gate holds. */
const validMs = 400;

/** The gate of one lane. Groups are asked for at once; single mails that ask again at the same time are answered by one statement. */
export class Gate {
  readonly #lane: Lane;
  #waiting: { mail: { id: Uuid; fence: Uuid }; resolve(open: boolean): void; reject(error: unknown): void }[] = [];
  #asking = false;

  constructor(lane: Lane) {
    this.#lane = lane;
  }

  /** Those of many mails that may leave now. */
  askAll(mails: readonly { id: Uuid; fence: Uuid }[]): Promise<Set<Uuid>> {
    return openGate(this.#lane, mails);
  }

  /** Whether the mail may leave now. */
  #ask(mail: { id: Uuid; fence: Uuid }): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ mail, resolve, reject });
      if (!this.#asking) void this.#answer();
    });
  }

  /** A question for right before `DATA` that was asked already: it is asked again when the answer has grown old. */
  recheck(mail: { id: Uuid; fence: Uuid }): () => Promise<boolean> {
    const askedAt = performance.now();
    return async () => performance.now() - askedAt < validMs || this.#ask(mail);
  }

  async #answer(): Promise<void> {
    this.#asking = true;
    // Whoever asks in the same moment comes along.
    await sleep(2);
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        const open = await openGate(
          this.#lane,
          batch.map((one) => one.mail),
        );
        for (const one of batch) one.resolve(open.has(one.mail.id));
      } catch (error) {
        for (const one of batch) one.reject(error);
      }
    }
    this.#asking = false;
  }
}
