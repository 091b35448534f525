import { type BehaviourConfig, DEFAULT_DELAYS, draw, drawBehaviour, drawDelay, type Tone } from './behaviour.ts';

/** One thing to do, so many seconds after the mail arrived. */
export interface Step {
  kind:
    | 'open'
    | 'machine_open'
    | 'click'
    | 'reply'
    | 'out_of_office'
    | 'unsubscribe'
    | 'hard_bounce'
    | 'soft_bounce'
    | 'complain';
  after: number;
  detail: Record<string, unknown>;
}

export interface Arrival {
  address: string;
  /** How many mails the person had from this side before. */
  earlier: number;
  /** The mail answers something the person wrote. */
  answersPerson: boolean;
  /** How often the person has written to this sender. */
  repliesWritten: number;
}

const MAX_TURNS = 3;

/** What a person will do about a mail: the same for the same seed, address and history. */
export function planReaction(
  seed: string | number,
  arrival: Arrival,
  config: BehaviourConfig,
  override?: unknown,
): Step[] {
  const { address, earlier } = arrival;
  const chance = (name: string) => draw(seed, address, earlier, name);
  const delays = { ...DEFAULT_DELAYS, ...config.delays };
  const quick = draw(seed, address, 'pace') < 0.25;
  const person = drawBehaviour(seed, address, config, override);
  const openAfter = drawDelay(quick ? delays.quickOpen : delays.slowOpen, chance('open'), chance('open2'));
  const replyAfter = drawDelay(quick ? delays.quickReply : delays.slowReply, chance('reply'), chance('reply2'), 0.4);
  const actAfter = person.delaySeconds ?? Math.max(replyAfter, openAfter + 2);
  const open: Step = { kind: 'open', after: Math.min(openAfter, Math.max(0, actAfter - 1)), detail: {} };
  if (arrival.answersPerson) {
    if (arrival.repliesWritten >= MAX_TURNS || person.tone === 'angry') return [open];
    return [
      open,
      { kind: 'reply', after: actAfter, detail: { tone: nextTone(person.tone), turn: arrival.repliesWritten + 1 } },
    ];
  }
  const steps = reactFirst(person, open, actAfter, earlier);
  return person.proxied && !steps.some(({ kind }) => kind === 'machine_open' || kind === 'hard_bounce')
    ? [{ kind: 'machine_open', after: 1 + chance('proxy'), detail: {} }, ...steps]
    : steps;
}

function reactFirst(person: ReturnType<typeof drawBehaviour>, open: Step, actAfter: number, earlier: number): Step[] {
  switch (person.act) {
    case 'ignore':
      return [];
    case 'open':
      return [open];
    case 'machine_open':
      return [{ kind: 'machine_open', after: person.delaySeconds ?? 1.5, detail: {} }];
    case 'click':
      return [open, { kind: 'click', after: person.delaySeconds ?? open.after + 8, detail: {} }];
    case 'unsubscribe':
      return [
        open,
        { kind: 'unsubscribe', after: person.delaySeconds ?? open.after + 6, detail: { byFooter: person.byFooter } },
      ];
    case 'reply':
      return [open, { kind: 'reply', after: actAfter, detail: { tone: person.tone, turn: 1 } }];
    case 'out_of_office':
      // RFC 3834: one answer per sender in a while, not one per mail.
      return earlier ? [] : [{ kind: 'out_of_office', after: person.delaySeconds ?? 3, detail: {} }];
    case 'hard_bounce':
    case 'soft_bounce':
      return [{ kind: person.act, after: person.delaySeconds ?? 4, detail: {} }];
    case 'complain':
      return [open, { kind: 'complain', after: person.delaySeconds ?? open.after + 5, detail: {} }];
  }
}

function nextTone(tone: Tone): Tone {
  return tone === 'interested' || tone === 'question' ? 'meeting' : tone;
}
