import type { Campaign } from '@tabard/contract';
import type { Session } from '../../core/session.ts';
import * as questions from '../campaign-questions.ts';
import type { SteerLead } from './people-columns.ts';
import type { Confirmation, Question } from '../../core/confirmation.ts';

type Questions = typeof questions;
type Counted = Awaited<ReturnType<Session['client']['enrollments']['count']>>;

/** Asks before something of a launched campaign ends or goes, with how many leads it touches. */
export class SureFirst {
  readonly #ask: Confirmation;
  constructor(ask: Confirmation) {
    this.#ask = ask;
  }

  #sure(about: (questions: Questions) => Question): Promise<boolean> {
    return this.#ask.ask(about(questions));
  }

  /** The same with how many leads stand where; null when that cannot be read. */
  async #counted(
    { client }: Session,
    { id: campaignId }: Campaign,
    about: (questions: Questions, counted: Counted | null) => Question,
  ): Promise<boolean> {
    const counted = await client.enrollments.count({ campaignId }).catch(() => null);
    return this.#sure((words) => about(words, counted));
  }

  /** Before it is completed, or archived while it is paused. */
  async end({ format }: Session, campaign: Campaign, act: string): Promise<boolean> {
    if (act === 'complete') return this.#sure(({ askComplete }) => askComplete(campaign.counts.pending, format));
    if (act !== 'archive' || campaign.state !== 'paused') return true;
    return this.#sure(({ askArchive }) => askArchive(campaign.counts.pending, format));
  }

  /** Before mailboxes are left out that it sends through. */
  async chooseMailboxes(session: Session, campaign: Campaign, before: readonly string[], after: readonly string[]) {
    const gone = before.filter((id) => !after.includes(id) && campaign.mailboxIds.includes(id));
    if (gone.length === 0) return true;
    const waiting = (counted: Counted): number =>
      counted.waiting.filter(({ mailboxId }) => gone.includes(mailboxId)).reduce((sum, { count }) => sum + count, 0);
    return this.#counted(session, campaign, ({ askRemoveMailbox }, counted) =>
      askRemoveMailbox(counted && waiting(counted), session.format),
    );
  }

  /** Before the step at a place is removed, counted from 0. */
  async removeStep(session: Session, campaign: Campaign, at: number): Promise<boolean> {
    const waiting = ({ groups }: Counted): number =>
      groups
        .filter(({ state, stepsSent }) => stepsSent <= at && (state === 'active' || state === 'paused'))
        .reduce((sum, { count }) => sum + count, 0);
    return this.#counted(session, campaign, ({ askRemoveStep }, counted) =>
      askRemoveStep(counted && waiting(counted), session.format),
    );
  }

  /** Before one lead is taken out, or goes past a step. */
  async steerLead({ act, enrollment }: SteerLead): Promise<boolean> {
    const name = enrollment.lead.name || enrollment.lead.email;
    if (act === 'stop') return this.#sure(({ askStopLead }) => askStopLead(name));
    return act !== 'skip' || this.#sure(({ askSkipStep }) => askSkipStep(name));
  }
}
