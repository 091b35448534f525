/** How the code of every setup link begins. */
export const linkPrefix = 'st_';

/** Hours in which the link can be used. */
export const linkHours = 24;

/** What an organization is called until somebody says. It is seen by whoever gets its mail, so the page asks. */
export const unnamed = 'Our company';

/** What stands behind the # never leaves the browser: it is in no request, no log and no referrer. */
export const linkOf = (appUrl: string, code: string): string => `${appUrl}/setup#${code}`;
