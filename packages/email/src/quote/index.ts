export { visibleReply, type VisibleReply } from './visible-reply.ts';
