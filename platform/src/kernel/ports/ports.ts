import type { BlobStore } from './blob-store.ts';
import type { Bus } from './bus.ts';
import type { CallCounter } from './call-counter.ts';
import type { Clock } from './clock.ts';
import type { FileScanner } from './file-scanner.ts';
import type { MailTransport } from './mail-transport.ts';
import type { MailboxReader } from './mailbox-reader.ts';
import type { Secrets } from './secrets.ts';
import type { WebClient } from './web-client.ts';

/** The outside world. Each has at least two implementations and one conformance test in `adapters/`. */
export interface Ports {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly bus: Bus;
  readonly blobs: BlobStore;
  readonly fileScanner: FileScanner;
  readonly callCounter: CallCounter;
  readonly mailTransport: MailTransport;
  readonly mailboxReader: MailboxReader;
  readonly webClient: WebClient;
}
