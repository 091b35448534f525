import type { TreeNode } from '@tabard/contract';
import { signOnAnswers } from './sample-sign-on.ts';
import { rollUpAnswers } from './sample-roll-up.ts';
import { snapshotAnswers } from './sample-snapshots.ts';
import { ago } from './sample-records.ts';

/** A place of the sample's tree. */
export function place(id: string, name: string, parent: TreeNode | null, more: Partial<TreeNode> = {}): TreeNode {
  const isWorkspace = id.startsWith('wsp');
  return {
    id,
    kind: isWorkspace ? 'workspace' : 'agency',
    organizationId: isWorkspace ? null : id,
    workspaceId: isWorkspace ? id : null,
    parentId: parent?.id ?? null,
    name,
    externalId: null,
    standing: 'open',
    suspendedAt: null,
    suspendedReason: null,
    archivedAt: null,
    deletesAt: null,
    beingDeleted: false,
    workspaces: 1,
    members: 3,
    canManage: parent !== null,
    path: parent ? [...parent.path, { id: parent.id, name: parent.name }] : [],
    ...more,
  };
}

const root = place('org_0', 'Northlight', null, { kind: 'vendor', workspaces: 7, members: 31 });
const harbour = place('org_1', 'Harbour & Quay', root, { externalId: 'crm-4711', workspaces: 3, members: 12 });
const south = place('org_2', 'Südwind Agentur', root, {
  standing: 'suspended',
  suspendedAt: ago(900),
  suspendedReason: 'Invoice 2026-118 is open.',
  workspaces: 2,
  members: 6,
});
const inDays = (days: number): string => ago(-days * 24 * 60);
export const places: readonly TreeNode[] = [
  root,
  harbour,
  south,
  place('org_3', 'Old Mill Media', root, { standing: 'archived', archivedAt: ago(9000), workspaces: 0, members: 0 }),
  place('wsp_1', 'Northlight itself', root, { members: 8 }),
  place('wsp_2', 'Harbour Dental', harbour, { externalId: 'client-12' }),
  place('wsp_3', 'Quay Logistics', harbour, {
    standing: 'archived',
    archivedAt: ago(60),
    deletesAt: inDays(30),
  }),
  place('wsp_4', 'Lighthouse Insurance for the Northern Harbours and Islands', harbour, { members: 1 }),
  place('wsp_5', 'Breeze Solar', south, { standing: 'suspended' }),
  place('wsp_6', 'Gone Tomorrow', south, {
    standing: 'archived',
    archivedAt: ago(60),
    deletesAt: ago(5),
    beingDeleted: true,
  }),
];

interface Asked {
  organizationId?: string;
  search?: string;
}

/** What the platform answers about the tree. */
export const treeAnswers = (isEmpty = false): Record<string, (input: never) => unknown> => ({
  ...signOnAnswers(),
  ...snapshotAnswers(),
  ...rollUpAnswers(),
  'tree.list': ({ organizationId, search }: Asked) => ({
    items: listed({ organizationId, search }, isEmpty),
    nextCursor: null,
  }),
  ...Object.fromEntries(
    ['rename', 'move', 'suspend', 'resume', 'archive', 'restore'].map((act) => [`tree.${act}`, () => places[1]]),
  ),
  'tree.delete': () => ({ ...places[1], deletesAt: inDays(30) }),
  'organizations.create': () => ({ id: 'org_9' }),
  'tree.createWorkspace': () => ({ id: 'wsp_9' }),
});

function listed({ organizationId, search }: Asked, isEmpty: boolean): readonly TreeNode[] {
  if (search) return isEmpty ? [] : places.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
  if (!organizationId) return [isEmpty ? { ...root, workspaces: 0, members: 1 } : root];
  return isEmpty ? [] : places.filter(({ parentId }) => parentId === organizationId);
}
