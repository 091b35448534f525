import { createHash } from 'node:crypto';

/** What a simulated person does with a first mail. */
export const ACTS = [
  'ignore',
  'open',
  'machine_open',
  'click',
  'reply',
  'out_of_office',
  'unsubscribe',
  'hard_bounce',
  'soft_bounce',
  'complain',
] as const;
export type Act = (typeof ACTS)[number];

export const TONES = ['interested', 'question', 'meeting', 'not_now', 'not_interested', 'referral', 'angry'] as const;
export type Tone = (typeof TONES)[number];

/** A person's way with mail; what is left out is drawn from the seed. */
export interface Behaviour {
  act: Act;
  tone?: Tone;
  /** Seconds from arrival to the act, before `speed`. */
  delaySeconds?: number;
  /** Refuse a hard bounce already at RCPT instead of by a report later. */
  inSession?: boolean;
  /** Unsubscribe by the link in the text instead of the mail program's button. */
  byFooter?: boolean;
  /** A privacy proxy fetches the images right after arrival, whatever the person does. */
  proxied?: boolean;
}

export interface BehaviourConfig {
  /** Relative shares; acts that are left out keep their default, 0 switches one off. */
  acts?: Partial<Record<Act, number>>;
  tones?: Partial<Record<Tone, number>>;
  /** Median seconds from arrival to open and to reply: of the quick quarter of people, and of the others. */
  delays?: Partial<Delays>;
  /** Fixed behaviour per address; a bare act or tone is enough. */
  behaviours?: Record<string, Behaviour | Act | Tone>;
}

export interface Delays {
  quickOpen: number;
  quickReply: number;
  slowOpen: number;
  slowReply: number;
}

const DEFAULT_ACTS: Record<Act, number> = {
  ignore: 34,
  open: 22,
  machine_open: 8,
  click: 10,
  reply: 13,
  out_of_office: 4,
  unsubscribe: 2.5,
  hard_bounce: 3,
  soft_bounce: 2,
  complain: 0.5,
};
const DEFAULT_TONES: Record<Tone, number> = {
  interested: 24,
  question: 20,
  meeting: 16,
  not_now: 16,
  not_interested: 14,
  referral: 7,
  angry: 3,
};
export const DEFAULT_DELAYS: Delays = { quickOpen: 7, quickReply: 35, slowOpen: 900, slowReply: 4_800 };

/** A number in [0, 1) that is the same for the same words, today and on every machine. */
export function draw(...words: (string | number)[]): number {
  return createHash('sha256').update(words.join('\n')).digest().readUIntBE(0, 6) / 2 ** 48;
}

/** Picks a key with a chance in proportion to its weight. */
function pick<K extends string>(weights: Record<K, number>, at: number): K {
  // Object.keys loses the key type that the record guarantees.
  const keys = Object.keys(weights) as K[];
  let rest = at * keys.reduce((sum, key) => sum + weights[key], 0);
  return keys.find((key) => (rest -= weights[key]) < 0) ?? keys[0]!;
}

/** A delay around a median with a long tail, as people's answers have. */
export function drawDelay(median: number, at: number, again: number, spread = 0.6): number {
  const normal = Math.sqrt(-2 * Math.log(Math.max(at, 1e-9))) * Math.cos(2 * Math.PI * again);
  return median * Math.exp(spread * Math.max(-2, Math.min(2.5, normal)));
}

const WORDS: Record<string, Behaviour> = {
  bounce: { act: 'hard_bounce', inSession: false },
  'hard-bounce': { act: 'hard_bounce', inSession: false },
  reject: { act: 'hard_bounce', inSession: true },
  'soft-bounce': { act: 'soft_bounce' },
  ooo: { act: 'out_of_office' },
  'out-of-office': { act: 'out_of_office' },
  'machine-open': { act: 'machine_open' },
};

/** Reads a behaviour given in full, as an act, as a tone, or in the words used in addresses; null for anything else. */
export function readBehaviour(given: unknown): Behaviour | null {
  if (given && typeof given === 'object') {
    const { act } = given as Partial<Behaviour>;
    return ACTS.some((known) => known === act) ? (given as Behaviour) : null;
  }
  const word = String(given).replaceAll('_', '-');
  const act = ACTS.find((known) => known.replaceAll('_', '-') === word);
  const tone = TONES.find((known) => known.replaceAll('_', '-') === word);
  return WORDS[word] ?? (act ? { act } : tone ? { act: 'reply', tone } : null);
}

/** What the local part asks for: `bounce+x@`, `reply-meeting@`, `not-now.anna@`, `ignore-7@`; null when it asks for nothing. */
export function readLocalPart(address: string): Behaviour | null {
  const words = (address.split('@')[0] ?? '').split(/[-+._]/);
  if (words[0] === 'reply') {
    const tone = readLocalPart(words.slice(1).join('-'));
    return tone?.tone ? tone : { act: 'reply' };
  }
  for (const length of [3, 2, 1]) {
    const known = readBehaviour(words.slice(0, length).join('-'));
    if (known && words.length >= length) return known;
  }
  return null;
}

/** The whole behaviour of an address: an override if there is one, else drawn from the seed. */
export function drawBehaviour(
  seed: string | number,
  address: string,
  config: BehaviourConfig,
  override?: unknown,
): Required<Omit<Behaviour, 'delaySeconds'>> & Pick<Behaviour, 'delaySeconds'> {
  const fixed = readBehaviour(override) ?? readBehaviour(config.behaviours?.[address]) ?? readLocalPart(address);
  const act = fixed?.act ?? pick({ ...DEFAULT_ACTS, ...config.acts }, draw(seed, address, 'act'));
  return {
    act,
    tone: fixed?.tone ?? pick({ ...DEFAULT_TONES, ...config.tones }, draw(seed, address, 'tone')),
    delaySeconds: fixed?.delaySeconds,
    inSession: fixed?.inSession ?? draw(seed, address, 'session') < 0.5,
    byFooter: fixed?.byFooter ?? draw(seed, address, 'footer') < 0.3,
    proxied: fixed?.proxied ?? (!fixed && draw(seed, address, 'proxy') < 0.15),
  };
}
