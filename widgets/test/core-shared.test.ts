import { expect } from '@open-wc/testing';
import { askSignal } from '../src/core/ask-signal.ts';
import { Cache } from '../src/core/cache.ts';
import { linkTo } from '../src/core/deep-link.ts';
import { bendClient } from './bend-client.ts';
import { createSample } from './sample-client.ts';
import { stage } from './stage.ts';
import { textOf, until, wait } from './until.ts';

before(() => document.body.append(document.createElement('main')));
afterEach(() => document.querySelector('main')?.replaceChildren());

describe('looks', () => {
  it('take rules for parts at any depth, drawings for icons and more contrast, without mounting again', async () => {
    const { element, instance } = stage({ widget: 'mailbox-list', appearance: { theme: 'light' } });
    await until(() => textOf(element).includes('mara@harbor.example'));
    const native = (): HTMLElement =>
      element.shadowRoot
        ?.querySelector('acme-button[variant=primary]')
        ?.shadowRoot?.querySelector('button') as HTMLElement;
    const before = element.shadowRoot?.querySelector('.root');
    instance.update({
      appearance: {
        theme: 'high-contrast',
        elements: { button: { textTransform: 'uppercase', color: 'red } * { display: none' } },
        icons: { plus: 'M0 0h1' },
      },
    });
    await until(() => getComputedStyle(native()).textTransform === 'uppercase');
    expect(getComputedStyle(native()).display).to.equal('flex');
    expect(getComputedStyle(element).getPropertyValue('--_focus-width')).to.equal('3px');
    const fresh = instance.create('mailbox-list');
    document.querySelector('main')?.append(fresh);
    await until(() =>
      fresh.shadowRoot?.querySelector('acme-button[variant=primary]')?.shadowRoot?.querySelector('path'),
    );
    const path = fresh.shadowRoot?.querySelector('acme-button[variant=primary]')?.shadowRoot?.querySelector('path');
    expect(path?.getAttribute('d')).to.equal('M0 0h1');
    expect(element.shadowRoot?.querySelector('.root')).to.equal(before);
    instance.update({ appearance: {} });
    await until(() => getComputedStyle(native()).textTransform === 'none');
    instance.destroy();
  });

  it('say which colour of the host is hard to read', async () => {
    const words: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => words.push(text);
    const { element, instance } = stage({
      widget: 'mailbox-list',
      appearance: { theme: 'light', variables: { text: '#bbbbbb' } },
    });
    await until(() => words.length > 0);
    console.warn = warn;
    expect(words[0]).to.contain('"text" on "canvas" has a contrast of 1.');
    element.remove();
    instance.destroy();
  });
});

describe('words', () => {
  it('are the host’s own where it has some, and two agencies speak two languages', async () => {
    const one = stage({
      widget: 'mailbox-list',
      prefix: 'acme',
      locale: 'en',
    });
    const two = stage({ widget: 'mailbox-list', prefix: 'globex', locale: 'fr' });
    one.instance.update({ messages: { Mailboxes: 'Senders' } });
    const heading = ({ element }: { element: Element }): string =>
      element.shadowRoot?.querySelector('h1')?.textContent?.trim() ?? '';
    await until(() => heading(one) === 'Senders' && heading(two).startsWith('Boîtes'));
    one.instance.update({ messages: {} });
    await until(() => heading(one) === 'Mailboxes');
    for (const { instance } of [one, two]) instance.destroy();
  });
});

describe('without a connection', () => {
  const goOffline = (offline: boolean): void => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !offline });
    dispatchEvent(new Event(offline ? 'offline' : 'online'));
  };
  afterEach(() => void Reflect.deleteProperty(navigator, 'onLine'));

  it('shows what was read last and since when, refuses changes with words, and reads anew afterwards', async () => {
    const { element, instance, sample } = stage({ widget: 'campaign-list' });
    await until(() => element.matches(':state(ready)'));
    goOffline(true);
    await until(() => element.shadowRoot?.querySelector('[part=offline] time'));
    const asked = sample.calls.length;
    const changed = await (
      element as unknown as { attempt: (change: () => Promise<void>) => Promise<boolean> }
    ).attempt(async () => expect.fail('nothing may be tried'));
    expect(changed).to.equal(false);
    await until(() =>
      element.shadowRoot
        ?.querySelector('.toaster')
        ?.shadowRoot?.textContent?.includes('You are offline, so nothing was changed.'),
    );
    goOffline(false);
    await until(() => sample.calls.length > asked);
    await until(() => !element.shadowRoot?.querySelector('[part=offline]'));
    instance.destroy();
  });

  it('notices a service out of reach although the browser thinks it is online', async () => {
    let reachable = true;
    const { client } = createSample();
    const list = async (input: never) => {
      if (!reachable) throw Object.assign(new Error('No answer.'), { status: 0 });
      return client.mailboxes.list(input);
    };
    const { element, instance } = stage({ widget: 'mailbox-list' }, undefined, {
      client: bendClient({ mailboxes: { list } }),
    });
    await until(() => textOf(element).includes('mara@harbor.example'));
    const { session } = element as unknown as { session: { cache: Cache } };
    reachable = false;
    session.cache.invalidate(['mailboxes']);
    await until(() => element.shadowRoot?.querySelector('[part=offline]'));
    expect(textOf(element)).to.contain('mara@harbor.example');
    reachable = true;
    session.cache.invalidate(['mailboxes']);
    await until(() => !element.shadowRoot?.querySelector('[part=offline]'));
    instance.destroy();
  });
});

