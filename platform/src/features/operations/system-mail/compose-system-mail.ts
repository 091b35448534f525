import type { Uuid } from '@tabard/contract';
import { composeReply } from '@tabard/email';
import { brandAt } from '#features/identity/workspace';
import type { App } from '#kernel';
import type { MailContent } from './mail-content.ts';
import { layOutHtml } from './lay-out-html.ts';
import { layOutText } from './lay-out-text.ts';

export interface SystemMailFacts {
  scopeId: Uuid;
  organization_id: Uuid;
  recipient: string;
  message_id: string;
  created_at: Date;
  content: MailContent;
  from: string;
}

/** The whole mail: in the brand's name, look and colours, and answered to whom the brand names. */
export async function composeSystemMail(app: App, mail: SystemMailFacts): Promise<Uint8Array> {
  const brand = await brandAt(app, mail.scopeId, mail.organization_id);
  const { content } = mail;
  return composeReply({
    from: { name: brand.displayName, address: mail.from },
    to: { address: mail.recipient },
    ...(brand.supportEmail && { replyTo: { name: brand.displayName, address: brand.supportEmail } }),
    messageId: mail.message_id,
    date: mail.created_at,
    // Nobody's holiday note answers it (RFC 3834).
    extra: [
      ['Auto-Submitted', 'auto-generated'],
      ['X-Auto-Response-Suppress', 'All'],
    ],
    subject: content.subject,
    text: layOutText(brand, content),
    html: layOutHtml(brand, content),
  });
}
