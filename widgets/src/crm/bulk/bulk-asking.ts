import type { TemplateResult } from 'lit';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import type { Session } from '../../core/session.ts';
import type { Action, AskedKind as FormKind } from './bulk-dialog.ts';

/** Actions that ask something before they begin. */
export type AskedKind = FormKind | 'delete';

/** Fetches what asks for an action: most people look at leads and do nothing to many. */
export async function defineAsking(prefix: string, kind: AskedKind): Promise<void> {
  const part =
    kind === 'delete'
      ? (await import('./delete-dialog.ts')).DeleteDialog
      : (await import('./bulk-dialog.ts')).BulkDialog;
  defineElement(prefix, part);
}

interface Asking {
  session: Session;
  kind: AskedKind;
  /** Empty where they are all that a filter takes. */
  ids: readonly string[];
  count: number;
  /** What the one lead is called, or so many leads, in words. */
  leads: string;
  close: () => void;
  choose: (action: Action) => void;
}

/** The dialog that asks. */
export function bulkAsking({ session, kind, ids, count, leads, close, choose }: Asking): TemplateResult {
  const chosen = (event: CustomEvent<Action>): void => choose(event.detail);
  return kind === 'delete'
    ? html`<x-delete-dialog
        .session=${session}
        .ids=${ids}
        count=${count}
        leads=${leads}
        @close=${close}
        @choose=${chosen}
      ></x-delete-dialog>`
    : html`<x-bulk-dialog
        .session=${session}
        kind=${kind}
        leads=${leads}
        @close=${close}
        @choose=${chosen}
      ></x-bulk-dialog>`;
}
