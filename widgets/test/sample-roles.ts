import type { AnyRole, Permission, RoleHolder, RoleView } from '@tabard/contract';
// Of these only what is free of zod: a strict host would report its probe.
import { permissions, rolePermissions, roles, roleWords } from '@tabard/contract/permissions';
import { ago } from './sample-records.ts';

const role = (index: number, name: string, more: Partial<RoleView>): RoleView => ({
  id: `rol_${String(index).padStart(32, '0')}`,
  isBuiltIn: false,
  name,
  description: '',
  permissions: [],
  unknownPermissions: [],
  organizationId: 'org_1',
  workspaceId: 'wsp_1',
  inheritedFrom: null,
  members: 0,
  invitations: 0,
  canManage: true,
  canGive: true,
  updatedAt: ago(3 * 24 * 60),
  ...more,
});

/** Roles that were made here and above. */
export const madeRoles: readonly RoleView[] = [
  role(1, 'Account manager', {
    description: 'Runs the campaigns of a client and answers in the inbox; cannot launch.',
    permissions: ['lead.read', 'lead.write', 'campaign.read', 'campaign.write', 'inbox.read', 'inbox.reply'],
    members: 1,
    invitations: 2,
  }),
  role(2, 'Bookkeeping', { description: 'Looks at the figures.', permissions: ['analytics.read'] }),
  role(3, 'Partner of the agency', {
    description: 'Sees campaigns and their figures in every workspace.',
    permissions: ['campaign.read', 'analytics.read', 'workspace.read'],
    unknownPermissions: ['forecast.read'],
    workspaceId: null,
    inheritedFrom: { name: 'Northlight' },
    members: 4,
    canManage: false,
  }),
];

const builtInRoles: readonly RoleView[] = roles.map((id, index) => ({
  ...role(0, roleWords[id][0], { description: roleWords[id][1], permissions: [...rolePermissions[id]] }),
  id,
  isBuiltIn: true,
  organizationId: null,
  workspaceId: null,
  members: [0, 0, 1, 1, 1, 1, 0][index] ?? 0,
  canManage: false,
  canGive: index > 1,
  updatedAt: null,
}));

const holders: readonly RoleHolder[] = [
  {
    id: 'mem_5',
    userId: 'usr_mem_5',
    name: 'Ines Duarte',
    email: 'ines@harbor.example',
    organizationId: 'org_1',
    workspaceId: 'wsp_1',
    deactivatedAt: null,
    placeName: 'Harbor Tools',
  },
];

/** What the platform answers about the roles of a workspace. */
export const roleAnswers = (isEmpty = false): Record<string, (input: never) => unknown> => ({
  'roles.list': () => ({
    items: isEmpty ? builtInRoles : [...builtInRoles, ...madeRoles],
    grantable: permissions.filter((each) => !/^(?:organization|api_key|embed_session)\./.test(each)),
  }),
  'roles.holders': () => ({ items: isEmpty ? [] : holders, nextCursor: null }),
  'roles.create': ({ name, permissions: held }: { name: string; permissions: Permission[] }) =>
    role(9, name, { permissions: held }),
  'roles.update': ({ id, ...change }: { id: AnyRole }) => ({ ...madeRoles.find((one) => one.id === id), ...change }),
  'roles.remove': ({ id }: { id: AnyRole }) => ({ id, moved: 3 }),
});
