import { msg } from '@lit/localize';
import type { ConversationSummary } from '@tabard/contract';
import { html } from '../../base/html.ts';

export type Decision = 'unsubscribe' | 'end' | 'resume';

/** What a person has to decide about a thread, with the answers; without them for who may only read. */
export function questionBar(
  question: NonNullable<ConversationSummary['question']>,
  decide: ((decision: Decision) => void) | null,
): unknown {
  const text =
    question === 'wants_out'
      ? msg('Does this person want no more mail? Their campaigns are paused until you decide.')
      : msg('A mail of this person could not be read. Their campaigns are paused until you decide.');
  const button = (decision: Decision, label: string): unknown =>
    html`<x-button slot="actions" size="small" @click=${() => decide?.(decision)}>${label}</x-button>`;
  return html`<x-banner class="question" tone="warning"
    >${text}${
      decide
        ? [
            button('unsubscribe', msg('Unsubscribe')),
            button('end', msg('End their campaigns')),
            button('resume', msg('Go on')),
          ]
        : ''
    }</x-banner
  >`;
}
