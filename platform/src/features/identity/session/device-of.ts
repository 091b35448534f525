import Bowser from 'bowser';
import type { UserSession } from '@tabard/contract';

/** What a program says of itself, in the few words that a person knows it by. */
export function deviceOf(userAgent: string | null): Pick<UserSession, 'browser' | 'system' | 'kind'> {
  const { browser, os, platform } = Bowser.parse(userAgent || 'unknown');
  const kind =
    platform.type === 'mobile' || platform.type === 'tablet' ? platform.type : browser.name ? 'desktop' : null;
  return { browser: browser.name || null, system: os.name || null, kind };
}