describe('the cache', () => {
  it('shows a change ahead of its act and takes it back when the act fails', () => {
    const cache = new Cache();
    cache.write(['leads', 1], { name: 'old' });
    const seen: unknown[] = [];
    cache.read(['leads', 1], () => seen.push(cache.peek(['leads', 1])?.value));
    const rename = (name: string) => cache.patch<{ name: string }>(['leads', 1], () => ({ name }));
    rename('new');
    const undo = rename('newer');
    undo();
    expect(seen).to.deep.equal([{ name: 'new' }, { name: 'newer' }, { name: 'new' }]);
  });

  it('ends a request when the last one who waits for it is gone, not when it only moves', async () => {
    const cache = new Cache();
    let signal: AbortSignal | undefined;
    const ask = (): Promise<never> => {
      signal = askSignal();
      return new Promise(() => undefined);
    };
    let leave = cache.read(['slow'], () => undefined);
    void cache.load(['slow'], ask);
    leave();
    leave = cache.read(['slow'], () => undefined);
    await wait(80);
    expect(signal?.aborted).to.equal(false);
    leave();
    await until(() => signal?.aborted);
  });
});

describe('the cache, when news comes while it asks', () => {
  /** A platform whose answers are given by hand. */
  const slow = () => {
    const waiting: ((value: string) => void)[] = [];
    const ask = () => new Promise<string>((answer) => void waiting.push(answer));
    return { waiting, ask };
  };

  it('asks again, and shows nobody what was read before the change', async () => {
    const cache = new Cache();
    const { waiting, ask } = slow();
    const seen: unknown[] = [];
    const joined: Promise<string>[] = [];
    cache.read(['leads'], (cause) => {
      if (cause === 'stale') joined.push(cache.load(['leads'], ask));
      else seen.push(cache.peek(['leads'])?.value);
    });
    const first = cache.load(['leads'], ask);
    cache.invalidate(['leads']);
    waiting[0]?.('before');
    await until(() => waiting.length === 2);
    waiting[1]?.('after');
    expect(await Promise.all([first, ...joined])).to.deep.equal(['after', 'after']);
    expect(seen).to.deep.equal(['after']);
  });

  it('comes to an end all the same where news never stops', async () => {
    const cache = new Cache();
    const { waiting, ask } = slow();
    let stale = 0;
    cache.read(['leads'], (cause) => void (cause === 'stale' && stale++));
    const answer = cache.load(['leads'], ask);
    cache.invalidate(['leads']);
    waiting[0]?.('one');
    await until(() => waiting.length === 2);
    cache.invalidate(['leads']);
    waiting[1]?.('two');
    expect(await answer).to.equal('two');
    // Shown, and said to be old, so that whoever reads it asks once more.
    await until(() => stale === 3);
    expect(cache.peek(['leads'])).to.deep.equal({ value: 'two', at: 0 });
  });
});

describe('links', () => {
  it('lead to the host’s own pages by URI templates', () => {
    const links = { '/campaigns/{id}': 'https://portal.example/c?of={id}', '/leads': '/people' };
    expect(linkTo(links, '/campaigns/cmp_1')).to.equal('https://portal.example/c?of=cmp_1');
    expect(linkTo(links, '/campaigns/a b')).to.equal('https://portal.example/c?of=a%20b');
    expect(linkTo(links, '/leads')).to.equal('/people');
    expect(linkTo(links, '/campaigns/cmp_1/steps')).to.equal(null);
  });
});
