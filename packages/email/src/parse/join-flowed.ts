/** Joins the lines that `format=flowed` (RFC 3676) parted for the way: those that end in a blank go on in the next. */
export function joinFlowed(text: string, deletesBlank: boolean): string {
  const result: string[] = [];
  let open: { depth: number; pieces: string[] } | undefined;
  const flush = () => {
    if (open) result.push('>'.repeat(open.depth) + (open.depth > 0 ? ' ' : '') + open.pieces.join(''));
    open = undefined;
  };
  for (const line of text.split('\n')) {
    const depth = countMarks(line);
    const unmarked = line.slice(depth);
    const words = unmarked.startsWith(' ') ? unmarked.slice(1) : unmarked;
    if (open && open.depth !== depth) flush();
    // The mark of a signature ends in a blank and is no flowing line.
    const isSignature = words === '-- ';
    if (isSignature) flush();
    const isFlowing = words.endsWith(' ') && !isSignature;
    open ??= { depth, pieces: [] };
    open.pieces.push(isFlowing && deletesBlank ? words.slice(0, -1) : words);
    if (!isFlowing) flush();
  }
  flush();
  return result.join('\n');
}

function countMarks(line: string): number {
  let depth = 0;
  while (depth < 100 && line[depth] === '>') depth += 1;
  return depth;
}
