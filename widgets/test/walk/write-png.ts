import { crc32, deflateSync } from 'node:zlib';

/** A picture of at most 256 colours: for each pixel, line by line, the number of its colour. */
export interface IndexedPicture {
  width: number;
  height: number;
  /** Red, green and blue of each colour. */
  palette: Uint8Array;
  pixels: Uint8Array;
}

/** Writes a picture with a palette as PNG: a quarter of what a browser writes, which knows no palettes. */
export function writePng({ width, height, palette, pixels }: IndexedPicture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // 8 bits a pixel, by palette
  const lines = Buffer.alloc((width + 1) * height); // Each line begins with 0: no filter, which suits palettes.
  for (let y = 0; y < height; y++) lines.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
