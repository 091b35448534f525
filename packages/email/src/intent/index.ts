export { replyIntent, type ReplyIntent } from './reply-intent.ts';
