export { decodeBytes, isTelling } from './decode-bytes.ts';
export { decodeTransfer } from './decode-transfer.ts';
export { decodeRaw, decodeWords, toBytes, trimBlanks } from './decode-words.ts';
