import { expect } from '@open-wc/testing';
import { byText, words } from './look-inside.ts';
import { ALL } from './sample-records.ts';
import type { Staging } from './stage.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

describe('the list of snapshots', () => {
  const show = async (sample: Staging['sample'] = {}) => {
    const shown = await showWidget({
      widget: 'snapshot-list',
      sample: { permissions: [...ALL, 'organization.read', 'organization.manage'], ...sample },
    });
    const { root } = shown;
    const asked = (name: string) => shown.sample.calls.filter((call) => call.name === name).map(({ input }) => input);
    const tasks = () => root.querySelector('acme-snapshot-tasks')?.shadowRoot as ShadowRoot;
    const places = () =>
      root.querySelector('acme-snapshot-drawer')?.shadowRoot?.querySelector('acme-snapshot-places')
        ?.shadowRoot as ShadowRoot;
    const choose = async (row: number, act: string): Promise<void> => {
      const table = root.querySelector('acme-table')?.shadowRoot as ShadowRoot;
      findDeep(table, `.line[data-index="${row}"] acme-menu`).dispatchEvent(new CustomEvent('choose', { detail: act }));
      await settle(root);
    };
    const open = async (): Promise<void> => {
      await choose(0, 'open');
      await until(() => places().querySelector('.place'));
      await settle(root);
    };
    const press = (within: ShadowRoot, name: string): void => byText(within, 'button', name).click();
    const write = async (field: HTMLInputElement, value: string, event = 'change'): Promise<void> => {
      field.value = value;
      field.dispatchEvent(new Event(event, { bubbles: true }));
      await settle(root);
    };
    return { ...shown, asked, tasks, places, choose, open, press, write };
  };

  it('says of each what it holds, from where and which version it is', async () => {
    const { root } = await show();
    for (const text of ['Dental practices, version 3', 'Harbour Dental', 'Templates 12', 'Campaigns 4'])
      expect(words(root)).to.contain(text);
  });

  it('takes one from a workspace that is found by its name', async () => {
    const { root, asked, tasks, press, write } = await show();
    press(root, 'Take a snapshot');
    await until(() => tasks()?.querySelectorAll('acme-combobox').length === 2);
    const [place, name] = tasks().querySelectorAll<HTMLInputElement>('acme-combobox');
    await write(place!, 'wsp_2');
    await write(name!, ' Standard ');
    press(tasks(), 'Take it');
    await until(() => !root.querySelector('acme-snapshot-tasks'));
    expect(asked('snapshots.take')).to.deep.equal([
      { organizationId: 'org_0', workspaceId: 'wsp_2', name: 'Standard' },
    ]);
    await until(() => words(root).includes('Standard was taken.'));
  });

  it('refuses a file that is none, and adds one that is', async () => {
    const { root, asked, tasks, press } = await show();
    press(root, 'Add from a file');
    await until(() => tasks()?.querySelector('acme-file-drop'));
    const drop = (text: string): void =>
      void tasks()
        .querySelector('acme-file-drop')!
        .dispatchEvent(new CustomEvent('file', { detail: new File([text], 'Dental-3.json') }));
    drop('no JSON');
    await until(() => words(tasks()).includes('This file is no snapshot'));
    drop('{"snapshot":1}');
    await until(() => words(tasks()).includes('Dental-3.json'));
    press(tasks(), 'Add it');
    await until(() => !root.querySelector('acme-snapshot-tasks'));
    expect(asked('snapshots.add')).to.deep.equal([
      { organizationId: 'org_0', name: 'Dental', document: { snapshot: 1 } },
    ]);
  });

  it('rolls out to those that were chosen, after a question, and shows what became of it', async () => {
    const { root, asked, places, open, press } = await show();
    await open();
    const last = [...places().querySelectorAll('.place')].at(-1)!;
    expect(last.querySelector('acme-checkbox')!.getAttribute('label')).to.equal('Northlight itself');
    expect(last.textContent).to.contain('Never');
    findDeep(last.querySelector('acme-checkbox')!.shadowRoot!, 'input').click();
    await settle(root);
    press(places(), 'Roll out to 1');
    await settle(root);
    const dialog = places().querySelector('acme-dialog')!;
    findDeep(dialog.querySelector('acme-checkbox')!.shadowRoot!, 'input').click();
    await settle(root);
    dialog.querySelector<HTMLElement>('[slot=footer][variant=primary]')!.click();
    await until(() => [...places().querySelectorAll('.place')].at(-1)!.textContent.includes('Rolled out'));
    expect(asked('snapshots.rollOut')).to.deep.equal([{ id: 'snp_3', workspaceIds: ['wsp_1'], prune: true }]);
  });

  it('shows what has drifted, and takes a roll-out back', async () => {
    const { root, asked, places, open, press } = await show();
    await open();
    press(places(), 'Check for drift');
    await until(() => words(places()).includes('Differences: 2'));
    expect(words(places())).to.contain('As the snapshot').and.to.contain('Missing: Campaigns, Spring check-up');
    await settle(root);
    press(places(), 'Take back');
    await settle(root);
    const question = findDeep(places(), 'acme-dialog.question');
    [...question.querySelectorAll<HTMLElement>('acme-button')].at(-1)!.click();
    await until(() => places().querySelector('.place')!.textContent.includes('Taken back'));
    expect(asked('snapshots.rollBack')).to.deep.equal([{ id: 'sro_1' }]);
  });

  it('says what is in it', async () => {
    const { root, open } = await show();
    await open();
    const drawer = root.querySelector('acme-snapshot-drawer')!.shadowRoot!;
    drawer.querySelector('acme-tabs')!.dispatchEvent(new CustomEvent('choose', { detail: 'contents' }));
    await until(() => words(drawer).includes('A second look'));
  });

  it('is closed to those who administer no organization', async () => {
    const { root } = await show({ permissions: [...ALL] });
    expect(root.querySelector('acme-table')).to.equal(null);
  });
});
