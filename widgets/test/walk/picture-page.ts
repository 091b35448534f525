import pixelmatch from 'pixelmatch';

/** What differs between two pictures. */
export interface Difference {
  /** Pixels that differ; all of them when the sizes do. */
  pixels: number;
  /** The share of all pixels. */
  share: number;
  /** Where they differ, as the address of a PNG. */
  picture: string;
}

/** A picture by the colours it has; the bytes are in base64. */
export interface Reduced {
  width: number;
  height: number;
  palette: string;
  pixels: string;
}

/** What the picture page does for its caller; pictures are data addresses. */
export interface PicturePage {
  /** The same picture at half size, in as few colours as nobody can tell from it. */
  reduce(picture: string): Promise<Reduced>;
  /** Compares a reduced picture with one of full size. */
  compare(kept: string, now: string): Promise<Difference>;
}

/** How far a colour may be off before a pixel counts; edges that are only smoothed differently never count. */
const THRESHOLD = 0.12;
/** What a picture is kept in: the first of these palettes in which no pixel counts as off, or the last. */
const PALETTES = [16, 32, 64, 128, 256];

async function read(picture: string): Promise<ImageData> {
  const bitmap = await createImageBitmap(await (await fetch(picture)).blob());
  const pen = penOf(bitmap.width, bitmap.height);
  pen.drawImage(bitmap, 0, 0);
  return pen.getImageData(0, 0, bitmap.width, bitmap.height);
}

function penOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('This browser cannot draw.');
  return pen;
}

/** Half as wide and high. A browser that draws at half size sets its letters now here, now there; this is the same each time. */
function halve({ width, height, data }: ImageData): ImageData {
  const half = new ImageData(width >> 1, height >> 1);
  for (let at = 0; at < half.data.length; at++) {
    const [pixel, colour] = [at >> 2, at & 3];
    const from = (Math.floor(pixel / half.width) * 2 * width + (pixel % half.width) * 2) * 4 + colour;
    const four = [from, from + 4, from + width * 4, from + width * 4 + 4];
    half.data[at] = four.reduce((sum, one) => sum + (data[one] ?? 0), 0) / 4;
  }
  return half;
}

const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

async function addressOf(image: ImageData): Promise<string> {
  const pen = penOf(image.width, image.height);
  pen.putImageData(image, 0, 0);
  const bytes = new Uint8Array(await (await pen.canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  return `data:image/png;base64,${base64(bytes)}`;
}

/** Gives each pixel the nearest of the colours that are kept. */
function reduce({ width, height, data }: ImageData): Reduced {
  const colours = Array.from({ length: width * height }, (_, at) => colourAt(data, at * 4));
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  for (const size of PALETTES) {
    const { palette, numbers } = choosePalette(counts, size);
    const pixels = Uint8Array.from(colours, (colour) => numbers.get(colour) ?? 0);
    const drawn = Uint8ClampedArray.from([...pixels].flatMap((number) => [...parts(palette[number] ?? 0), 255]));
    const isOff = pixelmatch(data, drawn, undefined, width, height, { threshold: THRESHOLD }) > 0;
    if (isOff && size !== PALETTES.at(-1)) continue;
    return { width, height, palette: base64(Uint8Array.from(palette.flatMap(parts))), pixels: base64(pixels) };
  }
  throw new Error('There is no palette.');
}

/** Keeps one colour after the other, each time the one that would cost most to lose: many pixels of it, far from all that are kept. */
function choosePalette(
  counts: ReadonlyMap<number, number>,
  size: number,
): { palette: number[]; numbers: Map<number, number> } {
  const all = [...counts].map(([colour, count]) => ({ colour, count, number: 0, far: Infinity }));
  const palette: number[] = [];
  const costOf = ({ count, far }: (typeof all)[number]): number => count * far;
  while (palette.length < size) {
    const next = all.reduce((most, one) => (costOf(one) > costOf(most) ? one : most));
    if (next.far === 0) break;
    for (const one of all) {
      const far = distance(one.colour, next.colour);
      if (far < one.far) [one.far, one.number] = [far, palette.length];
    }
    palette.push(next.colour);
  }
  return { palette, numbers: new Map(all.map(({ colour, number }) => [colour, number])) };
}

const colourAt = (data: Uint8ClampedArray, at: number): number =>
  ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
const parts = (colour: number): number[] => [colour >> 16, (colour >> 8) & 255, colour & 255];

function distance(one: number, other: number): number {
  return (
    ((one >> 16) - (other >> 16)) ** 2 +
    (((one >> 8) & 255) - ((other >> 8) & 255)) ** 2 +
    ((one & 255) - (other & 255)) ** 2
  );
}

const pageApi: PicturePage = {
  reduce: async (picture) => reduce(halve(await read(picture))),
  async compare(kept, now) {
    const [before, after] = [await read(kept), halve(await read(now))];
    const { width, height } = after;
    if (before.width !== width || before.height !== height) {
      return { pixels: width * height, share: 1, picture: await addressOf(after) };
    }
    const difference = new ImageData(width, height);
    const pixels = pixelmatch(before.data, after.data, difference.data, width, height, { threshold: THRESHOLD });
    return { pixels, share: pixels / (width * height), picture: await addressOf(difference) };
  },
};
Object.assign(globalThis, { picturePage: pageApi });
