import { expect } from '@open-wc/testing';
import type { Domain } from '@tabard/contract/identity/domain';
import { byText, words } from './look-inside.ts';
import { domains } from './sample-domains.ts';
import { ALL } from './sample-records.ts';
import type { Staging } from './stage.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

describe('the list of domains', () => {
  const show = async (sample: Staging['sample'] = {}) => {
    const shown = await showWidget({
      widget: 'domain-list',
      sample: { permissions: [...ALL, 'domain.read', 'domain.manage', 'settings.read'], ...sample },
    });
    const { root } = shown;
    const asked = (name: string) => shown.sample.calls.filter((call) => call.name === name).map(({ input }) => input);
    const tasks = () => root.querySelector('acme-domain-tasks')?.shadowRoot as ShadowRoot;
    const choose = async (row: number, act: string): Promise<void> => {
      const table = root.querySelector('acme-table')?.shadowRoot as ShadowRoot;
      findDeep(table, `.line[data-index="${row}"] acme-menu`).dispatchEvent(new CustomEvent('choose', { detail: act }));
      await settle(root);
    };
    const press = async (name: string): Promise<void> => {
      byText(root.querySelector('acme-domain-tasks') ? tasks() : root, 'button', name).click();
      await settle(root);
    };
    /** What goes on turning does not come to rest. */
    const start = (name: string): void => byText(tasks(), 'button', name).click();
    const write = async (text: string): Promise<void> => {
      const field = tasks().querySelector<HTMLInputElement>('acme-input')!;
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await settle(root);
    };
    return { ...shown, asked, tasks, choose, press, start, write };
  };

  it('says of each name what it is for and how it stands, and shows names of every language as people read them', async () => {
    const { root } = await show();
    for (const text of ['portal.harbour.example', 'In use', 'Proven', 'About to stop', 'Not proven yet', 'Stopped'])
      expect(words(root)).to.contain(text);
    expect(words(root)).to.contain('häfen-post.example');
    expect(words(root)).to.contain('xn--hfen-post-02a.example');
  });

  it('adds a name, and shows the records to set', async () => {
    const { root, asked, press, start, write, tasks } = await show();
    await press('Add a domain');
    await until(() => tasks());
    await write(' app.client.example ');
    start('Add and see the records');
    await until(() => words(root).includes('proves that the name is yours'));
    expect(asked('domains.create')).to.deep.equal([{ host: 'app.client.example', purpose: 'app' }]);
    const values = [...tasks().querySelectorAll<HTMLInputElement>('acme-input')].map(({ value }) => value);
    expect(values).to.deep.equal([
      '_host-proof.app.client.example',
      'host-proof=Zk3mQp8vT2xLw9RbYc5NdHs7',
      'app.client.example',
      'edge.northlight.example',
    ]);
  });

  it('says beside the field why a name is refused', async () => {
    const taken = Object.assign(new Error('taken'), {
      status: 409,
      code: 'domain.taken',
      details: [{ path: 'host', message: 'It is in use already.' }],
    });
    const { press, write, tasks } = await show({
      answers: {
        'domains.create': () => {
          throw taken;
        },
      },
    });
    await press('Add a domain');
    await until(() => tasks());
    await write('portal.other.example');
    await press('Add and see the records');
    await until(() =>
      tasks().querySelector<HTMLInputElement & { error: string }>('acme-input')?.error.includes('in use already'),
    );
    expect(tasks().querySelector('acme-banner') === null).to.equal(true);
  });

  it('says what was found and what was expected, and follows a check', async () => {
    let checking = false;
    const one = domains[1]!;
    const { root, choose, start, sample } = await show({
      answers: {
        'domains.list': () => ({ items: [{ ...one, checking }], nextCursor: null }),
        'domains.check': (): Domain => ({ ...one, checking: (checking = true) }),
      },
    });
    await choose(0, 'show');
    await until(() => words(root).includes('We found parking.registrar.example and expected edge.northlight.example.'));
    start('Check now');
    await until(() => words(root).includes('Being checked'));
    checking = false;
    sample.emit({
      id: '1',
      type: 'domain.updated',
      at: new Date().toISOString(),
      data: { domainId: one.id, state: 'verified' },
    });
    await until(() => !words(root).includes('Being checked'));
  });

  it('says what stops before it removes a name', async () => {
    const { root, asked, choose, press } = await show();
    await choose(0, 'remove');
    await until(() => words(root).includes('everybody who signed in there is signed out'));
    await press('Remove');
    await until(() => asked('domains.remove').length === 1);
    expect(asked('domains.remove')).to.deep.equal([{ id: 'dom_0' }]);
  });

  it('shows whoever may only look the records, and no way to change anything', async () => {
    const { root, choose } = await show({ permissions: [...ALL, 'domain.read'] });
    expect(words(root)).not.to.contain('Add a domain');
    await choose(0, 'show');
    await until(() => words(root).includes('proves that the name is yours'));
    expect(words(root)).not.to.contain('Check now');
  });

  it('asks for the names of the organization that is chosen', async () => {
    const { root, asked } = await show();
    await until(() => root.querySelector('acme-select'));
    const select = root.querySelector('acme-select') as HTMLElement & { value: string; options: { value: string }[] };
    select.value = select.options.at(-1)!.value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => asked('domains.list').some((input) => (input as { organizationId?: string }).organizationId));
  });
});
