import { expect } from '@open-wc/testing';
import { byText, words } from './look-inside.ts';
import { ALL } from './sample-records.ts';
import { place, places } from './sample-tree.ts';
import type { Staging } from './stage.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

const permissions = [...ALL, 'organization.read', 'organization.manage'];

async function show(sample: Staging['sample'] = {}) {
  const shown = await showWidget({ widget: 'organization-tree', sample: { permissions, ...sample } });
  const { root } = shown;
  const view = () => root.querySelector('acme-tree')!.shadowRoot!;
  const tree = () => view().querySelector<HTMLElement>('[role=tree]')!;
  const lines = () => [...view().querySelectorAll<HTMLElement>('[role=treeitem]')];
  const tasks = () => root.querySelector('acme-tree-tasks')?.shadowRoot as ShadowRoot;
  return {
    ...shown,
    tree,
    lines,
    tasks,
    names: () => lines().map((line) => line.querySelector('bdi')?.textContent ?? words(line as never)),
    active: () => view().querySelector('#active bdi')?.textContent,
    asked: (name: string) => shown.sample.calls.filter((call) => call.name === name).map(({ input }) => input),
    // The tests' own element, of which they know only its list.
    menu: () => (view().querySelector('acme-menu') as unknown as { items: { id: string }[] }).items.map(({ id }) => id),
    async press(...keys: string[]): Promise<void> {
      for (const key of keys) {
        tree().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        await settle(root);
      }
    },
    async choose(act: string): Promise<void> {
      view()
        .querySelector('acme-menu')!
        .dispatchEvent(new CustomEvent('choose', { detail: act }));
      await until(() => tasks() || act === 'open' || act === 'resume' || act === 'restore');
      await settle(root);
    },
    async write(text: string, at = 0): Promise<void> {
      const field = tasks().querySelectorAll<HTMLInputElement>('acme-input')[at]!;
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await settle(root);
    },
    async push(name: string): Promise<void> {
      byText(tasks(), 'button', name).click();
      await settle(root);
    },
  };
}

