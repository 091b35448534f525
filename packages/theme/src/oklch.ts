import { parseHex, type Triple } from './parse-hex.ts';

/** A colour as lightness 0..1, chroma 0..~0.4 and hue in degrees: equal steps look equal. */
export interface Oklch {
  l: number;
  c: number;
  h: number;
}

const toLinear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const toGamma = (v: number): number => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

/** The OKLCH coordinates of a hex colour (Ottosson's OKLab matrices). */
export function fromHex(color: string): Oklch {
  const [r, g, b] = parseHex(color).map(toLinear) as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, bb),
    h: ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360,
  };
}

function toLinearRgb({ l, c, h }: Oklch): Triple {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const L = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const M = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const S = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * L - 3.3077115913 * M + 0.2309699292 * S,
    -1.2684380046 * L + 2.6097574011 * M - 0.3413193965 * S,
    -0.0041960863 * L - 0.7034186147 * M + 1.707614701 * S,
  ];
}

const fits = (rgb: Triple): boolean => rgb.every((v) => v > -0.0005 && v < 1.0005);

/** The nearest hex colour of the same lightness and hue: chroma gives way until the screen can show it. */
export function toHex(color: Oklch): string {
  let rgb = toLinearRgb(color);
  if (!fits(rgb)) {
    let low = 0;
    let high = color.c;
    for (let i = 0; i < 14; i++) {
      const middle = (low + high) / 2;
      if (fits(toLinearRgb({ ...color, c: middle }))) low = middle;
      else high = middle;
    }
    rgb = toLinearRgb({ ...color, c: low });
  }
  const byte = (v: number): string =>
    Math.round(Math.min(1, Math.max(0, toGamma(Math.max(0, v)))) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${rgb.map(byte).join('')}`;
}

/** WCAG 2 relative luminance of a hex colour, 0..1. */
export function luminance(color: string): number {
  const [r, g, b] = parseHex(color).map(toLinear) as Triple;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
