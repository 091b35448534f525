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
      ? msg('This person may want no more mail. Their campaigns are paused until you decide.')
      : msg('A mail from this person could not be read. Their campaigns are paused until you decide.');
  const button = (decision: Decision, label: string): unknown =>
    html`<x-button size="small" @click=${() => decide?.(decision)}>${label}</x-button>`;
  return html`<x-banner class="question" tone="warning"
    >${text}${
      decide
        ? html`<div class="decisions">
            ${button('unsubscribe', msg('Unsubscribe'))}${button('end', msg('End their campaigns'))}${button('resume', msg('Resume campaigns'))}
          </div>`
        : ''
    }</x-banner
  >`;
}
