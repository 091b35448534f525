import { msg } from '@lit/localize';
import type { TreeNode } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { textOf } from '../../base/failure-text.ts';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';
import type { Session } from '../../core/session.ts';
import type { TreeLine } from '../../kit/tree.ts';
import { countWords, kindName, standingMark, treeActs } from './tree-acts.ts';
import type { TreeRow } from './tree-rows.ts';

interface Around {
  session: Session;
  /** Shows with each place where it lies: what is found lies anywhere. */
  found: boolean;
  offers: (act: string) => boolean;
  /** Asks again for what lies below an organization. */
  more: (id: string) => void;
}

/** The lines of the tree, of which each is a place or stands for what is not there yet. */
export const treeLines = (rows: readonly TreeRow[], around: Around): TreeLine[] =>
  rows.map((row) => {
    const { id, parentId, level, position, size, node, state } = row;
    const line = { id, parentId, level, position, size };
    if (!node)
      return {
        ...line,
        name: '',
        quiet: true,
        asks: state === 'more' ? 'seen' : state === 'failed' ? 'pressed' : undefined,
        acts: [],
        content: standIn(row, around),
      };
    const { session, found, offers } = around;
    return {
      ...line,
      name: node.name,
      open: node.organizationId && !found ? row.open : undefined,
      quiet: node.standing !== 'open',
      moves: node.canManage && !node.beingDeleted && session.can('organization.manage') && offers('move'),
      acts: treeActs(node, session, offers),
      content: place(node, found, session.format),
    };
  });

/** Whether a place may come below another one: an organization that is none of those below it, and not the one that it lies in already. */
export function mayLie(node: TreeNode | null, to: TreeNode | null): boolean {
  if (!node || !to?.organizationId || to.beingDeleted) return false;
  const isWithin = to.id === node.id || to.path.some(({ id }) => id === node.id);
  return !isWithin && node.parentId !== to.id;
}

function place(node: TreeNode, found: boolean, format: Format): TemplateResult {
  const path = found ? node.path.map(({ name }) => name).join(' › ') : '';
  const facts = [kindName(node.kind), node.externalId, path].filter(Boolean).join(' · ');
  return html`<span class="words"
      ><bdi class="strong" title=${node.name}>${node.name}</bdi
      ><span class="caption" title=${facts}>${facts}<span class="few"> · ${countWords(node, format)}</span></span></span
    ><span class="side"><span class="caption">${countWords(node, format)}</span>${standingMark(node, format)}</span>`;
}

function standIn({ state, parentId, failure }: TreeRow, { more }: Around): TemplateResult {
  if (failure)
    return html`<span class="words"><span>${textOf(failure)}</span></span
      ><x-button size="small" tabindex="-1" @click=${() => more(parentId ?? '')}>${msg('Try again')}</x-button>`;
  return html`<span class="words">${state === 'none' ? msg('Nothing lies here yet') : msg('Loading')}</span
    ><span></span>`;
}
