import { msg, str } from '@lit/localize';
import type { Identity } from '@tabard/contract/identity/account';
import { property } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { ConfirmedTasks, type TaskShape } from '../confirmed-tasks.ts';

/** What a person is about to do with an account elsewhere. */
export type IdentityTask = { act: 'add'; provider: string; name: string } | { act: 'remove'; identity: Identity };

/**
 * The dialogs of a person's accounts elsewhere, one at a time. Adding one leads to the provider in this window, and back.
 *
 * @event done - It was done; `detail` is the sentence that says so.
 * @event close - The dialog was closed.
 */
export class IdentityTasks extends ConfirmedTasks {
  static override tag = 'identity-tasks';
  @property({ attribute: false }) task!: IdentityTask;

  protected async act(): Promise<void> {
    const { task, session } = this;
    const { account } = session.client;
    if (task.act === 'add') {
      const { url } = await account.beginIdentity({ provider: task.provider });
      location.assign(url);
      return;
    }
    const { identity } = task;
    const { endedSessions } = await account.removeIdentity({ id: identity.id });
    const removed = msg(str`${identity.name} signs you in no more.`);
    this.tell('done', endedSessions > 0 ? msg(str`${removed} What it had opened elsewhere is signed out.`) : removed);
  }

  protected shape(): TaskShape {
    const { task } = this;
    if (task.act === 'add')
      return {
        heading: msg(str`Add ${task.name}`),
        content: html`<p>
          ${msg(str`You sign in at ${task.name} and come back here. From then on your account there signs you in, in place of your password; a code is asked for as before.`)}
        </p>`,
        act: msg('Continue'),
      };
    return {
      heading: msg(str`Remove ${task.identity.name}?`),
      content: html`<p>
        ${msg('It signs you in no more, and what it has opened elsewhere is signed out. The account there stays as it is.')}
      </p>`,
      act: msg('Remove'),
      danger: true,
    };
  }
}
