import { nearestLanguage, type Language } from '@tabard/contract';
import { escapeHtml } from '@tabard/email';

/** What the end of a commercial mail says about its sender. */
export interface FooterFacts {
  locale: string;
  signature: string;
  senderName: string;
  postalAddress: string;
}

const words: Readonly<Record<Language, { unsubscribe: string }>> = {
  en: { unsubscribe: 'Unsubscribe' },
  fr: { unsubscribe: 'Se désabonner' },
  es: { unsubscribe: 'Darse de baja' },
  de: { unsubscribe: 'Abmelden' },
};

/** What the footer's own block begins with. */
const blockStart = '<div style="margin-top:32px;font-size:12px;line-height:1.5;color:#6b7280">';

/** Takes the footer's own block out of the HTML of a mail that left; the signature stays, for it is what a person says. */
export function splitFooter(html: string): { body: string; footer: string | null } {
  const start = html.lastIndexOf(blockStart);
  if (start === -1) return { body: html, footer: null };
  const end = html.indexOf('</div>', start) + '</div>'.length;
  return { body: html.slice(0, start) + html.slice(end), footer: html.slice(start, end) };
}

/** Makes the function that writes the footer of one mail: signature, who sends it from where, and the way out. */
export function footerWriter(
  facts: FooterFacts,
): (unsubscribeUrl: string) => { footerHtml: string; footerText: string } {
  const { unsubscribe } = words[nearestLanguage(facts.locale)];
  const sender = [facts.senderName, facts.postalAddress.replaceAll(/\s*\r?\n\s*/g, ', ')].filter(Boolean).join(', ');
  const signatureHtml = facts.signature
    ? `<div style="margin-top:16px">${escapeHtml(facts.signature).replaceAll(/\r?\n/g, '<br>')}</div>`
    : '';
  const before = `${signatureHtml}${blockStart}${escapeHtml(sender)}<br><a href="`;
  const after = `" style="color:#6b7280">${unsubscribe}</a></div>`;
  const textBefore = `${facts.signature ? `${facts.signature}\n\n` : ''}-- \n${sender}\n${unsubscribe}: `;
  return (url) => ({ footerHtml: before + escapeHtml(url) + after, footerText: textBefore + url });
}
