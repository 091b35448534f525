import { msg, str } from '@lit/localize';
import type { Enrollment } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';
import type { Session } from '../../core/session.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import type { MenuItem } from '../../kit/menu.ts';
import type { Column } from '../../kit/table-layout.ts';
import { enrollmentTones, enrollmentWord, underWay } from '../enrollment-labels.ts';
import { waitingWords } from '../waiting-words.ts';

export interface SteerLead {
  act: 'pause' | 'resume' | 'skip' | 'stop';
  enrollment: Enrollment;
}
interface Shown {
  session: Session;
  /** How many steps the campaign has. */
  steps: number;
  /** Null for whoever may only look. */
  steer: ((act: SteerLead) => void) | null;
}

const badge = ({ state }: Enrollment): TemplateResult => badgeMark(enrollmentWord(state), enrollmentTones[state], true);

function stepWords({ stepsSent }: Enrollment, steps: number, format: Format): string {
  const [step, all] = [format.number(stepsSent), format.number(steps)];
  return stepsSent === 0 ? msg('No mail yet') : msg(str`Step ${step} of ${all}`);
}

/** What happens to somebody next: when, or why not now. */
function nextWords({ nextStepAt, reason, whyNotNow, state }: Enrollment, format: Format): string {
  if (!underWay(state)) return '–';
  const waits = reason === 'waiting_delay' || reason === null;
  if (waits && nextStepAt && Date.parse(nextStepAt) > Date.now()) return format.relative(nextStepAt);
  return (reason && waitingWords(reason)) ?? whyNotNow ?? msg('About to be sent.');
}

/** Why somebody's next mail cannot be left out, if so. */
function cannotSkip({ stepsSent, nextStepAt }: Enrollment, question: boolean): Pick<MenuItem, 'disabled' | 'reason'> {
  if (question) return { disabled: true, reason: msg('Decide it in the inbox first.') };
  if (stepsSent === 0) return { disabled: true, reason: msg('The first mail stays: others answer it.') };
  return nextStepAt ? {} : { disabled: true, reason: msg('The mail is under way.') };
}

function menu(row: Enrollment, { steer }: Shown): TemplateResult | '' {
  if (!steer || !underWay(row.state)) return '';
  const question = row.reason === 'open_question';
  const items: MenuItem[] = [
    row.state === 'active'
      ? { id: 'pause', label: msg('Pause'), icon: 'pause' }
      : {
          id: 'resume',
          label: msg('Resume'),
          icon: 'play',
          disabled: question,
          ...(question && { reason: msg('Decide it in the inbox first.') }),
        },
    {
      id: 'skip',
      label: msg('Skip the next mail'),
      icon: 'next',
      ...cannotSkip(row, question),
    },
    { id: 'stop', label: msg('Take out'), icon: 'trash', danger: true },
  ];
  return html`<x-menu
    icon="more"
    size="small"
    label=${`${msg('Actions for')} ${row.lead.name || row.lead.email}`}
    .items=${items}
    @click=${(event: Event) => event.stopPropagation()}
    @choose=${(event: CustomEvent<SteerLead['act']>) => steer({ act: event.detail, enrollment: row })}
  ></x-menu>`;
}

/** The columns of people in a campaign. */
export function peopleColumns(shown: Shown): Column<Enrollment>[] {
  const { format } = shown.session;
  return [
    {
      id: 'lead',
      label: msg('Lead'),
      width: 'minmax(200px, 2fr)',
      cell: ({ lead }) =>
        html`<span class="two"
          ><span class="strong">${lead.name || lead.email}</span
          ><span class="caption">${lead.name ? lead.email : (lead.company ?? '')}</span></span
        >`,
    },
    {
      id: 'company',
      label: msg('Company'),
      width: 'minmax(140px, 1fr)',
      gives: 2,
      cell: ({ lead }) => lead.company ?? '–',
    },
    { id: 'state', label: msg('State'), width: '140px', cell: badge },
    {
      id: 'step',
      label: msg('Last step'),
      width: '120px',
      gives: 1,
      cell: (row) => stepWords(row, shown.steps, format),
    },
    {
      id: 'next',
      label: msg('Next'),
      width: 'minmax(180px, 2fr)',
      cell: (row) => {
        const words = nextWords(row, format);
        return html`<span class="muted cut" title=${words}>${words}</span>`;
      },
    },
    ...(shown.steer
      ? [
          {
            id: 'acts',
            label: msg('Actions'),
            hideLabel: true,
            width: '56px',
            align: 'end' as const,
            cell: (row: Enrollment) => menu(row, shown),
          },
        ]
      : []),
  ];
}

/** Somebody in a campaign where there is no room for columns. */
export function peopleCard(row: Enrollment, shown: Shown): TemplateResult {
  const { format } = shown.session;
  return html`<span class="row"
    ><span class="two grow"
      ><span class="strong">${row.lead.name || row.lead.email}</span
      ><span class="caption"
        >${stepWords(row, shown.steps, format)}${underWay(row.state) ? html` · ${nextWords(row, format)}` : ''}</span
      ></span
    >${badge(row)}${menu(row, shown)}</span
  >`;
}
