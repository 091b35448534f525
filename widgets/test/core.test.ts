import { expect } from '@open-wc/testing';
import type { Cache } from '../src/core/cache.ts';
import type { Failure } from '../src/base/failure.ts';
import { init } from '../src/core/init.ts';
import { keepToken } from '../src/core/keep-token.ts';
import type { Measure } from '../src/core/session.ts';
import { bendClient } from './bend-client.ts';
import { createSample } from './sample-client.ts';
import { stage } from './stage.ts';
import { textOf, until, wait } from './until.ts';

/** The words of what stands in an element's place. */
const insteadOf = (element: Element): string =>
  element.shadowRoot?.querySelector('[part~=error], [part~=no-permission]')?.shadowRoot?.textContent ?? '';
const never = async (): Promise<never> => new Promise(() => undefined);

before(() => document.body.append(document.createElement('main')));
afterEach(() => document.querySelector('main')?.replaceChildren());

describe('one script', () => {
  it('shows elements under the strictest policy without one report, whatever the page gave to every object, and leaves the page alone', async () => {
    const frame = Object.assign(document.createElement('iframe'), { src: '/widgets/test/one-script-page.html' });
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve));
    const page = frame.contentWindow as Window & { reports: string[] };
    const element = page.document.querySelector('zed-mailbox-list') as Element;
    await until(() => textOf(element).includes('Mailboxes'));
    await until(
      () => page.document.querySelector('zed-mailbox-list')?.shadowRoot?.querySelector('zed-empty')?.shadowRoot,
    );
    // The runner puts a script of its own into every page it serves.
    expect(page.reports.filter((report) => !report.includes('__web-dev-server'))).to.deep.equal([]);
    expect(page.document.title).to.equal('One script');
    expect(page.history.length).to.equal(history.length);
    frame.remove();
  });
});

describe('a secret', () => {
  it('is asked for once for all tabs that say who it is for', async () => {
    let asked = 0;
    const ask = async () => `shared-${++asked}`;
    const tabs = [1, 2, 3].map(() => keepToken(ask, () => undefined, 'acme user-7'));
    const other = keepToken(ask, () => undefined, 'acme user-8');
    expect(await tabs[0]?.token()).to.equal('shared-1');
    expect(await Promise.all(tabs.map((tab) => tab.token()))).to.deep.equal(['shared-1', 'shared-1', 'shared-1']);
    expect(await other.token()).to.equal('shared-2');
    tabs.forEach((tab) => tab.refuse('shared-1'));
    const renewed = await Promise.all(tabs.map((tab) => tab.token()));
    expect(new Set(renewed)).to.deep.equal(new Set(['shared-3']));
    expect(asked).to.equal(3);
    expect(JSON.stringify([localStorage, sessionStorage, document.cookie])).not.to.contain('shared');
    [...tabs, other].forEach((tab) => tab.stop());
  });

  it('is believed for a while when only a wrong clock explains its life', async () => {
    let asked = 0;
    const keeper = keepToken(
      async () => ({ clientSecret: `s-${++asked}`, expiresAt: new Date(Date.now() - 3_600_000).toISOString() }),
      () => undefined,
    );
    expect([await keeper.token(), await keeper.token()]).to.deep.equal(['s-1', 's-1']);
    keeper.stop();
  });

  it('stays in use while the host cannot give the next one, and nobody is told', async () => {
    let works = true;
    let asked = 0;
    const failures: Failure[] = [];
    const keeper = keepToken(
      async () => {
        asked++;
        if (!works) throw new Error('the portal is down');
        return { clientSecret: 'lasting', expiresIn: 6 };
      },
      (failure) => failures.push(failure),
    );
    expect(await keeper.token()).to.equal('lasting');
    works = false;
    await until(() => asked > 1);
    expect(await keeper.token()).to.equal('lasting');
    expect(failures).to.deep.equal([]);
    keeper.stop();
  });
});

