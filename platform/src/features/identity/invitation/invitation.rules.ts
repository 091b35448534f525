/** How the code of every invitation's link begins. */
export const invitationPrefix = 'iv_';

/** Days for which an invitation can be accepted. */
export const openDays = 7;

/** Links of one invitation that are good at the same time. */
export const mostLinks = 10;

/** What stands behind the # never leaves the browser: it is in no request, no log and no referrer. */
export const linkOf = (appUrl: string, code: string): string => `${appUrl}/invitation#${code}`;
