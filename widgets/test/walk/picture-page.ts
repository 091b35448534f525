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
export interface PictureDoor {
  /** The same picture in at most 256 colours, each at most a few steps beside its own. */
  reduce(picture: string): Promise<Reduced>;
  compare(kept: string, now: string): Promise<Difference>;
}

/** How far a colour may be off before a pixel counts; edges that are only smoothed differently never count. */
const THRESHOLD = 0.12;
const COLOURS = 256;

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

const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

async function addressOf(image: ImageData): Promise<string> {
  const pen = penOf(image.width, image.height);
  pen.putImageData(image, 0, 0);
  const bytes = new Uint8Array(await (await pen.canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  return `data:image/png;base64,${base64(bytes)}`;
}

/** Rounds colours, more coarsely until they are few enough. */
function reduce({ width, height, data }: ImageData, step = 8): Reduced {
  const round = (value: number): number => Math.min(255, Math.round(value / step) * step);
  const numbers = new Map<number, number>();
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at++) {
    const [red, green, blue] = data.subarray(at * 4, at * 4 + 3);
    const colour = (round(red ?? 0) << 16) | (round(green ?? 0) << 8) | round(blue ?? 0);
    let number = numbers.get(colour);
    if (number === undefined) numbers.set(colour, (number = numbers.size));
    pixels[at] = number;
  }
  if (numbers.size > COLOURS) return reduce({ width, height, data } as ImageData, step * 2); // The parts that are read.
  const palette = new Uint8Array(
    [...numbers.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]),
  );
  return { width, height, palette: base64(palette), pixels: base64(pixels) };
}

const door: PictureDoor = {
  reduce: async (picture) => reduce(await read(picture)),
  async compare(kept, now) {
    const [before, after] = await Promise.all([read(kept), read(now)]);
    const { width, height } = after;
    if (before.width !== width || before.height !== height) {
      return { pixels: width * height, share: 1, picture: await addressOf(after) };
    }
    const difference = new ImageData(width, height);
    const pixels = pixelmatch(before.data, after.data, difference.data, width, height, { threshold: THRESHOLD });
    return { pixels, share: pixels / (width * height), picture: await addressOf(difference) };
  },
};
Object.assign(globalThis, { pictureDoor: door });
