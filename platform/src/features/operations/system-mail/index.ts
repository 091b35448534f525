import { defineFeature } from '#kernel';
import { sendSystemMail, systemMailSweep } from './send-system-mail.job.ts';
import { SystemMailSchema, systemMailRetention } from './system-mail.entity.ts';

/** A mail that the platform itself sends to a person, such as an invitation. */
export const systemMailFeature = defineFeature({
  name: 'system-mail',
  entities: [SystemMailSchema],
  jobs: [sendSystemMail],
  services: [systemMailSweep],
  retention: [systemMailRetention],
  sealed: [{ table: 'system_mail', columns: ['content'] }],
});

export { layOutHtml } from './lay-out-html.ts';
export type { MailContent } from './mail-content.ts';
export { mailStandings, newMailStanding, type MailStanding } from './mail-standings.ts';
export { personalMail, type PersonalMail } from './personal-mail.ts';
export { cancelSystemMail, queueSystemMail } from './queue-system-mail.ts';
export { systemMailKinds, type MailSample, type SystemMailKind } from './system-mail-kinds.ts';
