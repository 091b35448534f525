import { msg, str } from '@lit/localize';
import type { MadePasskey, Passkey } from '@tabard/contract/identity/account';
import { property } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import type { Input } from '../../kit/input.ts';
import { ConfirmedTasks, type TaskShape } from '../confirmed-tasks.ts';

/** What a person is about to do with a passkey. */
export type PasskeyTask = { act: 'add' } | { act: 'rename'; passkey: Passkey } | { act: 'remove'; passkey: Passkey };

/**
 * The dialogs of a person's passkeys, one at a time. Where the platform wants to know first that it is them, it asks for their password or
 * a code, and goes on; the browser asks for the finger, the face or the PIN in a window of its own.
 *
 * @event done - It was done; `detail` is the sentence that says so.
 * @event close - The dialog was closed.
 */
export class PasskeyTasks extends ConfirmedTasks {
  static override tag = 'passkey-tasks';
  @property({ attribute: false }) task!: PasskeyTask;
  /** What a new one is called unless the person calls it otherwise. */
  @property() suggestion = '';

  #name: string | null = null;

  protected async act(): Promise<void> {
    const { account } = this.session.client;
    const { task } = this;
    const name = this.#named();
    if (task.act === 'remove') {
      const { endedSessions } = await account.removePasskey({ id: task.passkey.id });
      const removed = msg(str`${task.passkey.name} signs nobody in any more.`);
      this.tell('done', endedSessions > 0 ? msg(str`${removed} What it had opened elsewhere is signed out.`) : removed);
    } else if (task.act === 'rename') {
      await account.renamePasskey({ id: task.passkey.id, name });
      this.tell('done', msg(str`It is called ${name} now.`));
    } else {
      const { options } = await account.beginPasskey({});
      await account.addPasskey({ name, credential: await make(options) });
      this.tell('done', msg(str`${name} is added. You can sign in with it from now on.`));
    }
  }

  #named(): string {
    const { task } = this;
    return (this.#name ?? (task.act === 'add' ? this.suggestion : task.passkey.name)).trim();
  }

  protected override explain(error: unknown): string | null {
    return browserWords(error);
  }

  protected shape(): TaskShape {
    switch (this.task.act) {
      case 'add':
        return {
          heading: msg('Add a passkey'),
          content: html`<p>
              ${msg(
                str`Your device asks for your fingerprint, your face or a PIN, and keeps a key that signs you in at ${this.account?.passkeys.host ?? ''} and nowhere else.`,
              )}
            </p>
            ${this.#nameField()}`,
          act: msg('Continue'),
        };
      case 'rename':
        return { heading: msg('Rename the passkey'), content: this.#nameField(), act: msg('Save') };
      case 'remove':
        return {
          heading: msg(str`Remove ${this.task.passkey.name}?`),
          content: html`<p>
            ${msg('It signs nobody in any more, and what it has opened elsewhere is signed out. Your device may go on offering it until you delete it there, too.')}
          </p>`,
          act: msg('Remove'),
          danger: true,
        };
    }
  }

  #nameField(): unknown {
    return html`<x-input
      label=${msg('Name')}
      hint=${msg('Such as the device that keeps it.')}
      required
      autofocus
      maxlength="80"
      .value=${this.#named()}
      @input=${(event: Event) => (this.#name = (event.target as Input).value)}
    ></x-input>`;
  }
}

/** Has the browser make a passkey. */
async function make(options: Record<string, unknown>): Promise<MadePasskey> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON, // as the platform wrote them
  );
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential; // of the kind that was asked for
  const { id, rawId, response } = made.toJSON() as RegistrationResponseJSON; // of one that was made
  const { clientDataJSON, attestationObject, transports } = response;
  return { id, rawId, type: 'public-key', response: { clientDataJSON, attestationObject, transports } };
}

/** What a browser means that made none. */
function browserWords(error: unknown): string | null {
  if (!(error instanceof DOMException)) return null;
  if (error.name === 'InvalidStateError') return msg('This device has a passkey for you already.');
  if (error.name === 'SecurityError') return msg('A passkey cannot be added on a page of this address.');
  return msg('Nothing was added: it was closed, or it took too long. Try again.');
}
