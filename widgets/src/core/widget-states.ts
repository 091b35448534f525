import { msg } from '@lit/localize';
import { nothing, type TemplateResult } from 'lit';
import { codeWordTable } from '../base/code-word-table.ts';
import { addCodeWords } from '../base/code-words.ts';
import { headingOf, textOf } from '../base/failure-text.ts';
import type { Failure } from '../base/failure.ts';
import { html } from '../base/html.ts';
import { isShut } from '../base/is-shut.ts';
import type { Session } from './session.ts';

/** What codes of the platform mean to people; they come with what says that something failed. */
export const learnWords = (): void => addCodeWords(codeWordTable);

/** What stands in an element's place where it may not be shown. */
export function notAllowedView(): TemplateResult {
  return html`<x-empty
    part="no-permission"
    drawing="lock"
    heading=${msg('You cannot see this')}
    text=${msg('An administrator of this workspace can give you access.')}
  ></x-empty>`;
}

/** What happened, what to do, and a number to quote. */
export function failureView(failure: Failure, retry: () => void): TemplateResult {
  return html`<x-empty
    part="error"
    role="alert"
    drawing=${isShut(failure) ? 'lock' : 'broken'}
    heading=${headingOf(failure)}
    text=${textOf(failure)}
    reference=${isShut(failure) ? '' : (failure.requestId ?? '')}
  >
    ${
      failure.retryable || failure.kind === 'authentication' || isShut(failure)
        ? html`<x-button icon="refresh" @click=${retry}>${msg('Try again')}</x-button>`
        : ''
    }
  </x-empty>`;
}

/** Says that what is shown is what was there when the connection was lost, and when that was. */
export function offlineView({ format, offlineSince }: Session): TemplateResult {
  return html`<x-banner part="offline" tone="warning" icon="offline"
    >${msg('You are offline. This is what was loaded last.')}
    ${offlineSince === null ? nothing : html`<time>${format.dateTime(new Date(offlineSince).toISOString())}</time>`}</x-banner
  >`;
}
