export { type BlobStore } from './blob-store.ts';
export { type Bus } from './bus.ts';
export { type CallCounter } from './call-counter.ts';
export { type Clock } from './clock.ts';
export { type FileScanner } from './file-scanner.ts';
export { type ArrivedMail, type MailboxReader, type MailboxReaderOptions, type MailSource } from './mailbox-reader.ts';
export {
  type Blame,
  type MailTransport,
  type MailTransportPool,
  type MailServer,
  type SubmitRequest,
  type SubmitResult,
  type SubmitStage,
} from './mail-transport.ts';
export { MailServerFailure } from './mail-server-failure.ts';
export { WebAddressRefused, WebServerSilent, type WebAnswer, type WebClient, type WebRequest } from './web-client.ts';
export { type Secrets } from './secrets.ts';
export { type Ports } from './ports.ts';
