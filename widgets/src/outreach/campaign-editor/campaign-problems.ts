import { msg, str } from '@lit/localize';
import type { Campaign } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { WhyNotNow } from '../../core/client.ts';
import type { Format } from '../../core/format.ts';
import type { Tone } from '../../kit/badge-mark.ts';
import { waitingWords } from '../waiting-words.ts';

interface Problem {
  tone: Tone & ('danger' | 'warning');
  text: string;
  /** What to open, where something can be done here. */
  open?: 'settings' | 'people';
}
/** From here on mailbox providers begin to distrust a sender; fewer mails say little. */
const HIGH_BOUNCES = 0.05;
const ENOUGH_MAILS = 50;

/** What keeps a campaign from its work, or soon will, worst first. */
export function problemsOf(
  { counts, state }: Pick<Campaign, 'counts' | 'state'>,
  reasons: readonly Pick<WhyNotNow, 'reason' | 'count'>[],
  format: Format,
): Problem[] {
  const problems: Problem[] = [];
  const waiting = (reason: WhyNotNow['reason']): number => reasons.find((one) => one.reason === reason)?.count ?? 0;
  const leads = (count: number): string => {
    const many = format.number(count);
    return format.plural(count, { one: msg('1 lead waits.'), other: msg(str`${many} leads wait.`) });
  };
  for (const reason of ['mailbox_problem', 'mailbox_archived'] as const) {
    const stuck = state === 'completed' ? 0 : waiting(reason);
    if (stuck > 0)
      problems.push({ tone: 'danger', text: `${waitingWords(reason) ?? ''} ${leads(stuck)}`, open: 'settings' });
  }
  const bounces = counts.sent >= ENOUGH_MAILS ? counts.bounced / counts.sent : 0;
  const share = format.percent(bounces);
  if (bounces >= HIGH_BOUNCES)
    problems.push({
      tone: 'danger',
      text: msg(str`${share} of the mails bounced. Pause and check the addresses before your sender suffers.`),
      open: 'people',
    });
  const many = format.number(counts.unknown);
  if (counts.unknown > 0)
    problems.push({
      tone: 'warning',
      text: format.plural(counts.unknown, {
        one: msg('It is not known whether 1 mail arrived.'),
        other: msg(str`It is not known whether ${many} mails arrived.`),
      }),
    });
  const refused = format.number(counts.failed);
  if (counts.failed > 0)
    problems.push({
      tone: 'warning',
      text: format.plural(counts.failed, {
        one: msg('1 mail was refused for good.'),
        other: msg(str`${refused} mails were refused for good.`),
      }),
      open: 'people',
    });
  return problems;
}

/** The problems of a campaign, each with the way to where something can be done. */
export const campaignProblems = (
  problems: readonly Problem[],
  open: (tab: 'settings' | 'people') => void,
): TemplateResult[] =>
  problems.map(
    ({ tone, text, open: to }) =>
      html`<x-banner class="problem" tone=${tone}
        >${text}${
          to
            ? html`<x-button slot="actions" size="small" @click=${() => open(to)}
                >${to === 'settings' ? msg('Open settings') : msg('Show people')}</x-button
              >`
            : ''
        }</x-banner
      >`,
  );
