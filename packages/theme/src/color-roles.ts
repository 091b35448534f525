import { createBrandScale, createNeutralScale, type Mode, type Scale } from './create-scale.ts';
import { contrastOf, ensureContrast } from './ensure-contrast.ts';
import { fromHex, toHex, type Oklch } from './oklch.ts';

const AA = 4.5;
/** Contrast that WCAG 1.4.11 asks of marks which are not text. */
const MARK = 3;

/** Hue and chroma of the fixed states: they mean the same under every brand. */
const STATES = {
  success: { h: 155, c: 0.13 },
  warning: { h: 75, c: 0.13 },
  danger: { h: 25, c: 0.19 },
  info: { h: 245, c: 0.14 },
} as const;

/** Lightness, chroma and hue of eight series that stay apart for the common kinds of colour blindness. */
const CHARTS: Record<Mode, readonly (readonly [number, number, number])[]> = {
  light: [
    [0.5, 0.17, 262],
    [0.66, 0.16, 55],
    [0.58, 0.11, 175],
    [0.45, 0.17, 330],
    [0.63, 0.12, 230],
    [0.48, 0.16, 28],
    [0.62, 0.2, 280],
    [0.29, 0.04, 262],
  ],
  dark: [
    [0.66, 0.15, 262],
    [0.78, 0.14, 65],
    [0.7, 0.11, 175],
    [0.6, 0.18, 330],
    [0.82, 0.09, 225],
    [0.57, 0.17, 28],
    [0.86, 0.13, 115],
    [0.5, 0.04, 262],
  ],
};

/** The brand as a solid fill: untouched unless it would vanish in the surface, then mirrored to the other end. */
function chooseAccent(brand: Oklch, original: string, surface: string, mode: Mode): Oklch {
  if (contrastOf(original, surface) >= (mode === 'light' ? 1.3 : 1.8)) return brand;
  if (mode === 'light') return { ...brand, l: brand.c > 0.04 ? 0.6 : 0.24 };
  return { ...brand, l: brand.c > 0.04 ? 0.68 : 0.92 };
}

function addState(
  roles: Record<string, string>,
  name: keyof typeof STATES,
  mode: Mode,
  grounds: readonly string[],
): void {
  const { h, c } = STATES[name];
  const light = mode === 'light';
  const soft = toHex({ l: light ? 0.955 : 0.275, c: c * (light ? 0.22 : 0.36), h });
  roles[`${name}-soft`] = soft;
  roles[`${name}-border`] = toHex({ l: light ? 0.86 : 0.4, c: c * 0.5, h });
  roles[`${name}-text`] = ensureContrast(
    { l: light ? 0.47 : 0.8, c: c * (light ? 0.95 : 0.75), h },
    [...grounds, soft],
    AA,
  );
  roles[name] = ensureContrast({ l: light ? 0.58 : 0.7, c, h }, grounds, MARK);
  roles[`on-${name}`] = inkOn(roles[name], h);
}

/** White where it reads, otherwise ink: for every colour one of the two has 4.5. */
function inkOn(fill: string, h: number): string {
  if (contrastOf('#ffffff', fill) >= AA) return '#ffffff';
  const ink = toHex({ l: 0.2, c: 0.03, h });
  return contrastOf(ink, fill) >= AA ? ink : '#000000';
}

function addFixedHues(roles: Record<string, string>, mode: Mode, grounds: readonly string[]): void {
  for (const name of Object.keys(STATES) as (keyof typeof STATES)[]) addState(roles, name, mode, grounds);
  CHARTS[mode].forEach(([l, c, h], index) => {
    roles[`chart-${index + 1}`] = ensureContrast({ l, c, h }, [roles['surface'] ?? '#ffffff'], MARK);
  });
}

/** The steps behind the roles; the solid steps are the accent as it was chosen. */
function addScales(roles: Record<string, string>, scale: Scale, neutral: Scale): void {
  scale.forEach((hex, index) => (roles[`brand-${index + 1}`] = hex));
  neutral.forEach((hex, index) => (roles[`neutral-${index + 1}`] = hex));
  roles['brand-9'] = roles['accent'] ?? '';
  roles['brand-10'] = roles['accent-hover'] ?? '';
}

/** Every colour token for one brand and mode; text roles read with AA on every ground they may stand on. */
export function createColorRoles(brandColor: string, mode: Mode): Record<string, string> {
  const original = brandColor;
  const brand = fromHex(original);
  const light = mode === 'light';
  const neutral = createNeutralScale(brand, mode);
  const surface = light ? '#ffffff' : at(neutral, 2);
  const accentColor = chooseAccent(brand, original, surface, mode);
  const accent = accentColor === brand ? toHex(brand) : toHex(accentColor);
  const scale = createBrandScale(accentColor, mode);
  const onAccent = inkOn(accent, brand.h);
  const away = onAccent === '#ffffff' ? -1 : 1;
  const shifted = (by: number): string => toHex({ ...accentColor, l: clamp(accentColor.l + away * by) });

  const canvas = light ? at(neutral, 2) : at(neutral, 1);
  const raised = light ? '#ffffff' : at(neutral, 3);
  const sunken = light ? at(neutral, 3) : at(neutral, 1);
  const hover = light ? at(neutral, 2) : at(neutral, 3);
  const pressed = light ? at(neutral, 4) : at(neutral, 4);
  const soft = at(scale, 3);
  const softHover = at(scale, 4);
  const grounds = [canvas, surface, raised, sunken, hover, pressed];
  const all = [...grounds, soft, softHover];

  const roles: Record<string, string> = {
    canvas,
    surface,
    raised,
    sunken,
    hover,
    pressed,
    border: light ? at(neutral, 4) : at(neutral, 5),
    'border-strong': light ? at(neutral, 6) : at(neutral, 6),
    'border-control': ensureContrast({ ...fromHex(at(neutral, 8)), l: light ? 0.66 : 0.52 }, [surface, raised], MARK),
    text: ensureContrast(fromHex(at(neutral, 12)), all, 7),
    'text-muted': ensureContrast(fromHex(at(neutral, 11)), all, AA),
    'text-disabled': ensureContrast({ ...fromHex(at(neutral, 11)), l: light ? 0.66 : 0.55 }, [surface], 2.4),
    accent,
    'accent-hover': shifted(0.045),
    'accent-active': shifted(0.08),
    'on-accent': onAccent,
    'accent-soft': soft,
    'accent-soft-hover': softHover,
    'accent-border': at(scale, 6),
    'accent-mark': ensureContrast(accentColor, [surface, canvas, soft], MARK),
    'accent-text': ensureContrast(
      {
        ...accentColor,
        l: light ? Math.min(accentColor.l, 0.5) : Math.max(accentColor.l, 0.76),
        c: accentColor.c * (light ? 1 : 0.8),
      },
      all,
      AA,
    ),
    focus: ensureContrast(accentColor, [surface, canvas, soft], MARK),
    selection: at(scale, 4),
    scrim: light ? `color-mix(in srgb, ${at(neutral, 12)} 36%, transparent)` : 'rgb(0 0 0 / 0.6)',
  };
  addFixedHues(roles, mode, grounds);
  addScales(roles, scale, neutral);
  return roles;
}

/** Step 1..12 of a scale, as designers count. */
const at = (scale: Scale, step: number): string => scale[step - 1] ?? '#000000';
const clamp = (l: number): number => Math.min(0.995, Math.max(0.02, l));
