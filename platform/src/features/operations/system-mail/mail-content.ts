import type { Language } from '@tabard/contract';

/** What one mail says, in the words of its language. Names in it are those that people gave. */
export interface MailContent {
  locale: Language;
  subject: string;
  heading: string;
  paragraphs: readonly string[];
  action: { label: string; url: string };
  /** Small print below the button, such as how long the link is good. */
  note: string;
}
