export { contentSecurityPolicy } from './content-security-policy.ts';
export { openSession, type Person, type SessionRequest } from './open-session.ts';
export { logReport, textOf } from './read-request.ts';
export { isFromElsewhere, sendAsset, sendPage } from './send-answer.ts';
export { servePage } from './serve-page.ts';
export { startServer, type Answer } from './start-server.ts';
