import { expect } from '@open-wc/testing';
import { byText, words } from './look-inside.ts';
import { group, match, people } from './sample-companies.ts';
import type { Staging } from './stage.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

async function show(sample: Staging['sample'] = {}, attributes: Staging['attributes'] = {}) {
  const shown = await showWidget({ widget: 'company-list', sample, attributes });
  const { root } = shown;
  const form = (): ShadowRoot => findDeep(root, 'acme-company-form').shadowRoot!;
  const part = (name: string): ShadowRoot => findDeep(root, `acme-company-${name}`).shadowRoot!;
  const tree = (): ShadowRoot => findDeep(root, 'acme-tree').shadowRoot!;
  return {
    ...shown,
    form,
    part,
    tree,
    asked: (name: string) => shown.sample.calls.filter((call) => call.name === name).map(({ input }) => input),
    said: () => words(root),
    async openAt(view = 'details'): Promise<void> {
      findDeep(root, '.line[data-index="0"]').click();
      await until(() => form().querySelector('acme-tabs'));
      form()
        .querySelector('acme-tabs')!
        .dispatchEvent(new CustomEvent('choose', { detail: view }));
      await settle(root);
    },
    async press(...keys: string[]): Promise<void> {
      for (const key of keys) {
        tree()
          .querySelector('[role=tree]')!
          .dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        await settle(root);
      }
    },
    async act(what: string): Promise<void> {
      tree()
        .querySelector('acme-menu')!
        .dispatchEvent(new CustomEvent('choose', { detail: what }));
      await settle(root);
    },
  };
}

describe('the list of companies', () => {
  it('is filtered by what its address says, and says what it is filtered by', async () => {
    const { element, root, asked } = await show();
    const list = element as HTMLElement & { viewQuery: { value: string } };
    list.viewQuery.value = new URLSearchParams({
      filter: JSON.stringify({ size: ['51-200'], country: 'Spain' }),
    }).toString();
    await settle(root);
    expect(asked('companies.list').at(-1)).to.deep.include({ filter: { size: ['51-200'], country: 'Spain' } });
    findDeep(root, 'acme-filter-bar').dispatchEvent(
      new CustomEvent('filter', {
        detail: { match: 'all', conditions: [{ field: 'industry', operator: 'is', values: ['Freight'] }] },
      }),
    );
    await settle(root);
    expect(new URLSearchParams(list.viewQuery.value).get('filter')).to.equal('{"industry":"Freight"}');
    list.viewQuery.value = 'filter=%7Bbroken';
    await settle(root);
    expect(list.viewQuery.value).to.equal('');
  });

  it('stores what was changed of a company, and asks before that is thrown away', async () => {
    const { root, form, asked, openAt } = await show();
    await openAt();
    const city = form().querySelector<HTMLInputElement>('[name=city]')!;
    city.value = 'Venray';
    city.dispatchEvent(new Event('input', { bubbles: true }));
    await settle(root);
    byText(form(), 'button', 'Save changes').click();
    await until(() => asked('companies.update').length === 1);
    expect(asked('companies.update')[0]).to.deep.equal({ id: 'com_0', city: 'Venray' });
  });
});

describe('the group of a company', () => {
  it('is a tree of the company’s own place, walked by keys', async () => {
    const { tree, openAt, press } = await show();
    await openAt('group');
    const names = () => [...tree().querySelectorAll('[role=treeitem] bdi')].map((one) => one.textContent);
    expect(names()).to.deep.equal(['Meridian Holding', 'Brandt Spedition', 'Brandt Nord', 'Brandt Süd', 'Puerto Sur']);
    const active = () => tree().querySelector('#active');
    expect(active()?.getAttribute('data-place')).to.equal('com_0');
    expect([active()?.ariaLevel, active()?.ariaPosInSet, active()?.ariaSetSize]).to.deep.equal(['2', '1', '2']);
    await press('ArrowRight');
    expect(active()?.getAttribute('data-place')).to.equal('com_10');
    await press('ArrowLeft', 'ArrowLeft');
    expect(names()).to.deep.equal(['Meridian Holding', 'Brandt Spedition', 'Puerto Sur']);
    await press('p');
    expect(active()?.getAttribute('data-place')).to.equal('com_1');
  });

  it('is moved by hand, not below itself, and the move has a way back', async () => {
    const { root, tree, part, openAt, asked } = await show();
    await openAt('group');
    const line = (id: string): HTMLElement => tree().querySelector<HTMLElement>(`[data-place="${id}"]`)!;
    const drop = (from: string, to: string): void => {
      line(from).dispatchEvent(new DragEvent('dragstart', { bubbles: true, dataTransfer: new DataTransfer() }));
      line(to).dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true }));
    };
    drop('com_0', 'com_10');
    await settle(root);
    expect(asked('companies.update')).to.deep.equal([]);
    drop('com_10', 'com_1');
    await until(() => asked('companies.update').length === 1);
    expect(asked('companies.update')[0]).to.deep.equal({ id: 'com_10', parentId: 'com_1' });
    await until(() => byText(part('group'), 'button', 'Undo'));
    byText(part('group'), 'button', 'Undo').click();
    await until(() => asked('companies.update').length === 2);
    expect(asked('companies.update')[1]).to.deep.equal({ id: 'com_10', parentId: 'com_0' });
  });

  it('is moved by its menu, too, and a company can be taken out of it', async () => {
    const { root, openAt, press, act, asked, part } = await show();
    await openAt('group');
    await press('Enter');
    await act('move');
    const picker = findDeep<HTMLElement & { value: string }>(part('group'), 'acme-combobox');
    picker.value = 'com_1';
    picker.dispatchEvent(new Event('change'));
    await settle(root);
    part('group').querySelector<HTMLElement>('acme-dialog [variant=primary]')!.click();
    await until(() => asked('companies.update').length === 1);
    expect(asked('companies.update')[0]).to.deep.equal({ id: 'com_0', parentId: 'com_1' });
    await press('Enter');
    await act('alone');
    await until(() => asked('companies.update').length === 2);
    expect(asked('companies.update')[1]).to.deep.equal({ id: 'com_0', parentId: null });
  });

  it('cannot be changed by who may only look', async () => {
    const { tree, openAt } = await show({ permissions: ['workspace.read', 'company.read'] });
    await openAt('group');
    expect(tree().querySelectorAll('[draggable=true]')).to.have.length(0);
    expect(group).to.have.length(5);
  });
});

