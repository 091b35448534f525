import type { Language } from '@tabard/contract';
import type { MailContent } from './mail-content.ts';

/** Every mail that the platform itself sends to a person. Each has an example in `features/mail-samples.ts`. */
export const systemMailKinds = [
  'invitation',
  'password-link',
  'sign-in-link',
  'email-link',
  'email-taken',
  'email-back-link',
  'identity-link',
  'sign-up-link',
  'sign-up-known',
  'account-notice',
  'domain-notice',
  'ownership-notice',
  'note-mention',
  'task-reminder',
] as const;
export type SystemMailKind = (typeof systemMailKinds)[number];

/** What an example is written with: a language, and the name of the place that it is about. */
export interface SampleFacts {
  /** Where the pages of that place are, without a slash at the end. */
  appUrl: string;
  locale: Language;
  place: string;
}

/** What a mail of a kind says, with names and links that are nobody's. */
export type MailSample = (facts: SampleFacts) => MailContent;
