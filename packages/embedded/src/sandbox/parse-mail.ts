import PostalMime, { type Email } from 'postal-mime';

/** Far more than a mail of ours has. The parser's time grows with the square of the lines, so what goes beyond is not read. */
const most = { bytes: 1_048_576, lines: 20_000 };

/** Reads a mail, and of one that is out of all proportion the beginning: whatever is sent to the sandbox, it goes on. */
export const parseMail = (raw: Uint8Array): Promise<Email> => PostalMime.parse(beginning(raw));

/** The bytes within the bounds, with whole lines. */
function beginning(raw: Uint8Array): Uint8Array {
  let end = 0;
  for (let lines = 0; lines < most.lines; lines += 1) {
    const next = raw.indexOf(10, end) + 1;
    if (next === 0 || next > most.bytes) return raw.subarray(0, most.bytes);
    end = next;
  }
  return raw.subarray(0, end);
}
