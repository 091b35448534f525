import { expect, it } from 'vitest';
import { readChanges, touches, weigh, writeChangeLog } from './change-log.ts';

const commit = (subject: string, paths = ['widgets/src/inbox/inbox.ts'], body = '') => ({ subject, body, paths });

it('groups what changed by what it is, and leaves out what is nobody else’s news', () => {
  const changes = readChanges([
    commit('feat(inbox): snoozed threads come back'),
    commit('fix(table): columns share what is left'),
    commit('perf(inbox): rows are drawn once'),
    commit('feat(app): the account menu has <acme-looks>'),
    commit('refactor(inbox): one list'),
    commit('test(inbox): waits for rows'),
    commit('fix(tooling): a check says which file'),
    commit('Merge branch inbox'),
    commit('fix: times have a zone'),
  ]);
  expect(writeChangeLog('1.4.0', '2026-11-30', changes)).toBe(`# Changes

## 1.4.0 (2026-11-30)

### New

- **app**: the account menu has \\<acme-looks>
- **inbox**: snoozed threads come back

### Mended

- times have a zone
- **table**: columns share what is left

### Faster

- **inbox**: rows are drawn once
`);
});

it('reads each of several things that one subject tells', () => {
  const changes = readChanges([
    commit('feat(filter): asked over HTTP; and in lists; test(filter): at the largest size; fix(lead): a count'),
  ]);
  expect(changes.map(({ type, scope, text }) => [type, scope, text])).toEqual([
    ['feat', 'filter', 'asked over HTTP; and in lists'],
    ['fix', 'lead', 'a count'],
  ]);
});

it('puts first what breaks, said by a mark or in the body', () => {
  const changes = readChanges([
    commit('fix(sdk): a date is a Date', undefined, 'More.\n\nBREAKING CHANGE: dates are objects'),
    commit('feat(sdk)!: lists end'),
  ]);
  expect(weigh(changes)).toBe('breaking');
  expect(writeChangeLog('2.0.0', '2026-11-30', changes)).toContain(
    '### Needs your hands\n\n- **sdk**: a date is a Date\n- **sdk**: lists end\n',
  );
});

it('says a thing once, and that there is nothing to say', () => {
  const twice = readChanges([commit('fix(inbox): a line'), commit('fix(inbox): a line')]);
  expect(writeChangeLog('1.0.1', '2026-11-30', twice).match(/a line/g)).toHaveLength(1);
  expect(weigh(twice)).toBe('correction');
  expect(writeChangeLog('1.0.1', '2026-11-30', [])).toContain('Nothing changed but the version.');
});

it('counts a change to what it touches besides tests', () => {
  expect(touches({ paths: ['sdk/src/call.ts'] }, /^sdk\/src\//)).toBe(true);
  expect(touches({ paths: ['sdk/src/call.test.ts', 'platform/src/main.ts'] }, /^sdk\/src\//)).toBe(false);
});
