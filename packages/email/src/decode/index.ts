export { decodeBytes, isTelling } from './decode-bytes.ts';
export { decodeTransfer } from './decode-transfer.ts';
export { decodeRaw, decodeWords, toBytes } from './decode-words.ts';
