import createDOMPurify from 'dompurify';

let purify: ReturnType<typeof createDOMPurify> | undefined;

/** The one that cleans HTML in this page: each makes a policy for Trusted Types, and a strict page allows one of that name. */
export const purifier = (): ReturnType<typeof createDOMPurify> => (purify ??= createDOMPurify(window));
