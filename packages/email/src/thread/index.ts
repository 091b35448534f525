export { normaliseSubject } from './normalise-subject.ts';
export { threadHeaders, threadKeys, type PreviousMail, type ThreadHeaders } from './thread-headers.ts';
