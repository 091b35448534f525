import type { LeadFilter } from '@tabard/contract';
import type { WrittenFilter } from '@tabard/contract/filters';
import type { TemplateResult } from 'lit';
import { defineElement } from '../../base/define-element.ts';
import { toFailure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import type { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';

interface FurtherConditions {
  host: PrefixedElement & { session: Session | null };
  /** What the dialog is called, and what its main button says. */
  heading: string;
  act: string;
  where: WrittenFilter | null;
  /** What is asked for besides. */
  filter: LeadFilter;
  /** They are being written. */
  open: boolean;
  setOpen: (open: boolean) => void;
  apply: (where: WrittenFilter | null) => void;
  /** They cannot be changed any more. */
  locked?: boolean;
}

/** Conditions over leads as chips, with the dialog that writes them: code of its own, fetched when there are some or somebody wants some. */
export function furtherConditions(given: FurtherConditions): TemplateResult | '' {
  const { host, where, open, setOpen } = given;
  const { session } = host;
  if (!session || (!where && !open)) return '';
  void import('./lead-conditions.ts').then(
    ({ LeadConditions }) => defineElement(host.tagPrefix, LeadConditions),
    (error: unknown) => session.report(toFailure(error)),
  );
  return html`<x-lead-conditions
    class="conditions"
    heading=${given.heading}
    act=${given.act}
    .session=${session}
    .where=${where}
    .filter=${given.filter}
    ?locked=${given.locked ?? false}
    ?open=${open}
    @open=${() => setOpen(true)}
    @close=${() => setOpen(false)}
    @apply=${(event: CustomEvent<WrittenFilter | null>) => given.apply(event.detail)}
  ></x-lead-conditions>`;
}
