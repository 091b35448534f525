import type { Enrollment } from '@tabard/contract';
import { page } from './sample-pages.ts';
import { ago, lead, pick } from './sample-records.ts';

interface Asked {
  state?: Enrollment['state'];
  stepsSent?: number;
  cursor?: string;
  limit?: number;
}
const STATES = ['active', 'active', 'replied', 'active', 'completed', 'paused', 'bounced', 'active'] as const;
const REASONS = ['waiting_delay', 'mailbox_cap', 'outside_window', 'waiting_delay'] as const;

const enrollment = (index: number): Enrollment => {
  const state = pick(STATES, index);
  const { id, email, firstName, lastName, company } = lead(index);
  const reason = state === 'active' ? pick(REASONS, index) : state === 'paused' ? ('paused_by_person' as const) : null;
  return {
    id: `enr_${index}`,
    lead: { id, email, name: `${firstName ?? ''} ${lastName ?? ''}`, company },
    state,
    stepsSent: state === 'completed' ? 3 : index % 3,
    nextStepAt: state === 'active' ? ago(-60 * (3 + index)) : null,
    whyNotNow: reason && 'In the words of the platform.',
    reason,
  };
};

/** The procedures of leads in a campaign over a few in memory, which stay as they were steered. */
export function enrollmentAnswers(empty = false): Record<string, (input: never) => unknown> {
  const all = Array.from({ length: empty ? 0 : 64 }, (_, index) => enrollment(index));
  const steer =
    (state: Enrollment['state'], reason: Enrollment['reason']) =>
    ({ id }: { id: string }) => {
      const at = all.findIndex((one) => one.id === id);
      all[at] = { ...all[at]!, state, reason };
      return { id, state };
    };
  return {
    'enrollments.list': ({ state, stepsSent, ...asked }: Asked) =>
      page(
        all.filter(
          (one) => (!state || one.state === state) && (stepsSent === undefined || one.stepsSent === stepsSent),
        ),
        asked,
      ),
    'enrollments.count': () => ({
      groups: [...new Set(all.map((one) => `${one.state} ${one.stepsSent}`))].map((key) => {
        const [state = '', steps = ''] = key.split(' ');
        const count = all.filter((one) => `${one.state} ${one.stepsSent}` === key).length;
        return { state, stepsSent: Number(steps), count };
      }),
      waiting: [{ mailboxId: 'mbx_0', count: 37 }],
    }),
    'enrollments.pause': steer('paused', 'paused_by_person'),
    'enrollments.resume': steer('active', 'waiting_delay'),
    'enrollments.skip': ({ id }: { id: string }) => {
      const at = all.findIndex((one) => one.id === id);
      all[at] = { ...all[at]!, stepsSent: all[at]!.stepsSent + 1 };
      return { id, state: all[at].state };
    },
    'enrollments.stop': steer('stopped', null),
  };
}
