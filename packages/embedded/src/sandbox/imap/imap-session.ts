import { type Socket } from 'node:net';
import { normalizeAddress } from '../address.ts';
import { type MailStore } from '../mail-store.ts';
import { imapString } from './describe-message.ts';
import { CommandReader, readTokens, textOf, type Token, wordOf } from './read-command.ts';
import { Refusal } from './refusal.ts';
import { SelectedFolder } from './selected-folder.ts';

export interface ImapOptions {
  store: MailStore;
  password: string;
}

const CAPABILITIES =
  'IMAP4rev1 LITERAL+ SASL-IR AUTH=PLAIN ID IDLE NAMESPACE UNSELECT UIDPLUS MOVE SPECIAL-USE CHILDREN';

/** One client's conversation with the IMAP server (RFC 3501 and the extensions it announces). */
export class ImapSession {
  readonly #socket: Socket;
  readonly #options: ImapOptions;
  readonly #store: MailStore;
  #address = '';
  #selected: SelectedFolder | null = null;
  /** Takes the next line instead of the command table: a SASL answer or IDLE's DONE. */
  #awaiting: ((line: string) => void) | null = null;
  #idling = false;
  #queue: Promise<void> = Promise.resolve();

  constructor(socket: Socket, options: ImapOptions) {
    this.#socket = socket;
    this.#options = options;
    this.#store = options.store;
    const reader = new CommandReader({
      onCommand: (pieces) => {
        this.#queue = this.#queue.then(() => this.#handle(pieces));
      },
      onContinue: () => this.#send('+ go ahead'),
      onTooMuch: (reason) => {
        this.#send(`* BAD ${reason}`);
        this.#send('* BYE closing');
        socket.destroySoon();
      },
    });
    const onFolder = (address: string, folder: string) => {
      if (!this.#selected || address !== this.#address || folder !== this.#selected.folder) return;
      this.#selected.stale = true;
      if (this.#idling) this.#selected?.sync();
    };
    const onReset = () => onFolder(this.#address, this.#selected?.folder ?? '');
    this.#store.on('folder', onFolder).on('reset', onReset);
    socket.on('data', (chunk: Buffer) => reader.feed(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#store.off('folder', onFolder).off('reset', onReset));
    this.#send(`* OK [CAPABILITY ${CAPABILITIES}] ready`);
  }

  #send(line: string | Buffer): void {
    if (!this.#socket.writable) return;
    this.#socket.write(line);
    this.#socket.write('\r\n');
  }

  async #handle(pieces: (string | Buffer)[]): Promise<void> {
    if (this.#awaiting) {
      const take = this.#awaiting;
      this.#awaiting = null;
      return take(String(pieces[0] ?? ''));
    }
    let tag = '*';
    try {
      const [first, name, ...tokens] = readTokens(pieces);
      tag = textOf(first) || '*';
      const byUid = wordOf(name) === 'UID';
      const command = byUid ? wordOf(tokens.shift()) : wordOf(name);
      const done = await this.#run(tag, command, tokens, byUid);
      if (done === null) return;
      // Sequence numbers must not shift under a client that is still using them (RFC 3501, 7.4.1).
      if (byUid || !['FETCH', 'STORE', 'SEARCH'].includes(command)) this.#selected?.sync();
      this.#send(`${tag} OK ${done}`);
      if (command === 'LOGOUT') this.#socket.end();
    } catch (error) {
      const kind = error instanceof Refusal ? error.kind : 'BAD';
      this.#send(`${tag} ${kind} ${error instanceof Error ? error.message : 'Failed'}`);
    }
  }

  /** Does one command and returns the text of its OK; null when it answers by itself. */
  async #run(tag: string, command: string, args: Token[], byUid: boolean): Promise<string | null> {
    switch (command) {
      case 'CAPABILITY':
        this.#send(`* CAPABILITY ${CAPABILITIES}`);
        return 'done';
      case 'ID':
        this.#send('* ID ("name" "Mail sandbox")');
        return 'done';
      case 'NOOP':
      case 'CHECK':
        return 'done';
      case 'LOGOUT':
        this.#send('* BYE see you');
        return 'done';
      case 'LOGIN':
        return this.#login(textOf(args[0]), textOf(args[1]));
      case 'AUTHENTICATE':
        return this.#authenticate(tag, args);
    }
    if (!this.#address) throw new Refusal('NO', 'Sign in first');
    switch (command) {
      case 'NAMESPACE':
        this.#send('* NAMESPACE (("" "/")) NIL NIL');
        return 'done';
      case 'LIST':
      case 'LSUB':
        return this.#list(command, args);
      case 'CREATE':
        this.#store.mailboxes.createFolder(this.#address, textOf(args[0]));
        return 'created';
      case 'SUBSCRIBE':
      case 'UNSUBSCRIBE':
        return 'done';
      case 'STATUS':
        return this.#status(args);
      case 'SELECT':
      case 'EXAMINE':
        return this.#select(command, args);
      case 'APPEND':
        return this.#append(args);
      case 'IDLE':
        return this.#idle(tag);
    }
    const selected = this.#selected;
    if (!selected) throw new Refusal('BAD', `Unknown command ${command}, or no folder is selected`);
    if (command === 'UNSELECT' || command === 'CLOSE') {
      if (command === 'CLOSE' && !selected.readOnly) selected.expunge(null);
      this.#selected = null;
      return 'done';
    }
    if (command === 'COPY' || command === 'MOVE') {
      const name = this.#folderName(args[1]);
      const target = { name, uidValidity: this.#folder(name).uidValidity };
      return selected.copy(textOf(args[0]), target, byUid, command === 'MOVE');
    }
    return selected.run(command, args, byUid);
  }

  #login(user: string, password: string): string {
    const address = normalizeAddress(user);
    if (!address.includes('@') || password !== this.#options.password) {
      throw new Refusal('NO', '[AUTHENTICATIONFAILED] Wrong address or password');
    }
    this.#address = address;
    this.#store.addAccount(address);
    this.#store.mailboxes.ensureMailbox(address);
    return `[CAPABILITY ${CAPABILITIES}] signed in`;
  }

  async #authenticate(tag: string, args: Token[]): Promise<string | null> {
    if (wordOf(args[0]) !== 'PLAIN') throw new Refusal('NO', 'Only PLAIN is known');
    const answer = (line: string) => {
      const [, user = '', password = ''] = Buffer.from(line, 'base64').toString('utf8').split('\0');
      return this.#login(user, password);
    };
    if (args[1]) return answer(textOf(args[1]));
    this.#awaiting = (line) => {
      try {
        this.#send(`${tag} OK ${answer(line)}`);
      } catch (error) {
        this.#send(`${tag} NO ${error instanceof Error ? error.message : ''}`);
      }
    };
    this.#send('+ ');
    return null;
  }

  #list(command: string, args: Token[]): string {
    const words = args.filter((token) => !Array.isArray(token));
    const [reference, pattern] = [textOf(words[0]), textOf(words[1])];
    if (!pattern) {
      this.#send(`* ${command} (\\Noselect) "/" ""`);
      return 'done';
    }
    const escaped = (reference + pattern).replace(/[.+?^${}()|[\]\\]/g, '\\$&');
    const test = new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('%', '[^/]*')}$`, 'i');
    for (const { name, special } of this.#store.mailboxes.listFolders(this.#address)) {
      if (!test.test(name)) continue;
      this.#send(`* ${command} (\\HasNoChildren${special ? ` ${special}` : ''}) "/" ${imapString(name)}`);
    }
    return 'done';
  }

  #status(args: Token[]): string {
    const name = this.#folderName(args[0]);
    const folder = this.#folder(name);
    const entries = this.#store.mailboxes.listEntries(this.#address, name);
    const items = Array.isArray(args[1]) ? args[1].map(wordOf) : [];
    const values: Record<string, number> = {
      MESSAGES: entries.length,
      RECENT: 0,
      UIDNEXT: folder.uidNext,
      UIDVALIDITY: folder.uidValidity,
      UNSEEN: entries.filter(({ flags }) => !flags.includes('\\Seen')).length,
    };
    const known = items.filter((item) => item in values).map((item) => `${item} ${values[item] ?? 0}`);
    this.#send(`* STATUS ${imapString(name)} (${known.join(' ')})`);
    return 'done';
  }

  #select(command: string, args: Token[]): string {
    this.#selected = null;
    const name = this.#folderName(args[0]);
    const folder = this.#folder(name);
    const entries = this.#store.mailboxes.listEntries(this.#address, name);
    const readOnly = command === 'EXAMINE';
    this.#send('* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)');
    this.#send('* OK [PERMANENTFLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft \\*)] kept');
    this.#send(`* ${entries.length} EXISTS`);
    this.#send('* 0 RECENT');
    const unseen = entries.findIndex(({ flags }) => !flags.includes('\\Seen'));
    if (unseen >= 0) this.#send(`* OK [UNSEEN ${unseen + 1}] first unseen`);
    this.#send(`* OK [UIDVALIDITY ${folder.uidValidity}] valid`);
    this.#send(`* OK [UIDNEXT ${folder.uidNext}] next`);
    this.#selected = new SelectedFolder({
      store: this.#store,
      address: this.#address,
      folder: name,
      readOnly,
      entries,
      send: (line) => this.#send(line),
    });
    return `[${readOnly ? 'READ-ONLY' : 'READ-WRITE'}] selected`;
  }

  async #append(args: Token[]): Promise<string> {
    const name = this.#folderName(args[0]);
    const folder = this.#folder(name);
    const literal = args.at(-1);
    if (!literal || Array.isArray(literal) || !('bytes' in literal)) throw new Refusal('BAD', 'A message is missing');
    const flags = args.find((token) => Array.isArray(token))?.map(textOf) ?? [];
    const date =
      args.length > 2
        ? Date.parse(
            textOf(args.at(-2))
              .replaceAll('-', ' ')
              .replace(/ (\d{4})$/, ' -$1'),
          )
        : NaN;
    const blob = await this.#store.write(literal.bytes);
    const uid = this.#store.mailboxes.addEntry(this.#address, name, blob, flags, Number.isNaN(date) ? undefined : date);
    return `[APPENDUID ${folder.uidValidity} ${uid}] kept`;
  }

  #idle(tag: string): null {
    this.#send('+ idling');
    this.#idling = true;
    this.#selected?.sync();
    this.#awaiting = () => {
      this.#idling = false;
      this.#send(`${tag} OK done`);
    };
    return null;
  }

  #folderName(token: Token | undefined): string {
    return wordOf(token) === 'INBOX' ? 'INBOX' : textOf(token);
  }

  #folder(name: string): { uidValidity: number; uidNext: number } {
    const folder = this.#store.mailboxes.getFolder(this.#address, name);
    if (!folder) throw new Refusal('NO', '[TRYCREATE] There is no such folder');
    return folder;
  }
}
