import type { Language } from '@tabard/contract';

/** An agency of the throw-away installation: everything that it says of itself holds a word that nothing else holds. */
export interface Agency {
  readonly word: string;
  readonly slug: string;
  readonly color: string;
  /** The first word of its elements' tags. */
  readonly prefix: string;
  readonly locale: Language;
}

export const twoAgencies: readonly [Agency, Agency] = [
  { word: 'Quellmark', slug: 'quellmark', color: '#7b3fd3', prefix: 'acme', locale: 'en' },
  { word: 'Zorvane', slug: 'zorvane', color: '#0c7d5e', prefix: 'umbra', locale: 'fr' },
];

/** How it looks and signs. */
export const brandOf = ({ word, slug, color }: Agency) => ({
  displayName: `${word} Studio`,
  color,
  logoUrl: `https://${slug}.example/logo.png`,
  fontFamily: `${word} Sans, sans-serif`,
  postalAddress: `1 ${word} Street, Testville`,
  supportEmail: `help@${slug}.example`,
  privacyUrl: `https://${slug}.example/privacy`,
});
