/** One mailbox of a header value as it is written, taken apart. */
export interface Written {
  text: string;
  quoted: string[];
  comments: string[];
  /** What stood between angle brackets. */
  angle: string | undefined;
  endsGroup: boolean;
}

const WORD = /=\?[^?\s]{1,60}\?[bq]\?[^?]{0,500}\?=/iy;

/** Takes a header value with mailboxes apart at its commas, looking at every character once. */
export function splitMailboxes(text: string): Written[] {
  const entries: Written[] = [];
  let entry = blank();
  // Where a search for an end failed, another from further on fails too.
  let hasQuotes = true;
  let hasComments = true;
  const finish = (endsGroup: boolean) => {
    entries.push({ ...entry, endsGroup });
    entry = blank();
  };
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index]!;
    if (letter === '"' && hasQuotes) {
      const end = findQuoteEnd(text, index + 1);
      hasQuotes = end !== -1;
      if (end !== -1) entry.quoted.push(text.slice(index + 1, end).replace(/\\(.)/gs, '$1'));
      index = end === -1 ? index : end;
    } else if (letter === '(' && hasComments) {
      const end = findCommentEnd(text, index + 1);
      hasComments = end !== -1;
      if (end !== -1) entry.comments.push(text.slice(index + 1, end).replace(/\\(.)/gs, '$1'));
      index = end === -1 ? index : end;
    } else if (letter === '<') {
      const end = findAngleEnd(text, index + 1);
      const inside = text.slice(index + 1, end);
      if (entry.angle === undefined || !entry.angle.includes('@')) entry.angle = inside.replaceAll('<', '');
      index = text[end] === '>' ? end : end - 1;
    } else if (letter === ',' || letter === ';') finish(letter === ';');
    else if (letter === ':' && opensGroup(entry)) entry = blank();
    else if (letter === '=' && text[index + 1] === '?') {
      WORD.lastIndex = index;
      const word = WORD.exec(text)?.[0] ?? letter;
      entry.text += word;
      index += word.length - 1;
    } else if (letter !== '"' && letter !== '>') entry.text += letter;
  }
  finish(true);
  return entries;
}

function blank(): Written {
  return { text: '', quoted: [], comments: [], angle: undefined, endsGroup: false };
}

function opensGroup({ text, angle }: Written): boolean {
  return angle === undefined && !text.includes('@') && !/mailto\s*$/i.test(text.slice(-20));
}

function findQuoteEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return -1;
}

function findCommentEnd(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '(') depth += 1;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return -1;
}

/** The closing bracket, or where the next mailbox begins when it was forgotten. */
function findAngleEnd(text: string, from: number): number {
  // The commas of an old route (`<@relay,@relay:ana@…>`) part nothing.
  const isRoute = /^\s*@/.test(text.slice(from, from + 50));
  let hasAt = false;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '>') return at;
    if (text[at] === '@') hasAt = true;
    if (text[at] === ',' && hasAt && !isRoute) return at;
  }
  return text.length;
}
