import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import sharp, { type Sharp } from 'sharp';
import { Failure, fail, type App } from '#kernel';

/** Formats that are decoded and written anew. What others hold is kept as it came. */
const formats = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp', 'image/gif': 'gif', 'image/tiff': 'tiff', 'image/avif': 'avif' } as const; // prettier-ignore
/** A larger one is no picture that people look at here, and would fill the memory. */
const mostBytes = 64 * 1024 * 1024;
const thumbnailSize = 480;
const seconds = 60;

// One picture at a time, on one core each: whoever sends many waits, and nobody else does.
sharp.concurrency(1);
sharp.cache(false);
let turn: Promise<unknown> = Promise.resolve();

/** Whether an image is written anew. */
export const isPrepared = (mediaType: string): mediaType is keyof typeof formats => Object.hasOwn(formats, mediaType);

/** An image that was written anew, and a small picture of it. */
export interface PreparedImage {
  body: Readable;
  thumbnail: Readable;
}

/**
 * Writes an image anew in its own format: upright, with its colours, and without anything else that it said, such as where and when it was
 * taken. Its size is looked at before a pixel is decoded.
 * @throws `file.image_too_large`, `file.image_unreadable`
 */
export function prepareImage(
  { config }: Pick<App, 'config'>,
  { body, size, mediaType }: { body: Readable; size: number; mediaType: keyof typeof formats },
): Promise<PreparedImage> {
  const { imagePixels } = config.storage;
  const work = turn.then(async () => {
    if (size > mostBytes) fail('file.image_too_large');
    const bytes = await buffer(body);
    const [full, thumbnail] = await render(bytes, formats[mediaType], imagePixels);
    return { body: Readable.from([full]), thumbnail: Readable.from([thumbnail]) };
  });
  turn = work.catch(() => undefined);
  return work;
}

async function render(bytes: Buffer, format: (typeof formats)[keyof typeof formats], pixels: number) {
  try {
    const animated = format === 'gif' || format === 'webp';
    const given = { limitInputPixels: pixels, failOn: 'error', animated } as const;
    const { width, height, pages = 1, pageHeight = height } = await sharp(bytes, given).metadata();
    if (width * pageHeight * pages > pixels) fail('file.image_too_large');
    const full = await written(
      sharp(bytes, given).autoOrient().keepIccProfile().timeout({ seconds }),
      format,
    ).toBuffer();
    const thumbnail = await sharp(bytes, { ...given, animated: false })
      .autoOrient()
      .resize(thumbnailSize, thumbnailSize, { fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds })
      .webp({ quality: 80 })
      .toBuffer();
    return [full, thumbnail] as const;
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    const large = cause instanceof Error && /pixel limit|exceeds/i.test(cause.message);
    return fail(large ? 'file.image_too_large' : 'file.image_unreadable', { cause });
  }
}

/** The losses of a second compression are not seen. */
function written(image: Sharp, format: (typeof formats)[keyof typeof formats]): Sharp {
  if (format === 'jpeg') return image.jpeg({ quality: 92, chromaSubsampling: '4:4:4' });
  if (format === 'webp') return image.webp({ quality: 92 });
  if (format === 'avif') return image.avif({ quality: 70, effort: 2 });
  return image.toFormat(format);
}
