import { normalizeAddress } from '../address.ts';
import { type MailStore } from '../mail-store.ts';
import { type People } from '../people/people.ts';
import { type Faults } from '../smtp/faults.ts';
import { BadRequest } from './page-request.ts';
import { type ControlBody, type ControlName, readControl } from './read-control.ts';

/** What the controls steer. */
export interface Steered {
  store: MailStore;
  people: People;
  faults: Faults;
}

const RUN: { [Name in ControlName]: (steered: Steered, body: ControlBody<Name>) => object | Promise<object> } = {
  behaviour({ store }, { address, behaviour }) {
    store.setOverride(normalizeAddress(address), behaviour);
    return { address, behaviour };
  },
  faults({ faults }, body) {
    faults.set(body.faults);
    return { faults: faults.list() };
  },
  async act({ store, people }, { messageId, action, byFooter }) {
    const mail = typeof messageId === 'number' ? store.getMail(messageId) : store.findByMessageId(messageId)[0];
    if (!mail) throw new BadRequest(404, 'There is no mail with this id.');
    const turn = store.countReplies(mail.recipient, mail.fromAddress) + 1;
    return { outcome: await people.act(mail, action.act, { tone: action.tone, turn, byFooter }) };
  },
  reset({ store, faults }) {
    store.reset();
    faults.set([]);
    return { reset: true };
  },
};

/** Does what a test or the page's buttons ask for; a body that cannot be read is answered by what is wrong with it. */
export async function runControl(steered: Steered, name: ControlName, given: unknown): Promise<object> {
  // The name is a parameter of its own type, so that the body read by its schema fits the runner of the same name.
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it ties the two look-ups together
  const readAndRun = async <Name extends ControlName>(one: Name) => {
    const body = readControl(one, given);
    if ('mistake' in body) throw new BadRequest(400, body.mistake);
    return RUN[one](steered, body.body);
  };
  return readAndRun(name);
}
