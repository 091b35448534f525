import { escapeHtml } from '@tabard/email';

/** What the end of a commercial mail says about its sender. */
export interface FooterFacts {
  locale: string;
  signature: string;
  senderName: string;
  postalAddress: string;
}

const words: Record<string, { unsubscribe: string }> = {
  en: { unsubscribe: 'Unsubscribe' },
  fr: { unsubscribe: 'Se désabonner' },
  es: { unsubscribe: 'Darse de baja' },
};

/** Makes the function that writes the footer of one mail: signature, who sends it from where, and the way out. */
export function footerWriter(
  facts: FooterFacts,
): (unsubscribeUrl: string) => { footerHtml: string; footerText: string } {
  const { unsubscribe } = words[facts.locale] ?? words['en']!;
  const sender = [facts.senderName, facts.postalAddress.replaceAll(/\s*\r?\n\s*/g, ', ')].filter(Boolean).join(', ');
  const signatureHtml = facts.signature
    ? `<div style="margin-top:16px">${escapeHtml(facts.signature).replaceAll(/\r?\n/g, '<br>')}</div>`
    : '';
  const before = `${signatureHtml}<div style="margin-top:32px;font-size:12px;line-height:1.5;color:#6b7280">${escapeHtml(sender)}<br><a href="`;
  const after = `" style="color:#6b7280">${unsubscribe}</a></div>`;
  const textBefore = `${facts.signature ? `${facts.signature}\n\n` : ''}-- \n${sender}\n${unsubscribe}: `;
  return (url) => ({ footerHtml: before + escapeHtml(url) + after, footerText: textBefore + url });
}
