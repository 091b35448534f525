import { expect } from '@open-wc/testing';
import { start } from '../src/embed.ts';
import { addLoader, autoload } from '../src/core/autoload.ts';
import { isSupported } from '../src/core/browser-support.ts';
import { PrefixedElement } from '../src/base/prefixed-element.ts';
import { bendClient } from './bend-client.ts';
import { stage } from './stage.ts';
import { textOf, until } from './until.ts';

before(() => document.body.append(document.createElement('main')));
afterEach(() => document.querySelector('main')?.replaceChildren());

describe('a page', () => {
  it('is told that the browser has what the elements are made of', () => {
    expect(isSupported()).to.equal(true);
  });

  it('has two workspaces under one prefix, each inside its provider, wherever their elements came first', async () => {
    const main = document.querySelector('main') as HTMLElement;
    for (const path of ['', '/other']) {
      const list = document.createElement('duo-mailbox-list');
      const provider = document.createElement('duo-provider');
      provider.setAttribute('base-url', `${location.origin}/wire`);
      provider.setAttribute('token-endpoint', `/wire/session${path}`);
      provider.append(list);
      main.append(provider);
    }
    start('duo');
    const lists = [...main.querySelectorAll('duo-mailbox-list')];
    await until(() => lists.every((list) => list.matches(':state(ready)')));
    const accent = (list: Element): string => getComputedStyle(list).getPropertyValue('--_accent');
    expect(lists.map(accent)).to.deep.equal(['#2b5fd9', '#c2185b']);
    const [first, second] = main.querySelectorAll('duo-provider');
    if (first && second) second.append(lists[0] as Element);
    await until(() => lists.every((list) => accent(list) === '#c2185b'));
  });

  it('still finds its elements when its copy of the loader is older than the release', async () => {
    const script = Object.assign(document.createElement('script'), {
      type: 'module',
      src: '/embed/stale/v1.js?prefix=aged',
    });
    const provider = document.createElement('aged-provider');
    provider.setAttribute('base-url', `${location.origin}/wire`);
    provider.setAttribute('token-endpoint', '/wire/session');
    provider.append(document.createElement('aged-mailbox-list'));
    document.querySelector('main')?.append(provider);
    document.head.append(script);
    await until(() => textOf(provider.children[0] as Element).includes('Mailboxes'));
    script.remove();
  });

  it('asks again for the code of an element that did not arrive, by itself and when the browser is online again, and says so in its place', async () => {
    const lost = new Error('Lost on the way.');
    const asked = { late: 0, later: 0 };
    const loaderOf = (tag: keyof typeof asked, failures: number) => async () => {
      if (asked[tag]++ < failures) throw lost;
      return {
        Late: class extends PrefixedElement {
          static override tag = tag;
        },
      };
    };
    const sheets = [...document.adoptedStyleSheets];
    addLoader('late', loaderOf('late', 1));
    addLoader('later', loaderOf('later', 2));
    const failures: unknown[] = [];
    const loader = autoload('shaky', (error) => failures.push(error));
    const main = document.querySelector('main') as HTMLElement;
    main.append(document.createElement('shaky-late'), document.createElement('shaky-later'));
    await until(() => failures.length === 2);
    await until(() => customElements.get('shaky-late') && asked.later === 2);
    const said = (): string => getComputedStyle(main.querySelector('shaky-later') as Element, '::after').content;
    await until(() => said() === '"This could not be loaded"');
    dispatchEvent(new Event('online'));
    await until(() => customElements.get('shaky-later'));
    await until(() => said() === 'none');
    expect(document.adoptedStyleSheets).to.deep.equal(sheets);
    expect(failures).to.deep.equal([lost, lost]);
    expect(asked).to.deep.equal({ late: 2, later: 3 });
    loader.stop();
  });
});

describe('an open stream', () => {
  const expired = Object.assign(new Error('Expired.'), { status: 401, code: 'auth.invalid_token' });

  it('goes on with the next token when it ends with the one it was opened with', async () => {
    let opened = 0;
    async function* stream(_input: object, { signal, onOpen }: { signal: AbortSignal; onOpen?: () => void }) {
      opened++;
      onOpen?.();
      if (opened === 1) throw expired;
      yield* [];
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    }
    const { element, instance } = stage({ widget: 'mailbox-list' }, undefined, {
      client: bendClient({ events: { stream } }),
    });
    await until(() => opened === 2);
    expect(textOf(element)).to.contain('mara@harbor.example');
    instance.destroy();
  });

  it('ends the session for all elements when it is taken back', async () => {
    let opened = 0;
    async function* stream(_input: object, { onOpen }: { onOpen?: () => void }) {
      if (++opened > 1) throw expired;
      onOpen?.();
      yield* [];
      throw expired;
    }
    const { element, instance } = stage({ widget: 'mailbox-list' }, undefined, {
      client: bendClient({ events: { stream } }),
    });
    await until(() => element.matches(':state(failed)'));
    expect(textOf(element)).not.to.contain('mara@harbor.example');
    instance.destroy();
  });
});
