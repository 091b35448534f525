import { findLowContrast, raiseContrast, type Mode, type Theme } from '@tabard/theme';
import { styleParts } from './style-parts.ts';
import type { Appearance } from './theme-sheet.ts';

/** What looks need beyond the theme, loaded only where a host or a reader asks for it. */
export interface Looks {
  finish: (theme: Theme, mode: Mode) => Theme;
}

/** Writes part rules, raises contrast where wanted, and says which of the host's own colours are hard to read. */
export function takeLooks(prefix: string, appearance: Appearance, highContrast: boolean): Looks {
  styleParts(prefix, appearance.elements ?? {});
  const warned = new Set<string>();
  return {
    finish: (theme, mode) => {
      const finished = highContrast ? { ...raiseContrast(theme, mode), ...appearance.variables } : theme;
      for (const { text, ground, ratio, needed } of appearance.variables ? findLowContrast(finished) : []) {
        const words = `appearance.variables: "${text}" on "${ground}" has a contrast of ${ratio.toFixed(1)}; it needs ${needed} to be read by everybody (${mode}).`;
        if (!warned.has(words)) console.warn(words);
        warned.add(words);
      }
      return finished;
    },
  };
}
