import { expect } from '@open-wc/testing';
import { errors } from '@tabard/contract/errors';
import { codeWords } from '../src/base/code-words.ts';
import { byText, words } from './look-inside.ts';
import { ALL } from './sample-records.ts';
import { madeRoles } from './sample-roles.ts';
import type { Staging } from './stage.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

describe('the list of roles', () => {
  const show = async (sample: Staging['sample'] = {}) => {
    const shown = await showWidget({
      widget: 'role-list',
      sample: { permissions: [...ALL, 'member.read', 'role.manage', 'settings.read'], ...sample },
    });
    const { root } = shown;
    const asked = (name: string) => shown.sample.calls.filter((call) => call.name === name).map(({ input }) => input);
    const tasks = () => root.querySelector('acme-role-tasks')?.shadowRoot as ShadowRoot;
    const choose = async (row: number, act: string): Promise<void> => {
      const table = root.querySelector('acme-table')?.shadowRoot as ShadowRoot;
      findDeep(table, `.line[data-index="${row}"] acme-menu`).dispatchEvent(new CustomEvent('choose', { detail: act }));
      await settle(root);
    };
    const press = async (name: string): Promise<void> => {
      byText(root.querySelector('acme-role-tasks') ? tasks() : root, 'button', name).click();
      await settle(root);
    };
    const write = async (text: string): Promise<void> => {
      const field = tasks().querySelector<HTMLInputElement>('acme-input')!;
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await settle(root);
    };
    const tick = async (label: string): Promise<void> => {
      const box = tasks().querySelector<HTMLInputElement>(`acme-checkbox[label="${label}"]`)!;
      box.checked = !box.checked;
      box.dispatchEvent(new Event('change', { bubbles: true }));
      await settle(root);
    };
    return { ...shown, asked, tasks, choose, press, write, tick };
  };

  it('shows those that were made, then the built-in ones, with who has them, where they come from and what is not known', async () => {
    const { root } = await show();
    const shown = words(root);
    for (const text of [
      'Account manager',
      '6 permissions',
      '1 person',
      '2 invitations',
      'Made here',
      'From Northlight',
      'Not known here: forecast.read',
      'Built in',
      'Campaign manager',
    ])
      expect(shown).to.contain(text);
    expect(shown.indexOf('Account manager')).to.be.lessThan(shown.indexOf('Campaign manager'));
  });

  it('makes a role out of permissions by what they are about', async () => {
    const { root, asked, press, write, tick, tasks } = await show();
    await press('Make a role');
    await until(() => tasks());
    await write(' Recruiter ');
    await press('Make the role');
    await until(() => words(root).includes('Choose at least one thing'));
    await tick('Inbox and mailboxes: everything');
    await tick('Connect and change mailboxes');
    await tick('See leads');
    await press('Make the role');
    await until(() => words(root).includes('Recruiter can be given now.'));
    expect(asked('roles.create')).to.deep.equal([
      {
        name: 'Recruiter',
        description: '',
        permissions: ['inbox.read', 'inbox.reply', 'mailbox.read', 'lead.read'],
      },
    ]);
  });

  it('says beside the field why a name is refused', async () => {
    const taken = Object.assign(new Error('taken'), {
      status: 409,
      code: 'role.name_taken',
      details: [{ path: 'name', message: 'A built-in role is called so.' }],
    });
    const { press, write, tick, tasks } = await show({
      answers: {
        'roles.create': () => {
          throw taken;
        },
      },
    });
    await press('Make a role');
    await until(() => tasks());
    await write('Viewer');
    await tick('See leads');
    await press('Make the role');
    await until(() =>
      tasks().querySelector<HTMLInputElement & { error: string }>('acme-input')?.error.includes('built-in'),
    );
    expect(tasks().querySelector('acme-banner') === null).to.equal(true);
  });

  it('changes a role that was made here, and copies any with what the reader holds', async () => {
    const { root, asked, choose, press, tick, tasks } = await show();
    await choose(0, 'edit');
    await until(() => tasks());
    await tick('Answer conversations');
    await press('Save');
    await until(() => words(root).includes('Account manager was changed.'));
    expect(asked('roles.update')).to.deep.equal([
      {
        id: madeRoles[0]!.id,
        name: 'Account manager',
        description: madeRoles[0]!.description,
        permissions: ['lead.read', 'lead.write', 'campaign.read', 'campaign.write', 'inbox.read'],
      },
    ]);
    await choose(4, 'duplicate');
    await until(() => words(root).includes('is left out'));
    await press('Make the role');
    await until(() => asked('roles.create').length === 1);
    const [copy] = asked('roles.create') as { name: string; permissions: string[] }[];
    expect(copy!.name).to.equal('Organization admin (copy)');
    expect(copy!.permissions).not.to.contain('organization.manage');
  });

  it('shows what a role lets people do, and who has it', async () => {
    const { root, choose } = await show();
    await choose(0, 'holders');
    await until(() => words(root).includes('ines@harbor.example'));
    expect(words(root)).to.contain('Harbor Tools');
    expect(words(root)).to.contain('Write campaigns');
  });

  it('asks who follows before it removes a role that somebody has', async () => {
    const { root, asked, choose, press, tasks } = await show();
    await choose(0, 'remove');
    await until(() => words(root).includes('Has it now: 1 person.'));
    await press('Remove');
    expect(asked('roles.remove')).to.deep.equal([]);
    const select = tasks().querySelector<HTMLInputElement & { options: { value: string }[] }>('acme-select')!;
    expect(select.options.map(({ value }) => value)).not.to.contain(madeRoles[0]!.id);
    expect(select.options.map(({ value }) => value)).not.to.contain('org_admin');
    select.value = 'viewer';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settle(root);
    await press('Remove');
    await until(() => asked('roles.remove').length === 1);
    expect(asked('roles.remove')).to.deep.equal([{ id: madeRoles[0]!.id, successor: 'viewer' }]);
  });

  it('asks who follows also where the platform knows of somebody whom the list does not count', async () => {
    let isFirst = true;
    const { root, asked, choose, press, tasks } = await show({
      answers: {
        'roles.remove': ({ id }: { id: string }) => {
          if (!isFirst) return { id, moved: 1 };
          isFirst = false;
          throw Object.assign(new Error('used'), { status: 409, code: 'role.in_use', details: [] });
        },
      },
    });
    await choose(1, 'remove');
    await until(() => words(root).includes('Nobody has it.'));
    await press('Remove');
    await until(() => tasks().querySelector('acme-select'));
    expect(asked('roles.remove')).to.deep.equal([{ id: madeRoles[1]!.id }]);
  });

  it('has words of its own for all that is refused of roles', async () => {
    await show();
    const met = Object.keys(errors).filter((code) => code.startsWith('role.'));
    expect(met.length).to.be.greaterThan(5);
    for (const code of met) expect(codeWords(code), code).to.be.a('string');
  });

  it('lets whoever only looks look, and change nothing', async () => {
    const { root, choose } = await show({ permissions: [...ALL, 'member.read'] });
    expect(words(root)).not.to.contain('Make a role');
    await choose(0, 'holders');
    await until(() => words(root).includes('Write campaigns'));
  });

  it('asks for the roles of the organization that is chosen', async () => {
    const { root, asked } = await show();
    await until(() => root.querySelector('acme-select'));
    const select = root.querySelector('acme-select') as HTMLElement & { value: string; options: { value: string }[] };
    select.value = select.options.at(-1)!.value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => asked('roles.list').some((input) => (input as { organizationId?: string }).organizationId));
  });
});
