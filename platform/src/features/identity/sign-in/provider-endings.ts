import type { GateWords } from './sign-in-document.ts';

/** What is said where people sign in with accounts that they have elsewhere. */
export interface ProviderWords {
  /** On the button of an open provider. */
  continueWith(name: string): string;
  /** Where the address is asked first, for companies with a sign-in of their own. */
  first: { text: string; button: string; password: string };
  /** On the page that people come back to. */
  callback: { title: string; text: string; button: string };
  other: string;
  back: string;
  /** Where the link of a mail leads. */
  confirm: { title: string; text: string; button: string; failures: { other: string } };
  /** What is said when a link was mailed. */
  mailed(name: string, email: string): Pick<GateWords, 'title' | 'text'>;
  /** What became of it where nobody was signed in, by the code of the failure; `other` for the rest. */
  endings: Readonly<Record<string, GateWords & { href: string }>>;
}

/** An ending for each code; all of them lead back to the sign-in page. */
export const endingsOf = (
  link: string,
  said: Readonly<Record<string, readonly [title: string, text: string]>>,
): ProviderWords['endings'] =>
  Object.fromEntries(
    Object.entries(said).map(([code, [title, text]]) => [code, { title, text, link, href: '/sign-in' }]),
  );
