import { msg } from '@lit/localize';
import type { Session } from '../../core/session.ts';
import type { Toast } from '../../kit/toaster.ts';
import type { SteerLead } from './people-columns.ts';

interface Doing {
  session: Session;
  attempt: (change: () => PromiseLike<unknown>) => Promise<boolean>;
  toast: (toast: Toast) => unknown;
}

/** Pauses, resumes, moves past a step or takes out one lead of a campaign; the message offers the way back where there is one. */
export async function steerLead(
  { act, enrollment: { id } }: SteerLead,
  { session, attempt, toast }: Doing,
): Promise<void> {
  const run = async (now: SteerLead['act']): Promise<boolean> => {
    const worked = await attempt(() => session.client.enrollments[now]({ id }));
    for (const area of ['enrollments', 'campaigns']) session.cache.invalidate([area]);
    return worked;
  };
  if (!(await run(act)) || act === 'stop') return;
  if (act === 'skip') return void toast({ text: msg('Mail skipped') });
  toast({
    text: act === 'pause' ? msg('Lead paused') : msg('Lead resumed'),
    action: { label: msg('Undo'), run: () => void run(act === 'pause' ? 'resume' : 'pause') },
  });
}
