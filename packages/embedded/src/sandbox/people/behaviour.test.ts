import { describe, expect, it } from 'vitest';
import { type Act, drawBehaviour, readLocalPart } from './behaviour.ts';
import { planReaction } from './plan-reaction.ts';

const arrival = (address: string) => ({ address, earlier: 0, answersPerson: false, repliesWritten: 0 });
const crowd = Array.from({ length: 2_000 }, (_, index) => `lead${index}@client.example`);

describe('the character of an address', () => {
  it('is the same for the same seed and another for another', () => {
    const plan = (seed: string) => crowd.slice(0, 50).map((address) => planReaction(seed, arrival(address), {}));
    expect(plan('one')).toEqual(plan('one'));
    expect(plan('one')).not.toEqual(plan('two'));
  });

  it('follows the configured shares', () => {
    const acts = { ignore: 0, open: 3, reply: 1 };
    const none: Partial<Record<Act, number>> = {
      machine_open: 0,
      click: 0,
      out_of_office: 0,
      unsubscribe: 0,
      hard_bounce: 0,
      soft_bounce: 0,
      complain: 0,
    };
    const drawn = crowd.map((address) => drawBehaviour(1, address, { acts: { ...none, ...acts } }).act);
    const replies = drawn.filter((act) => act === 'reply').length / drawn.length;
    expect(new Set(drawn)).toEqual(new Set(['open', 'reply']));
    expect(replies).toBeCloseTo(0.25, 1);
  });

  it('can be asked for in the local part', () => {
    expect(readLocalPart('bounce+x@c.example')).toMatchObject({ act: 'hard_bounce', inSession: false });
    expect(readLocalPart('reply-not-now@c.example')).toMatchObject({ act: 'reply', tone: 'not_now' });
    expect(readLocalPart('not-interested.anna@c.example')).toMatchObject({ act: 'reply', tone: 'not_interested' });
    expect(readLocalPart('opener@c.example')).toBeNull();
  });

  it('lets a newcomer who mails fifty people see an open in ten seconds and a reply within a minute', () => {
    const steps = crowd.slice(0, 50).flatMap((address) => planReaction('sandbox', arrival(address), {}));
    const first = (kind: string) => Math.min(...steps.flatMap((step) => (step.kind === kind ? [step.after] : [])));
    expect(first('open')).toBeLessThan(10);
    expect(first('reply')).toBeLessThan(60);
  });
});
