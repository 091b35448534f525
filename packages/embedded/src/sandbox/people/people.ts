import { type PlannedAction, type StoredMail } from '../mail-schema.ts';
import { type MailStore } from '../mail-store.ts';
import { type BehaviourConfig, drawBehaviour } from './behaviour.ts';
import { performAction } from './perform-action.ts';
import { planReaction } from './plan-reaction.ts';

export interface PeopleOptions {
  store: MailStore;
  seed: string | number;
  /** 60 makes an hour of simulated patience last a minute. */
  speed: number;
  config: BehaviourConfig;
  log: (line: string) => void;
}

const AT_ONCE = 20;

/** The simulated recipients: they look at each mail, plan what to do and do it when its time has come, also after a restart. */
export class People {
  readonly #options: PeopleOptions;
  readonly #stop = new AbortController();
  readonly #running = new Map<number, Promise<unknown>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: PeopleOptions) {
    this.#options = options;
    options.store.on('mail', (mail) => this.#consider(mail));
    options.store.on('action', () => this.#schedule());
    this.#schedule();
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#stop.abort();
    await Promise.allSettled(this.#running.values());
  }

  /** The reply that refuses a recipient within the SMTP session; null lets the mail in. */
  refuse(address: string): string | null {
    const { store, seed, config } = this.#options;
    if (store.isAccount(address)) return null;
    const person = drawBehaviour(seed, address, config, store.getOverride(address));
    return person.act === 'hard_bounce' && person.inSession ? '550 5.1.1 No such user here' : null;
  }

  /** Does something about a mail right now, whatever the person had in mind. */
  async act(mail: StoredMail, kind: string, detail: Record<string, unknown> = {}): Promise<string> {
    const { store } = this.#options;
    const id = store.addAction(mail.id, kind, Date.now() + 3_600_000, detail);
    const action = store.listActions(mail.id).find((one) => one.id === id);
    return action ? this.#perform(action) : 'the mail is gone';
  }

  #consider(mail: StoredMail): void {
    const { store, seed, config, speed } = this.#options;
    // Only mail that an account submitted to somebody who is none gets a reaction: reports and replies never do.
    if (!mail.submittedBy || store.isAccount(mail.recipient)) return;
    const steps = planReaction(
      seed,
      {
        address: mail.recipient,
        earlier: store.countEarlier(mail.recipient, mail.id),
        answersPerson: store.findByMessageId(mail.inReplyTo).some((one) => one.fromAddress === mail.recipient),
        repliesWritten: store.countReplies(mail.recipient, mail.fromAddress),
      },
      config,
      store.getOverride(mail.recipient),
    );
    for (const step of steps)
      store.addAction(mail.id, step.kind, Date.now() + (step.after * 1_000) / speed, step.detail);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const due = this.#options.store.nextDue();
    if (due === null || this.#stop.signal.aborted || this.#running.size >= AT_ONCE) return;
    this.#timer = setTimeout(() => this.#work(), Math.min(Math.max(due - Date.now(), 5), 60_000));
  }

  #work(): void {
    for (const action of this.#options.store.listDue(Date.now(), AT_ONCE * 2)) {
      if (this.#running.size >= AT_ONCE) break;
      if (!this.#running.has(action.id)) void this.#perform(action);
    }
    // Those still running stay due in the index, so it cannot tell when to look next.
    if (this.#running.size) this.#timer = setTimeout(() => this.#work(), 250);
    else this.#schedule();
  }

  #perform(action: PlannedAction): Promise<string> {
    const { store, seed, log } = this.#options;
    const work = performAction({ store, seed, signal: this.#stop.signal }, action)
      .catch((error: unknown) => `failed: ${reasonOf(error)}`)
      .then((outcome) => {
        this.#running.delete(action.id);
        // Interrupted by the stop: it stays planned and happens after the next start.
        if (this.#stop.signal.aborted) return outcome;
        log(`${action.kind} on mail ${action.mail}: ${outcome}`);
        store.finishAction(action, outcome);
        return outcome;
      });
    this.#running.set(action.id, work);
    return work;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
