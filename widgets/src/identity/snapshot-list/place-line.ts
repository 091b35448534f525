import { msg, str } from '@lit/localize';
import type { SnapshotDifference, SnapshotPlace, SnapshotRollOut } from '@tabard/contract/identity/snapshot';
import { css, type TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Session } from '../../core/session.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import type { Checkbox } from '../../kit/checkbox.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { differenceWords, rollOutMark, stepWords, versionName, whyWords } from './snapshot-words.ts';

/** Looks of the list of workspaces. */
export const snapshotPlacesStyles = [
  widgetStyles,
  badgeMarkStyles,
  css`
    .all {
      display: flex;
      flex-direction: column;
      gap: var(--_space-3);
    }
    .acts,
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_space-2);
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .place {
      padding-block: var(--_space-3);
      border-block-end: 1px solid var(--_border);
    }
    .two {
      display: flex;
      flex-direction: column;
      flex: 1 1 160px;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .below {
      padding-inline-start: 26px;
    }
    details {
      margin-block-start: var(--_space-2);
      padding-inline-start: 26px;
    }
    summary {
      min-block-size: 24px;
      color: var(--_accent-text);
      cursor: pointer;
      @media (pointer: coarse) {
        padding-block: 10px;
        min-block-size: 44px;
      }
    }
    .back {
      margin-block-start: var(--_space-2);
      padding-inline-start: 26px;
    }
    details li {
      padding-block: 2px;
      overflow-wrap: anywhere;
    }
    .problem {
      margin: var(--_space-2) 0 0;
      padding-inline-start: 26px;
      color: var(--_danger-text);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .question {
      display: flex;
      flex-direction: column;
      gap: var(--_space-4);
    }
    .question p {
      margin: 0;
    }
  `,
];

interface Around {
  session: Session;
  chosen: boolean;
  /** What is not as the snapshot has it; null where nobody looked. */
  drift: readonly SnapshotDifference[] | null;
  choose: ((on: boolean) => void) | null;
  takeBack: ((id: string) => void) | null;
}

/** A workspace with what was rolled out there last, what that did, and what has drifted. */
export function placeLine({ name, organizationName, last }: SnapshotPlace, around: Around): TemplateResult {
  const { session, chosen, drift, choose, takeBack } = around;
  const isDone = last?.state === 'done';
  return html`<li class="place">
    <div class="head">
      <span class="two"
        >${
          choose
            ? html`<x-checkbox
                label=${name}
                .checked=${chosen}
                @change=${(event: Event) => choose((event.target as Checkbox).checked)}
              ></x-checkbox>`
            : html`<bdi class="strong">${name}</bdi>`
        }<span class="caption ${choose ? 'below' : ''}"
          ><bdi>${organizationName}</bdi
          >${last ? html` · <bdi>${versionName({ name: last.snapshotName, version: last.version })}</bdi>, ${session.format.relative(last.updatedAt)}` : ''}</span
        ></span
      >
      ${driftMark(drift, session)} ${last ? rollOutMark(last) : badgeMark(msg('Never'), 'neutral')}
    </div>
    ${last?.problem ? html`<p class="problem" dir="auto">${msg('Nothing was changed there.')} ${last.problem}</p>` : ''}
    ${drift && drift.length > 0 ? more(msg('What has drifted'), drift.map(differenceWords)) : ''}
    ${last ? stepsOf(last) : ''}
    ${
      isDone && takeBack
        ? html`<div class="back">
            <x-button
              size="small"
              icon="undo"
              aria-label=${msg(str`Take back what was rolled out to ${name}`)}
              @click=${() => takeBack(last.id)}
              >${msg('Take back')}</x-button
            >
          </div>`
        : ''
    }
  </li>`;
}

function driftMark(drift: readonly SnapshotDifference[] | null, { format }: Session): TemplateResult | '' {
  if (!drift) return '';
  return drift.length === 0
    ? badgeMark(msg('As the snapshot'), 'success', true)
    : badgeMark(msg(str`Differences: ${format.number(drift.length)}`), 'warning', true);
}

function stepsOf({ steps, state }: SnapshotRollOut): TemplateResult | '' {
  if (steps.length === 0) return state === 'done' ? more(msg('What it did'), [msg('Everything was so already.')]) : '';
  return more(
    msg('What it did'),
    steps.map((step) => (step.reason ? `${stepWords(step)}. ${whyWords(step.reason)}` : stepWords(step))),
  );
}

const more = (summary: string, lines: readonly string[]): TemplateResult =>
  html`<details>
    <summary>${summary}</summary>
    <ul>
      ${lines.map((line) => html`<li dir="auto">${line}</li>`)}
    </ul>
  </details>`;
