import { createTheme, type Density, type Mode, type Theme, type TokenName } from '@tabard/theme';

/** How the host wants elements to look. Everything is optional; the workspace's own brand fills the rest. */
export interface Appearance {
  theme?: 'light' | 'dark' | 'auto';
  brandColor?: string;
  density?: Density;
  /** Corner of a control in px. */
  radius?: number;
  fontFamily?: string;
  fontSizeBase?: number;
  /** Single tokens; they win over everything computed. */
  variables?: Partial<Record<TokenName, string>>;
}

/** What the workspace stores about its looks, the default of every embed. */
export interface StoredBrand {
  color: string;
  mode: 'light' | 'dark' | 'auto';
  fontFamily: string | null;
}

const NEUTRAL_BRAND: StoredBrand = { color: '#3b5bdb', mode: 'auto', fontFamily: null };

/** Inside, tokens are called `--_name`; the host may set `--<prefix>-name` on any ancestor, which wins. */
function declare(theme: Theme, prefix: string, mode: Mode): string {
  const tokens = Object.entries(theme)
    .map(([name, value]) => `--_${name}:var(--${prefix}-${name},${value});`)
    .join('');
  return `color-scheme:${mode};${tokens}`;
}

/** Writes a theme into the sheet that all elements of a session adopt; they repaint without rendering again. */
export function applyTheme(
  sheet: CSSStyleSheet,
  prefix: string,
  appearance: Appearance,
  stored: StoredBrand | null,
): void {
  const brand = stored ?? NEUTRAL_BRAND;
  const build = (mode: Mode): string =>
    declare(
      createTheme({
        brandColor: appearance.brandColor ?? brand.color,
        mode,
        density: appearance.density,
        radius: appearance.radius,
        fontFamily: appearance.fontFamily ?? brand.fontFamily ?? undefined,
        fontSizeBase: appearance.fontSizeBase,
        variables: appearance.variables,
      }),
      prefix,
      mode,
    );
  const mode = appearance.theme ?? brand.mode;
  const css =
    mode === 'auto'
      ? `:host{${build('light')}}@media (prefers-color-scheme:dark){:host{${build('dark')}}}`
      : `:host{${build(mode)}}`;
  sheet.replaceSync(css);
}
