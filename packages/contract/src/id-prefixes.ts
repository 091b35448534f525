/** The closed list of things that have an id, with the prefix their public ids carry. Free of zod, so browsers may import it. */
export const idPrefixes = {
  organization: 'org',
  workspace: 'wsp',
  user: 'usr',
  member: 'mem',
  apiKey: 'key',
  embedSession: 'ems',
  hostedPage: 'hpg',
  lead: 'lea',
  leadImport: 'imp',
  upload: 'upl',
  template: 'tpl',
  mailbox: 'mbx',
  campaign: 'cmp',
  step: 'stp',
  enrollment: 'enr',
  delivery: 'dlv',
  suppression: 'sup',
  conversation: 'cnv',
  message: 'msg',
  event: 'evt',
  auditLog: 'aud',
} as const;

/** A kind of thing that has an id. */
export type IdKind = keyof typeof idPrefixes;
