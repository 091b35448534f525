import { msg } from '@lit/localize';
import type { Permission } from '@tabard/contract';

/** Permissions that belong together, each with what it lets one do. */
export interface PermissionGroup {
  name: string;
  permissions: readonly { permission: Permission; label: string }[];
}

type Labels = Partial<Record<Permission, string>>;

type Group = readonly [name: string, labels: Labels];

/** What is about the daily work. */
const ofWork = (): readonly Group[] => [
  [
    msg('Leads'),
    {
      'lead.read': msg('See leads'),
      'lead.write': msg('Add and change leads'),
      'lead.import': msg('Import leads'),
      'lead.delete': msg('Delete leads for good'),
      'lead.export': msg('Export leads'),
      'tag.read': msg('See tags'),
      'tag.write': msg('Add, merge and remove tags'),
      'list.read': msg('See lists'),
      'list.write': msg('Add lists and change who is on them'),
      'custom_field.read': msg('See custom fields'),
      'custom_field.manage': msg('Add and change custom fields'),
      'suppression.read': msg('See who must not be written to'),
      'suppression.write': msg('Say who must not be written to'),
    },
  ],
  [
    msg('Campaigns'),
    {
      'campaign.read': msg('See campaigns'),
      'campaign.write': msg('Write campaigns'),
      'campaign.launch': msg('Launch, pause and end campaigns'),
      'template.read': msg('See templates'),
      'template.write': msg('Write templates'),
      'analytics.read': msg('See figures'),
    },
  ],
  [
    msg('Inbox and mailboxes'),
    {
      'inbox.read': msg('Read conversations'),
      'inbox.reply': msg('Answer conversations'),
      'mailbox.read': msg('See mailboxes'),
      'mailbox.manage': msg('Connect and change mailboxes'),
    },
  ],
];

/** What few may. */
const ofPlaces = (): readonly Group[] => [
  [
    msg('People'),
    {
      'member.read': msg('See members'),
      'member.manage': msg('Invite and remove members'),
      'role.manage': msg('Make and change roles'),
      'audit_log.read': msg('Read the audit log'),
    },
  ],
  [
    msg('Workspaces'),
    {
      'workspace.read': msg('See workspaces'),
      'workspace.manage': msg('Make and change workspaces'),
      'settings.read': msg('See brand and settings'),
      'settings.manage': msg('Change brand and settings'),
      'domain.read': msg('See domains'),
      'domain.manage': msg('Add and remove domains'),
    },
  ],
  [
    msg('Organization'),
    {
      'organization.read': msg('See organizations'),
      'organization.manage': msg('Make and change organizations'),
      'api_key.manage': msg('Make and end API keys'),
      'embed_session.create': msg('Open embedded pages'),
    },
  ],
];

/** What can be given, in groups and in words; what has none yet goes by its name, at the end. */
export function permissionGroups(given: readonly Permission[]): readonly PermissionGroup[] {
  const left = new Set(given);
  const named = [...ofWork(), ...ofPlaces()].map(([name, labels]) => ({
    name,
    permissions: Object.entries(labels).flatMap(([permission, label]) =>
      left.delete(permission as Permission) ? [{ permission: permission as Permission, label }] : [],
    ),
  }));
  const others = {
    name: msg('Other'),
    permissions: [...left].map((permission) => ({ permission, label: permission })),
  };
  return [...named, others].filter(({ permissions }) => permissions.length > 0);
}

/** Those that only look. */
export const readingOnly = (given: readonly Permission[]): Permission[] =>
  given.filter((permission) => permission.endsWith('.read'));
