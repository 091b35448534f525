import { msg } from '@lit/localize';
import type { Session } from '../../core/session.ts';
import { firstFocusable } from '../../kit/first-focusable.ts';
import { focused } from '../../kit/focus-return.ts';
import type { Toast } from '../../kit/toaster.ts';
import type { CampaignAct } from './campaign-bar.ts';

interface Ends {
  /** Tells the page that it was launched, paused, resumed or completed. */
  announce: (change: { id: string; state: string }) => void;
  toast: (toast: string | Toast) => void;
  /** Says what went wrong. */
  attempt: (change: () => Promise<void>) => void;
}

/** Has the platform do it, and shows at once what it became. Rejects as the platform does. */
export async function changeCampaign(session: Session, id: string, act: CampaignAct, ends: Ends): Promise<void> {
  if (act === 'archive' || act === 'restore') {
    await session.client.campaigns[act]({ ids: [id] });
    ends.toast(movedBack(session, id, act, ends));
  } else {
    const changed = await session.client.campaigns[act]({ id });
    session.cache.write(['campaigns', 'get', changed.id], changed);
    ends.announce({ id: changed.id, state: changed.state });
  }
  session.cache.invalidate(['campaigns']);
  if (act === 'launch') ends.toast(msg('The campaign is running. The first mails leave in the next window.'));
}

/** Says that it was archived or restored, with the way back. */
function movedBack(session: Session, id: string, act: 'archive' | 'restore', { attempt }: Ends): Toast {
  const run = (): void =>
    attempt(async () => {
      await session.client.campaigns[act === 'archive' ? 'restore' : 'archive']({ ids: [id] });
      session.cache.invalidate(['campaigns']);
    });
  return {
    text: act === 'archive' ? msg('1 archived') : msg('1 restored'),
    action: { label: msg('Undo'), run },
  };
}

/** What was pressed may be gone with what it did: the first that can be done now has the keys then. */
export function goOnInBar(bar: HTMLElement | null): void {
  if (bar && focused() === document.body) firstFocusable(bar)?.focus();
}
