/** What a mailed link is for. */
export type Purpose = 'password' | 'sign-in' | 'email' | 'email-back' | 'identity';

/** The purposes that somebody asks for who is not signed in. */
export type AskedPurpose = Extract<Purpose, 'password' | 'sign-in'>;

/** How the code of every such link begins. */
export const linkPrefix = 'al_';

/** Minutes for which a link is good. */
export const goodMinutes: Readonly<Record<Purpose, number>> = {
  password: 30,
  'sign-in': 15,
  email: 60,
  'email-back': 7 * 24 * 60,
  identity: 30,
};

/** Mails of one purpose that a person gets in an hour at most, whoever asks. */
export const mostAnHour = 5;

const paths: Readonly<Record<Purpose, string>> = {
  password: '/sign-in/password',
  'sign-in': '/sign-in/link',
  email: '/sign-in/address',
  'email-back': '/sign-in/address-back',
  identity: '/sign-in/identity',
};

/** What stands behind the # never leaves the browser by itself: it is in no request, no log and no referrer. */
export const linkOf = (appUrl: string, purpose: Purpose, code: string): string => `${appUrl}${paths[purpose]}#${code}`;
