/** The closed list of what a principal can be allowed to do. Free of zod, so browsers may import it. */
export const permissions = [
  'organization.read',
  'organization.manage',
  'workspace.read',
  'workspace.manage',
  'api_key.manage',
  'embed_session.create',
  'lead.read',
  'lead.write',
  'lead.import',
  'template.read',
  'template.write',
  'mailbox.read',
  'mailbox.manage',
  'campaign.read',
  'campaign.write',
  'campaign.launch',
  'suppression.read',
  'suppression.write',
  'inbox.read',
  'inbox.reply',
  'analytics.read',
  'audit_log.read',
] as const;

/** Something a principal can be allowed to do. */
export type Permission = (typeof permissions)[number];

const outreach: readonly Permission[] = [
  'workspace.read',
  'lead.read',
  'lead.write',
  'lead.import',
  'template.read',
  'template.write',
  'mailbox.read',
  'campaign.read',
  'campaign.write',
  'suppression.read',
  'suppression.write',
  'inbox.read',
  'inbox.reply',
  'analytics.read',
];
const reading: readonly Permission[] = permissions.filter(
  // The audit log is for those who administer.
  (name) => name.endsWith('.read') && name !== 'organization.read' && name !== 'audit_log.read',
);

/** What each built-in role may do, from the most to the least. */
export const rolePermissions = {
  super_admin: permissions,
  org_admin: permissions,
  workspace_admin: permissions.filter((name) => name !== 'organization.manage' && name !== 'api_key.manage'),
  campaign_manager: [...outreach, 'campaign.launch'],
  outreach_specialist: outreach,
  viewer: reading,
  client: ['workspace.read', 'campaign.read', 'inbox.read', 'analytics.read'],
} as const satisfies Record<string, readonly Permission[]>;

/** A built-in role. */
export type Role = keyof typeof rolePermissions;

/** The built-in roles, from the most to the least powerful. */
export const roles = Object.keys(rolePermissions) as Role[];
