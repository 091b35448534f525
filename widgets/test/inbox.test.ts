import { expect } from '@open-wc/testing';
import { byText, words } from './look-inside.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import type { Staging } from './stage.ts';
import { conversation } from './sample-conversations.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { rest, until } from './until.ts';

onPage();

describe('inbox', () => {
  const press = (target: HTMLElement, key: string): boolean =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  it('moves with j and k and archives with e, with a way back', async () => {
    const { root, element, sample } = await showWidget({ widget: 'inbox' });
    const current = (): string | null =>
      element.getAttribute('conversation-id') ?? (element as HTMLElement & { conversationId: string }).conversationId;
    expect(current()).to.equal('cnv_0');
    press(element, 'j');
    await rest();
    expect(current()).to.equal('cnv_1');
    press(element, 'e');
    await rest(300);
    expect(sample.conversations[1]?.state).to.equal('archived');
    byText(root, 'button', 'Undo').click();
    await rest(300);
    expect(sample.conversations[1]?.state).to.equal('open');
  });

  it('shows mail that concerns nobody apart, where there is any, and moves it to the inbox', async () => {
    const answers = { 'conversations.counts': () => ({ open: 23, unread: 2, people: 23, archived: 0, aside: 1 }) };
    const { root, sample } = await showWidget({ widget: 'inbox', sample: { answers } });
    const first = sample.conversations[3];
    if (!first) throw new Error('no conversation');
    Object.assign(first, { state: 'aside', subject: 'Autumn offers' });
    byText(root, 'button', 'Other mail (1)').click();
    await until(() => [...everyDeep(root)].some((one) => one.matches('.aside-head h2')));
    await until(() => words(root).includes('Autumn offers'));
    expect(sample.calls.some(({ input }) => (input as { state?: string } | undefined)?.state === 'aside')).to.equal(
      true,
    );
    expect(words(root)).to.contain('Autumn offers');
    expect(findDeep(root, '.aside-head h2').textContent).to.equal('Other mail');
    expect([...everyDeep(root)].some((one) => one.matches('[role=tab]'))).to.equal(false);
    byText(root, 'button', 'Move to inbox').click();
    await rest(300);
    expect(first.state).to.equal('open');
    findDeep(root, '.aside-head acme-button').click();
    await rest(300);
    expect(words(root)).to.contain('Autumn offers');
  });

  it('hears its keys while nothing has the focus only where it is told to', async () => {
    const { element } = await showWidget({ widget: 'inbox', attributes: { shortcuts: 'page' } });
    element.style.cssText = 'position: fixed; inset: 0; block-size: auto';
    const current = (): string => (element as HTMLElement & { conversationId: string }).conversationId;
    await import('../src/base/page-keys.ts');
    await until(() => current() === 'cnv_0');
    await rest();
    // Where somebody comes to it, what is around it has the focus.
    const around = element.parentElement as HTMLElement;
    around.tabIndex = -1;
    around.focus();
    press(around, 'k');
    press(around, 'j');
    await until(() => current() === 'cnv_1');
    press(around, 'k');
    await until(() => current() === 'cnv_0');
    around.removeAttribute('tabindex');
    press(document.body, 'j');
    await until(() => current() === 'cnv_1');
    element.setAttribute('shortcuts', 'inside');
    await rest();
    (document.activeElement as HTMLElement | null)?.blur();
    press(document.body, 'j');
    press(element, 'k');
    await until(() => current() === 'cnv_0');
  });

  it('shows an answer before it is sent, and brings the text back when sending fails', async () => {
    const given: NonNullable<Staging['sample']> = {};
    const { root, sample } = await showWidget({ widget: 'inbox', sample: given });
    const field = (): HTMLTextAreaElement => findDeep(root, 'textarea');
    const write = async (text: string): Promise<void> => {
      field().value = text;
      field().dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await rest();
      findDeep(root, '.composer acme-button[variant=primary]').click();
    };
    await write('Thursday at ten it is.');
    await rest(300);
    expect(words(root)).to.contain('Thursday at ten it is.');
    expect(sample.conversations[0]?.messages).to.have.length(3);
    given.fail = Object.assign(new Error('This person asked not to be contacted.'), {
      status: 409,
      code: 'conversation.recipient_suppressed',
    });
    await write('And bring the maps.');
    await rest(300);
    expect(field().value).to.equal('And bring the maps.');
    expect(words(root)).to.contain('This person asked not to be contacted, so no mail is sent to them.');
  });

  it('shows what arrives without being asked', async () => {
    const { root, sample } = await showWidget({ widget: 'inbox' });
    const thread = sample.conversations[0];
    if (!thread) throw new Error('no thread');
    sample.conversations[0] = { ...thread, preview: 'One more thing: bring the maps.' };
    sample.emit({
      id: 'e1',
      type: 'message.received',
      at: '',
      data: { conversationId: thread.id, messageId: 'm', class: 'human' },
    });
    await rest(300);
    expect(words(root)).to.contain('One more thing: bring the maps.');
  });

  it('shows whose address a mail came from, and sends to another one than usual only when it is chosen', async () => {
    const { root, element, sample } = await showWidget({ widget: 'inbox' });
    (element as HTMLElement & { conversationId: string }).conversationId = 'cnv_5';
    await rest(300);
    const usual = sample.conversations[5]!.counterpart.address;
    expect(words(root)).to.contain('accounts@elsewhere.example').and.to.contain('desk@elsewhere.example');
    expect(words(root)).to.contain('From another address than the one you wrote to');
    const send = async (text: string): Promise<void> => {
      const field = findDeep<HTMLTextAreaElement>(root, 'textarea');
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await rest();
      findDeep(root, '.composer acme-button[variant=primary]').click();
      await rest(300);
    };
    await send('To whom it belongs.');
    const choice = findDeep<HTMLSelectElement>(findDeep(root, '.to').shadowRoot!, 'select');
    choice.value = 'accounts@elsewhere.example';
    choice.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    await rest();
    await send('To somebody else.');
    const sent = sample.conversations[5]!.messages.slice(-2).map(({ to }) => to[0]?.address);
    expect(sent).to.deep.equal([usual, 'accounts@elsewhere.example']);
  });

  it('asks what a doubtful mail meant, and takes the question back once it is answered', async () => {
    const { root, element, sample } = await showWidget({ widget: 'inbox' });
    (element as HTMLElement & { conversationId: string }).conversationId = 'cnv_5';
    await rest(300);
    expect(words(root)).to.contain('Wants out?').and.to.contain('Download the mail');
    byText(root, 'button', 'Resume campaigns').click();
    await rest(300);
    expect(sample.conversations[5]?.question).to.equal(null);
    expect(words(root)).not.to.contain('Wants out?');
  });

  it('cleans mails and blocks what loads from elsewhere', async () => {
    const { root } = await showWidget({ widget: 'inbox' });
    const frame = findDeep<HTMLIFrameElement>(findDeep(root, '.message.in'), 'iframe');
    expect(frame.getAttribute('sandbox')).not.to.contain('allow-scripts');
    expect(frame.contentDocument?.body.innerHTML)
      .to.contain('Thursday at 10 works')
      .and.not.to.match(/script|onerror|track\.example/);
  });

  it('shows the pictures of a received mail once its reader wants them', async () => {
    const { root } = await showWidget({ widget: 'inbox' });
    const pictures = (): string[] => {
      const frame = findDeep<HTMLIFrameElement>(findDeep(root, '.message.in'), 'iframe');
      return [...(frame.contentDocument?.images ?? [])].map((image) => image.getAttribute('src') ?? '');
    };
    expect(pictures().join()).to.equal('');
    byText(root, 'button', 'Show blocked images').click();
    await until(() => pictures().join() === 'https://track.example/p.gif');
  });

  it('shows a mail that was sent as it was sent, its footer folded, and loads nothing for it', async () => {
    const pixel = `${location.origin}/o/pixel.gif`;
    const thread = conversation(0);
    const [sent] = thread.messages;
    if (sent) sent.html += `<img src="${pixel}" width="1" height="1">`;
    const { root } = await showWidget({ widget: 'inbox', sample: { answers: { 'conversations.get': () => thread } } });
    const [mail, footer] = [...everyDeep(findDeep(root, '.message.out'))].filter(
      (one): one is HTMLIFrameElement => one instanceof HTMLIFrameElement,
    );
    const inside = (frame = mail): HTMLElement => {
      if (!frame?.contentDocument) throw new Error('The mail has no frame.');
      return frame.contentDocument.body;
    };
    expect(mail?.getAttribute('sandbox')).not.to.contain('allow-scripts');
    await until(() => inside().querySelector('a')?.href === 'https://harbor.example/lanes');
    expect(inside().querySelectorAll('img').length).to.equal(0);
    const open = findDeep(root, '.message.out summary');
    const label = (): string => open.innerText.trim();
    expect(label()).to.equal('Show footer');
    const closed = findDeep(root, '.message.out').getBoundingClientRect().height;
    open.click();
    await until(() => inside(footer).textContent?.includes('Wilhelminakade'));
    await until(() => findDeep(root, '.message.out').getBoundingClientRect().height > closed + 30);
    expect(label()).to.equal('Hide footer');
    expect(inside(footer).querySelector('a')?.hasAttribute('href')).to.equal(false);
    expect(performance.getEntriesByName(pixel)).to.deep.equal([]);
    expect(mail?.contentWindow?.performance.getEntriesByName(pixel)).to.deep.equal([]);
  });
});
