import { createMeasureRoles, type Density, type Mode, type Palette, type Theme, type TokenName } from '@tabard/theme';
import type { IconName } from '../kit/icon.ts';
import type { PartStyles } from './style-parts.ts';

/**
 * How the host wants elements to look. Everything is optional; the workspace's own brand fills the rest.
 * What is more precise wins: `elements`, then `--<prefix>-…` in the host's style sheets, then `variables`, then `theme`.
 */
export interface Appearance {
  /** `auto` follows the device; left out, a brand without a mode of its own follows the page around. `high-contrast` follows the system between light and dark; a reader who asks the system for more contrast gets it anyway. */
  theme?: 'light' | 'dark' | 'auto' | 'high-contrast';
  /** One colour, `#rrggbb`, from which a whole palette is computed. */
  brandColor?: string;
  /** How much room there is around things. */
  density?: Density;
  /** Corner of a control in px. */
  radius?: number;
  /** A CSS font family; the page's own when left out. */
  fontFamily?: string;
  /** Size of normal text in px. */
  fontSizeBase?: number;
  /** Single tokens; they win over everything computed. A contrast below 4.5:1 is said in the console. */
  variables?: Partial<Record<TokenName, string>>;
  /** Rules for parts: `{ button: { textTransform: 'uppercase' }, 'button:hover': { … } }`. */
  elements?: PartStyles;
  /** Other drawings for icons: path data on 16 × 16, drawn as a line. What is drawn already keeps its drawing until it renders again. */
  icons?: Partial<Record<IconName, string>>;
}

/** What the workspace stores about its looks, the default of every embed. */
export interface StoredBrand {
  color: string;
  mode: 'light' | 'dark' | 'auto';
  fontFamily: string | null;
  /** Left out by an older platform. */
  radius?: number;
  density?: Density;
}

/** Of a workspace that has said nothing, and until it is known. */
export const NEUTRAL_COLOR = '#3b5bdb';

/** What is painted before the brand is known, in the neutral colour: the words of the host's slots and the shape of what is to come. */
export const WAITING: Palette = {
  light: { pressed: '#e7e9ef', text: '#1f232b' },
  dark: { pressed: '#26282c', text: '#e6ebf6' },
};

/** Inside, tokens are called `--_name`; the host may set `--<prefix>-name` on any ancestor, which wins. */
function declare(theme: Theme, prefix: string, mode: Mode): string {
  const tokens = Object.entries(theme)
    .map(([name, value]) => `--_${name}:var(--${prefix}-${name},${value});`)
    .join('');
  return `color-scheme:${mode};${tokens}`;
}

/** An opaque colour of little light as browsers write it, in the two ways that pages are written: no part of rgb() is above 79, the lightness of oklch() and oklab() below 40 %. */
const DARK = /^(rgb\(([1-7]?\d\D+){3}|okl.+\(0[ .][0-3][^/]+)$/;

/**
 * Light, dark, or as the device: what the page around is. It says so by its colour scheme; one that says nothing is dark where what it
 * paints is.
 */
export function modeOfPage(): StoredBrand['mode'] {
  const { colorScheme, backgroundColor } = getComputedStyle(document.body);
  if (/dark/.test(colorScheme)) return /light/.test(colorScheme) ? 'auto' : 'dark';
  const { backgroundColor: behind } = getComputedStyle(document.documentElement);
  // Through a body without a colour one sees what is behind it.
  return DARK.test(/rgba/.test(backgroundColor) ? behind : backgroundColor) ? 'dark' : 'light';
}

/** What a theme is made of. */
interface Looked {
  appearance: Appearance;
  brand: StoredBrand | null;
  palette: Palette;
  finish?: (theme: Theme, mode: Mode) => Theme;
}

/** Writes a theme into the sheet that all elements of a session adopt; they repaint without rendering again. Gives the theme it is. */
export function writeTheme(
  sheet: CSSStyleSheet,
  prefix: string,
  { appearance, brand, palette, finish = (theme) => theme }: Looked,
): NonNullable<Appearance['theme']> {
  // A brand is at home on many pages; only who made this one knows that it follows the device.
  const theme = appearance.theme ?? (brand && brand.mode !== 'auto' ? brand.mode : modeOfPage());
  const build = (mode: Mode): string => {
    const tokens = {
      ...palette[mode],
      ...createMeasureRoles({
        ...brand,
        ...appearance,
        fontFamily: appearance.fontFamily ?? brand?.fontFamily ?? undefined,
        mode,
      }),
      ...appearance.variables,
    } as Theme; // all that elements read, once the colours are there
    return declare(finish(tokens, mode), prefix, mode);
  };
  sheet.replaceSync(
    theme === 'light' || theme === 'dark'
      ? `:host{${build(theme)}}`
      : `:host{${build('light')}}@media (prefers-color-scheme:dark){:host{${build('dark')}}}`,
  );
  return theme;
}
