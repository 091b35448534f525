import type { MailContent, MailSample } from '#features/operations/system-mail';
import { signUpMailWords } from './sign-up-mail-words.ts';
import { goodHours, linkOf } from './sign-up.rules.ts';

type Facts = Parameters<MailSample>[0];

/** The mail with the link by which somebody shows that the address is theirs. */
export function linkContent(
  { appUrl, locale, place }: Facts,
  { email, code }: { email: string; code: string },
): MailContent {
  const { link } = signUpMailWords[locale];
  return {
    locale,
    subject: link.subject(place),
    heading: link.heading,
    paragraphs: [link.text(place, email)],
    action: { label: link.button, url: linkOf(appUrl, code) },
    note: link.note(goodHours),
  };
}

/** The mail to whoever has an account already. */
export function knownContent({ appUrl, locale, place }: Facts, email: string): MailContent {
  const { known } = signUpMailWords[locale];
  return {
    locale,
    subject: known.subject(place),
    heading: known.heading,
    paragraphs: [known.text(place, email), known.otherwise(place)],
    action: { label: known.button, url: `${appUrl}/sign-in` },
    note: known.note,
  };
}

/** What the mails of a sign-up say. */
export const signUpSamples: Readonly<Record<'link' | 'known', MailSample>> = {
  link: (facts) => linkContent(facts, { email: 'uma@client.example', code: 'an-example' }),
  known: (facts) => knownContent(facts, 'uma@client.example'),
};