describe('an element', () => {
  it('says load-start, load and ready once, and shows its state to style sheets', async () => {
    const measures: Measure[] = [];
    const { element, instance } = stage({ widget: 'mailbox-list' }, undefined, {
      onTelemetry: (one) => measures.push(one),
    });
    const heard: string[] = [];
    for (const name of ['load-start', 'load', 'ready', 'load-error'])
      element.addEventListener(`acme-${name}`, () => heard.push(name));
    await until(() => element.matches(':state(ready)'));
    await wait(100);
    document.body.append(element);
    await wait(100);
    expect(heard).to.deep.equal(['load-start', 'load', 'ready']);
    // The history of the mailbox that is looked at is an element, and measured by itself.
    const measured = measures.filter(({ widget }) => widget !== 'timeline');
    expect(measured.map(({ name, widget }) => [name, widget])).to.deep.equal([['widget.ready', 'mailbox-list']]);
    element.remove();
    instance.destroy();
  });

  it('takes what it was given before its code was there, and lives on as a clone', async () => {
    const early = document.createElement('early-campaign-editor') as HTMLElement & { campaignId?: string };
    early.campaignId = 'cmp_0';
    document.querySelector('main')?.append(early);
    const instance = init({
      baseUrl: location.origin,
      prefix: 'early',
      fetchClientSecret: never,
      client: createSample().client,
      locale: 'en',
    });
    await instance.allDefined();
    expect(Object.hasOwn(early, 'campaignId')).to.equal(false);
    expect(early.campaignId).to.equal('cmp_0');
    const list = document.createElement('early-mailbox-list');
    document.querySelector('main')?.append(list);
    await until(() => textOf(list).includes('mara@harbor.example'));
    const clone = list.cloneNode(true) as Element;
    document.querySelector('main')?.append(clone);
    await until(() => textOf(clone).includes('mara@harbor.example'));
    instance.destroy();
  });

  it('keeps what it throws in its own box', async () => {
    const broken = { mailboxes: { list: async () => ({ items: null, nextCursor: null }) } };
    const errors: Failure[] = [];
    const { error } = console;
    console.error = () => undefined;
    const { element, instance } = stage({ widget: 'mailbox-list' }, undefined, {
      client: bendClient(broken),
      onError: (failure) => errors.push(failure),
    });
    // Drawn once: where there is room for more than the list it is drawn again.
    element.style.inlineSize = '500px';
    await until(() => insteadOf(element).includes('The rest of the page still works.'));
    console.error = error;
    expect(errors.map(({ code }) => code)).to.deep.equal(['client.render']);
    expect(element.matches(':state(failed)')).to.equal(true);
    instance.destroy();
  });

  it('says to everybody when its session is over, and enters again', async () => {
    let revoked = false;
    const refused = async () => {
      throw Object.assign(new Error('Expired.'), { status: 401, code: 'auth.invalid_token' });
    };
    const { client } = createSample();
    const list = (input: never) => (revoked ? refused() : client.mailboxes.list(input));
    const { element, instance } = stage({ widget: 'mailbox-list' }, undefined, {
      client: bendClient({ mailboxes: { list } }),
    });
    const other = instance.create('template-list');
    document.querySelector('main')?.append(other);
    await until(() => textOf(element).includes('mara@harbor.example') && textOf(other).includes('Templates'));
    const heard: string[] = [];
    instance.on('session-expired', (failure) => heard.push(`instance ${failure?.code ?? ''}`));
    for (const one of [element, other]) one.addEventListener('acme-session-expired', () => heard.push(one.localName));
    revoked = true;
    (element as unknown as { session: { cache: Cache } }).session.cache.invalidate(['mailboxes']);
    await until(() => insteadOf(element).includes('Reload the page') && insteadOf(other).includes('Reload the page'));
    expect(heard.toSorted()).to.deep.equal(['acme-mailbox-list', 'acme-template-list', 'instance auth.invalid_token']);
    expect(textOf(element)).not.to.contain('mara@harbor.example');
    revoked = false;
    element.shadowRoot?.querySelector<HTMLElement>('acme-empty acme-button')?.click();
    await until(() => textOf(element).includes('mara@harbor.example'));
    instance.destroy();
  });

  it('shows what the platform has stored for its place, unless the host says otherwise', async () => {
    const configuration = { 'mailbox-list': { hidden: ['root'], columns: ['address'] } };
    const { element, instance } = stage({ widget: 'mailbox-list', sample: { configuration } });
    const display = (): string => {
      const root = element.shadowRoot?.querySelector('[part=root]');
      return root ? getComputedStyle(root).display : '';
    };
    await until(() => display() === 'none');
    element.setAttribute('configuration', JSON.stringify({ hidden: [] }));
    await until(() => display() === 'flex');
    expect((element as unknown as { configuration: unknown }).configuration).to.deep.equal({
      hidden: [],
      columns: ['address'],
    });
    instance.destroy();
  });

  it('lists the configured columns in their order, offers the configured actions, and opens with the configured filter', async () => {
    const configuration = {
      'campaign-list': {
        columns: ['replied', 'name', 'later'],
        actions: ['archive'],
        defaultFilter: { state: 'paused' },
      },
    };
    const { element, instance, sample } = stage({ widget: 'campaign-list', sample: { configuration } });
    await until(() => element.matches(':state(ready)') && element.shadowRoot?.querySelector('acme-table'));
    const table = element.shadowRoot?.querySelector('acme-table') as unknown as { columns: { id: string }[] };
    expect(table.columns.map(({ id }) => id)).to.deep.equal(['replied', 'name', 'acts']);
    const asked = sample.calls.findLast(({ name }) => name === 'campaigns.list')?.input;
    expect(asked).to.deep.equal({ limit: 50, filter: { state: ['paused'] } });
    expect(element.shadowRoot?.querySelectorAll('.bar acme-button[variant=primary]')).to.have.length(0);
    instance.destroy();
  });
});
