import { msg, str } from '@lit/localize';
import type { TreeNode } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import type { Format } from '../../core/format.ts';
import type { Session } from '../../core/session.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import type { MenuItem } from '../../kit/menu.ts';

/** What can be done with a place. */
export type TreeAct =
  | 'open'
  | 'create-workspace'
  | 'create-organization'
  | 'sign-on'
  | 'rename'
  | 'move'
  | 'export'
  | 'suspend'
  | 'resume'
  | 'archive'
  | 'restore'
  | 'delete';
type Item = MenuItem & { id: TreeAct };

/** What the reader may do with a place: their own organization is the matter of whoever manages the one above it. */
export function treeActs(node: TreeNode, session: Session, offers: (act: string) => boolean): Item[] {
  if (node.beingDeleted || !session.can('organization.manage')) return opening(node, offers);
  const items: Item[] = [
    ...opening(node, offers),
    ...making(node),
    { id: 'rename', label: msg('Rename'), icon: 'edit', divided: true },
    ...signingOn(node),
  ];
  if (node.canManage) items.push(...steering(node));
  return items.filter(({ id }) => offers(id));
}

const opening = (node: TreeNode, offers: (act: string) => boolean): Item[] =>
  node.workspaceId && !node.beingDeleted && offers('open') ? [{ id: 'open', label: msg('Open'), icon: 'next' }] : [];

const making = (node: TreeNode): Item[] =>
  node.organizationId
    ? [
        { id: 'create-workspace', label: msg('New workspace'), icon: 'plus' },
        { id: 'create-organization', label: msg('New organization'), icon: 'plus' },
      ]
    : [];

const signingOn = (node: TreeNode): Item[] =>
  node.organizationId ? [{ id: 'sign-on', label: msg('Company sign-in'), icon: 'plug' }] : [];

function steering(node: TreeNode): Item[] {
  const items: Item[] = [{ id: 'move', label: msg('Move'), icon: 'upload' }];
  if (node.workspaceId) items.push({ id: 'export', label: msg('Export'), icon: 'download' });
  if (node.suspendedAt) items.push({ id: 'resume', label: msg('Resume'), icon: 'play', divided: true });
  else if (!node.archivedAt) items.push({ id: 'suspend', label: msg('Suspend'), icon: 'pause', divided: true });
  if (node.archivedAt)
    items.push({ id: 'restore', label: node.deletesAt ? msg('Do not delete') : msg('Restore'), icon: 'undo' });
  else items.push({ id: 'archive', label: msg('Archive'), icon: 'archive' });
  if (!node.deletesAt) items.push({ id: 'delete', label: msg('Delete'), icon: 'trash', danger: true, divided: true });
  return items;
}

/** What holds at a place, where it is not simply open. */
export function standingMark(node: TreeNode, format: Format): TemplateResult | '' {
  if (node.beingDeleted) return badgeMark(msg('Being deleted'), 'danger');
  if (node.deletesAt) return badgeMark(msg(str`Deletion on ${format.date(node.deletesAt)}`), 'danger');
  if (node.standing === 'archived') return badgeMark(msg('Archived'), 'neutral');
  return node.standing === 'suspended' ? badgeMark(msg('Suspended'), 'warning') : '';
}

/** What a place is, in a word. */
export const kindName = (kind: TreeNode['kind']): string =>
  ({ operator: msg('Operator'), vendor: msg('Vendor'), agency: msg('Agency'), workspace: msg('Workspace') })[kind];

/** How much is in an organization, or how many belong to a workspace. */
export function countWords(node: TreeNode, format: Format): string {
  const people = msg(str`People: ${format.number(node.members)}`);
  return node.organizationId ? `${msg(str`Workspaces: ${format.number(node.workspaces)}`)} · ${people}` : people;
}
