import type { RecordSubject } from '@tabard/contract/crm/record-subject';
import { uploadInParts } from '@tabard/sdk/embed';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { toFailure, type Failure } from '../../base/failure.ts';
import type { OutreachClient } from '../../core/client.ts';
import type { Session } from '../../core/session.ts';

/** A file on its way. */
export interface Upload {
  readonly key: number;
  readonly file: File;
  /** The file that gets a new version; a new file otherwise. */
  readonly fileId?: string;
  readonly subject?: RecordSubject;
  sent: number;
  state: 'waiting' | 'sending' | 'failed';
  failure: Failure | null;
  /** Goes on from there when it is tried again. */
  uploadId?: string;
  stopping: AbortController;
}

/** What a file is refused for that stays true of it; what was sent of it was not kept. */
const hopeless = new Set([
  'file.empty',
  'file.too_large',
  'file.type_refused',
  'file.type_mismatch',
  'file.image_unreadable',
  'file.image_too_large',
]);

/** Whether trying again would fail again. */
export const isHopeless = ({ failure }: Upload): boolean => hopeless.has(failure?.code ?? '');

type Host = ReactiveControllerHost & { readonly session: Session };

/** So many at once; the others wait. */
const mostAtOnce = 2;
/** A part on a slow line takes its time. */
const timeout = 300_000;

const send = async (client: OutreachClient, path: string, body: Blob, signal?: AbortSignal): Promise<unknown> => {
  const headers = { 'Content-Type': 'application/octet-stream' };
  return (await client.fetch(path, { method: 'POST', headers, body, signal, timeout })).json();
};

/** Files on their way to the platform, with how far each is; one that fails is tried again from where it was. */
export class UploadQueue implements ReactiveController {
  items: readonly Upload[] = [];
  readonly #host: Host;
  readonly #done: () => void;
  #next = 0;

  /** `done` is told after each file that arrived. */
  constructor(host: Host, done: () => void) {
    this.#host = host;
    this.#done = done;
    host.addController(this);
  }

  hostConnected(): void {
    this.#start();
  }

  /** Whoever leaves the page ends what is under way. */
  hostDisconnected(): void {
    for (const item of this.items) item.stopping.abort();
    this.items = [];
  }

  add(files: readonly File[], to: Pick<Upload, 'fileId' | 'subject'>): void {
    const more = files.map((file): Upload => ({
      key: this.#next++,
      file,
      ...to,
      sent: 0,
      state: 'waiting',
      failure: null,
      stopping: new AbortController(),
    }));
    this.items = [...this.items, ...more];
    this.#start();
  }

  again(item: Upload): void {
    // What is gone is begun anew.
    if (item.failure?.code === 'file_upload.not_found') delete item.uploadId;
    Object.assign(item, { state: 'waiting', failure: null, stopping: new AbortController() });
    this.#start();
  }

  /** Ends one, gives back its room and takes it off the list. */
  cancel(item: Upload): void {
    item.stopping.abort();
    if (item.uploadId)
      void Promise.resolve(this.#host.session.client.files.cancelUpload({ id: item.uploadId })).catch(() => undefined);
    this.#drop(item);
    this.#start();
  }

  #drop(item: Upload): void {
    this.items = this.items.filter((one) => one !== item);
    this.#host.requestUpdate();
  }

  #start(): void {
    const sending = this.items.filter(({ state }) => state === 'sending').length;
    const waiting = this.items.filter(({ state }) => state === 'waiting');
    for (const item of waiting.slice(0, Math.max(0, mostAtOnce - sending))) void this.#run(item);
    this.#host.requestUpdate();
  }

  async #run(item: Upload): Promise<void> {
    const { client } = this.#host.session;
    const { signal } = item.stopping;
    item.state = 'sending';
    try {
      if (!navigator.onLine) throw Object.assign(new Error(), { code: 'client.offline' });
      await uploadInParts(
        {
          // Every procedure of files has its name here.
          call: (procedure, input) => client.files[procedure.slice('files.'.length) as 'getUpload'](input as never),
          send: (path, body, ended) => send(client, path, body, ended),
        },
        item.file,
        {
          ...(item.uploadId
            ? { uploadId: item.uploadId }
            : item.fileId
              ? { fileId: item.fileId }
              : { subject: item.subject }),
          name: item.file.name,
          signal,
          onBegin: (id) => (item.uploadId = id),
          onProgress: ({ sent }) => {
            item.sent = sent;
            this.#host.requestUpdate();
          },
        },
      );
      signal.throwIfAborted();
      this.#drop(item);
      this.#done();
    } catch (error) {
      if (!signal.aborted) {
        Object.assign(item, { state: 'failed', failure: toFailure(error) });
        // What is refused for what it is was not kept.
        if (isHopeless(item)) delete item.uploadId;
      }
    }
    if (!signal.aborted) this.#start();
  }
}
