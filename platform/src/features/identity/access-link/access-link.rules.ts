/** What a mailed link is for. */
export type Purpose = 'password' | 'sign-in';

/** How the code of every such link begins. */
export const linkPrefix = 'al_';

/** Minutes for which a link is good. */
export const goodMinutes: Readonly<Record<Purpose, number>> = { password: 30, 'sign-in': 15 };

/** Mails of one purpose that a person gets in an hour at most, whoever asks. */
export const mostAnHour = 5;

const paths: Readonly<Record<Purpose, string>> = { password: '/sign-in/password', 'sign-in': '/sign-in/link' };

/** What stands behind the # never leaves the browser by itself: it is in no request, no log and no referrer. */
export const linkOf = (appUrl: string, purpose: Purpose, code: string): string => `${appUrl}${paths[purpose]}#${code}`;