describe('the people of a company', () => {
  it('are taken out with a way back', async () => {
    const { openAt, part, asked, root } = await show({
      answers: { 'leads.list': () => ({ items: people, nextCursor: null }) },
    });
    await openAt('people');
    await until(() => part('people').querySelectorAll('li').length === 3);
    part('people').querySelector<HTMLElement>('li acme-button')!.click();
    await until(() => asked('leads.update').length === 1);
    expect(asked('leads.update')[0]).to.deep.equal({ id: people[0]!.id, companyId: null });
    await until(() => byText(part('people'), 'button', 'Undo'));
    byText(part('people'), 'button', 'Undo').click();
    await until(() => asked('leads.update').length === 2);
    expect(asked('leads.update')[1]).to.deep.equal({ id: people[0]!.id, companyId: 'com_0' });
    await settle(root);
  });
});

describe('two companies that may be the same', () => {
  it('become one by a choice for each field, and are two again by undo', async () => {
    const merges = [
      {
        id: 'cpm_0',
        companyId: 'com_0',
        otherId: 'com_7',
        otherName: 'Brandt Spedition GmbH',
        moved: 3,
        state: 'completed',
        createdAt: new Date().toISOString(),
      },
    ];
    const { openAt, part, asked, said } = await show({ answers: { 'companies.merges': () => ({ items: merges }) } });
    await openAt('duplicates');
    byText(part('duplicates'), 'button', 'Merge').click();
    await until(() => part('merge').querySelector('table'));
    const chosen = () =>
      [...part('merge').querySelectorAll('tbody tr')].map((row) => row.querySelectorAll('input')[1]!.checked);
    // What the one that stays lacks is taken from the other one unless somebody says otherwise.
    expect(chosen()).to.deep.equal([false, false, false, false, false, true]);
    part('merge').querySelectorAll<HTMLElement>('tbody tr')[3]!.querySelectorAll('input')[1]!.click();
    await settle(part('merge'));
    byText(part('merge'), 'button', 'Merge').click();
    await until(() => asked('companies.merge').length === 1);
    expect(asked('companies.merge')[0]).to.deep.equal({ id: 'com_0', otherId: 'com_7', take: ['linkedinUrl', 'city'] });
    await until(() => said().includes('Merged into Brandt Spedition.'));
    byText(part('duplicates'), 'button', 'Undo merge').click();
    await until(() => asked('companies.undoMerge').length === 1);
    await until(() => said().includes('is a company of its own again'));
  });
});

describe('a match of leads', () => {
  it('shows how far it is, and can be stopped', async () => {
    const { said, part, asked } = await show({
      answers: { 'companyMatches.list': () => ({ items: [match(0.4)] }) },
    });
    await until(() => said().includes('Leads are joining their companies'));
    byText(part('match-bar'), 'button', 'Stop').click();
    await until(() => asked('companyMatches.cancel').length === 1);
  });
});

describe('the company of a lead', () => {
  it('is found by typing or made in the lead’s form, and reached from there and from its row', async () => {
    const gone: string[] = [];
    const { root, element, sample } = await showWidget({
      widget: 'lead-table',
      sample: { answers: { 'leads.list': () => ({ items: people, nextCursor: null }) } },
    });
    element.addEventListener('acme-navigate', (event) =>
      gone.push((event as CustomEvent<{ path: string }>).detail.path),
    );
    await until(() => findDeep(root, '[data-company]'));
    findDeep(root, '[data-company]').click();
    expect(gone).to.deep.equal(['/companies/com_0']);
    findDeep(root, '.line[data-index="0"]').click();
    await until(() => findDeep(root, 'acme-lead-form', 'acme-combobox'));
    const form = findDeep(root, 'acme-lead-form').shadowRoot!;
    byText(form, 'button', 'Open company').click();
    expect(gone.at(-1)).to.equal('/companies/com_0');
    const field = findDeep<HTMLElement & { value: string }>(form, 'acme-combobox');
    field.value = 'new:Nova';
    field.dispatchEvent(new Event('change'));
    await until(() => sample.calls.some(({ name }) => name === 'companies.create'));
    await settle(root);
    byText(form, 'button', 'Save changes').click();
    await until(() => sample.calls.some(({ name }) => name === 'leads.update'));
    const update = sample.calls.find(({ name }) => name === 'leads.update');
    expect(update?.input).to.include({ companyId: 'com_0' });
  });
});
