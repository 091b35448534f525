import type { Brand } from '@tabard/contract';
import { footerWords } from './footer-words.ts';
import type { MailContent } from './mail-content.ts';

/** The mail for whoever reads plain text. */
export function layOutText(brand: Brand, { locale, heading, paragraphs, action, note }: MailContent): string {
  const words = footerWords[locale];
  const signature = [
    brand.displayName,
    brand.postalAddress,
    brand.supportEmail && `${words.questions} ${brand.supportEmail}`,
    brand.privacyUrl && `${words.privacy}: ${brand.privacyUrl}`,
    brand.legalText,
  ];
  return [
    heading,
    ...paragraphs,
    `${action.label}:\n${action.url}`,
    note,
    // A signature begins with this line (RFC 3676).
    `-- \n${signature.filter(Boolean).join('\n')}`,
  ].join('\n\n');
}
