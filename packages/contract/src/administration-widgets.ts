import { workPermissions } from './permissions.ts';
import type { WidgetEntry } from './widget-entry.ts';

/** Elements by which a workspace, the organizations above it and an account are run, in the order of the navigation. */
export const administration = {
  'member-list': {
    // Besides its people, which teams they are in.
    permissions: ['member.read', 'member.manage', 'team.read'],
    page: {
      name: 'members',
      title: 'Members',
      needs: ['member.read'],
      icon: 'members',
      key: 'u',
      skeleton: 'table',
      group: 'settings',
    },
  },
  'role-list': {
    // Besides reading and making roles, what a role can hold on a page that a host opened.
    permissions: ['member.read', 'role.manage', 'settings.read', ...workPermissions],
    page: {
      name: 'roles',
      title: 'Roles',
      needs: ['member.read'],
      icon: 'roles',
      key: 'r',
      skeleton: 'table',
      group: 'settings',
    },
    stale: { roles: ['role.updated'], members: ['role.updated'], invitations: ['role.updated'] },
  },
  'api-key-list': {
    // Besides making keys, what a key can be given by a page that a host opened.
    permissions: ['api_key.manage', ...workPermissions],
    page: {
      name: 'api-keys',
      title: 'API keys',
      needs: ['api_key.manage'],
      icon: 'key',
      key: 'k',
      skeleton: 'table',
      group: 'settings',
    },
  },
  'audit-log': {
    permissions: ['audit_log.read', 'organization.read'],
    page: {
      name: 'audit-log',
      title: 'Audit log',
      needs: ['audit_log.read'],
      icon: 'log',
      key: 'o',
      skeleton: 'table',
      group: 'settings',
    },
  },
  'brand-editor': {
    permissions: ['settings.read', 'settings.manage'],
    page: {
      name: 'brand',
      title: 'Brand',
      needs: ['settings.read'],
      icon: 'brand',
      key: 'd',
      skeleton: 'flow',
      group: 'settings',
    },
  },
  'domain-list': {
    permissions: ['domain.read', 'domain.manage', 'settings.read'],
    page: {
      name: 'domains',
      title: 'Domains',
      needs: ['domain.read'],
      icon: 'domain',
      key: 'n',
      skeleton: 'table',
      group: 'settings',
    },
  },
  'organization-tree': {
    permissions: ['organization.read', 'organization.manage'],
    page: {
      name: 'organizations',
      title: 'Organizations',
      needs: ['organization.manage'],
      icon: 'tree',
      key: 'z',
      skeleton: 'table',
      fills: true,
      group: 'settings',
    },
  },
  'snapshot-list': {
    permissions: ['organization.read', 'organization.manage'],
    page: {
      name: 'snapshots',
      title: 'Snapshots',
      needs: ['organization.manage'],
      icon: 'snapshots',
      key: 'j',
      skeleton: 'table',
      group: 'settings',
    },
    stale: { snapshots: ['snapshot_roll_out.updated'] },
  },
  'account-settings': {
    permissions: ['workspace.read'],
    page: { name: 'account', title: 'Your account', needs: ['workspace.read'], icon: 'person', skeleton: 'text' },
  },
} as const satisfies Record<string, WidgetEntry>;