describe('the tree of organizations', () => {
  it('begins at the own organization, and asks for what lies below one when it is first opened', async () => {
    const { names, press, asked, lines } = await show();
    expect(names()).to.deep.equal([
      'Northlight',
      'Harbour & Quay',
      'Südwind Agentur',
      'Old Mill Media',
      'Northlight itself',
    ]);
    expect(asked('tree.list').slice(0, 2)).to.deep.equal([{}, { organizationId: 'org_0', limit: 200 }]);
    await press('ArrowDown', 'ArrowRight');
    expect(names()).to.include('Harbour Dental');
    const dental = lines()[2]!;
    expect([dental.ariaLevel, dental.ariaPosInSet, dental.ariaSetSize]).to.deep.equal(['3', '1', '3']);
    expect(lines()[1]!.getAttribute('aria-expanded')).to.equal('true');
    await press('ArrowLeft', 'ArrowRight');
    expect(asked('tree.list').filter((input) => JSON.stringify(input).includes('org_1'))).to.have.length(1);
  });

  it('is walked by arrows, Home, End and the first letters of names', async () => {
    const { press, active } = await show();
    await press('End');
    expect(active()).to.equal('Northlight itself');
    await press('Home', 'ArrowDown', 'ArrowDown');
    expect(active()).to.equal('Südwind Agentur');
    await press('ArrowLeft');
    expect(active()).to.equal('Northlight');
    await press('o');
    expect(active()).to.equal('Old Mill Media');
    await press('Home', 'n');
    expect(active()).to.equal('Northlight itself');
  });

  it('offers with each place only what can be done with it', async () => {
    const { press, menu } = await show();
    await press('Enter');
    expect(menu()).to.deep.equal(['create-workspace', 'create-organization', 'rename', 'sign-on']);
    await press('ArrowDown', 'Enter');
    expect(menu()).to.include.members(['move', 'suspend', 'archive', 'delete']).and.not.include('export');
    await press('ArrowDown', 'Enter');
    expect(menu()).to.include('resume').and.not.include('suspend');
    await press('ArrowUp', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter');
    expect(menu()).to.include.members(['open', 'restore']).and.not.include('delete');
  });

  it('offers nothing but looking to whoever may not change it', async () => {
    const { press, menu, root } = await show({ permissions: [...ALL, 'organization.read'] });
    await press('ArrowDown', 'Enter');
    expect(menu()).to.deep.equal([]);
    expect(words(root)).not.to.contain('New workspace');
  });

  it('deletes what is called by its name, asks for the password where the platform wants it, and says until when it comes back', async () => {
    let confirmed = false;
    const { press, choose, write, push, asked, tasks, root } = await show({
      answers: {
        'tree.delete': () => {
          if (!confirmed)
            throw Object.assign(new Error('confirm'), { status: 409, code: 'auth.confirmation_required' });
          return { ...places[1], deletesAt: '2026-12-29T12:00:00.000Z' };
        },
        'account.confirm': () => {
          confirmed = true;
          return { confirmedUntil: '2026-12-29T12:00:00.000Z' };
        },
      },
    });
    await press('ArrowDown', 'Enter');
    await choose('delete');
    await push('Delete');
    expect(asked('tree.delete')).to.deep.equal([]);
    await write('Harbour & Quay');
    await push('Delete');
    await until(() => words(root).includes('Confirm that it is you'));
    await write('hunter two');
    await push('Continue');
    await until(() => !tasks());
    expect(asked('tree.delete')).to.deep.equal([
      { organizationId: 'org_1', name: 'Harbour & Quay' },
      { organizationId: 'org_1', name: 'Harbour & Quay' },
    ]);
    await until(() => words(root).includes('can be brought back until'));
  });

  it('moves a place to where it is dropped, after asking, and never into itself', async () => {
    const { lines, push, asked, root, tasks } = await show();
    const drag = (type: string, line: HTMLElement) => {
      const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() });
      line.dispatchEvent(event);
      return event.defaultPrevented;
    };
    const [own, harbour, south] = lines() as [HTMLElement, HTMLElement, HTMLElement];
    drag('dragstart', harbour);
    expect([drag('dragover', own), drag('dragover', harbour), drag('dragover', south)]).to.deep.equal([
      false,
      false,
      true,
    ]);
    drag('drop', south);
    await until(() => tasks());
    await settle(root);
    await push('Move');
    await until(() => !tasks());
    expect(asked('tree.move')).to.deep.equal([{ organizationId: 'org_1', parentId: 'org_2' }]);
  });

  it('finds places anywhere, with the way to them', async () => {
    const { root, names } = await show();
    findDeep(root, 'acme-search').dispatchEvent(new CustomEvent('search', { detail: 'har' }));
    await until(() => names().includes('Harbour Dental'));
    expect(words(root)).to.contain('Northlight › Harbour & Quay');
  });

  it('lets the host open a workspace', async () => {
    const { element, press, choose } = await show();
    let opened: unknown = null;
    element.addEventListener('acme-open-place', (event) => {
      event.preventDefault();
      opened = (event as CustomEvent).detail;
    });
    await press('End', 'Enter');
    await choose('open');
    expect(opened).to.deep.equal({ workspaceId: 'wsp_1', organizationId: 'org_0', name: 'Northlight itself' });
  });

  it('of ten thousand places draws only those in view, and comes to the last of them', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      place(`wsp_m${index}`, `Client ${String(index).padStart(5, '0')}`, places[0]!),
    );
    const { press, active, lines, root } = await show({
      answers: {
        'tree.list': ({ organizationId, cursor }: { organizationId?: string; cursor?: string }) => {
          if (!organizationId) return { items: [places[0]], nextCursor: null };
          const from = Number(cursor ?? 0);
          return {
            items: many.slice(from, from + 200),
            nextCursor: from + 200 < many.length ? String(from + 200) : null,
          };
        },
      },
    });
    for (let page = 0; page < 60 && active() !== 'Client 09999'; page++) {
      await press('End');
      await settle(root);
    }
    expect(active()).to.equal('Client 09999');
    expect(lines().length).to.be.lessThan(60);
  });

  it('says so where somebody has no branch', async () => {
    const none = Object.assign(new Error('none'), { status: 404, code: 'organization.not_found' });
    const { root } = await show({
      answers: {
        'tree.list': () => {
          throw none;
        },
      },
    });
    await until(() => words(root).includes('You cannot see this'));
  });
});
