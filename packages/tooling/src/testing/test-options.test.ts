import { describe, expect, it } from 'vitest';
import { readTestOptions } from './test-options.ts';

const read = (line: string) => readTestOptions(line.split(' ').filter(Boolean), (word) => word === 'HEAD~1');

describe('readTestOptions', () => {
  it('takes words as parts of paths', () => {
    expect(read('crm/lead -t keeps --shard 1/4')).toMatchObject({
      words: ['crm/lead'],
      named: 'keeps',
      shard: '1/4',
      changed: undefined,
      lane: 'usual',
    });
  });

  it('takes the word behind --changed as a revision only when it is one', () => {
    expect(read('--changed')).toMatchObject({ changed: '', words: [] });
    expect(read('--changed HEAD~1 lead')).toMatchObject({ changed: 'HEAD~1', words: ['lead'] });
    expect(read('--changed lead HEAD~1')).toMatchObject({ changed: '', words: ['lead', 'HEAD~1'] });
  });

  it('refuses what it does not know, and says what it knows', () => {
    expect(() => read('--lane fast')).toThrow('--lane is slow or all');
    expect(() => read('--browser opera')).toThrow('chromium, firefox, webkit');
    expect(() => read('--shard 5')).toThrow('1/4');
    expect(() => read('--cover')).toThrow('--cover');
  });
});
