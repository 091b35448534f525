import type { Session } from '../core/session.ts';

export const stepNames = ['mailbox', 'leads', 'message', 'launch', 'reply'] as const;
export type StepName = (typeof stepNames)[number];

/** What this visit knows about the first steps. It ends with the session: there is nowhere on the platform to keep it. */
class OnboardingMemory {
  readonly done = new Set<StepName>();
  dismissed = false;
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  dismiss(): void {
    this.dismissed = true;
    this.#session.dispatchEvent(new Event('change'));
  }
}

const memories = new WeakMap<Session, OnboardingMemory>();

/** The memory that all elements of a session share. */
export function onboardingOf(session: Session): OnboardingMemory {
  let memory = memories.get(session);
  if (!memory) memories.set(session, (memory = new OnboardingMemory(session)));
  return memory;
}
