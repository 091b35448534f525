import { Tokenizer } from 'htmlparser2';
import { IMPLIED_ENDS, quietCallbacks, VOID_TAGS } from '../sanitise/index.ts';
import { TemplateError } from './template-error.ts';

/** Elements inside one another. Tables in tables in tables of the worst newsletters come to sixty. */
const MAX_DEPTH = 200;

const EMPTY = new Set([...VOID_TAGS, ...'area base embed input link meta source track'.split(' ')]);

/** Refuses html that is nested too deep for what reads it later, mail programs included. */
export function measureHtml(html: string): void {
  const open: string[] = [];
  let tag = '';
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ...quietCallbacks,
      onopentagname: (start, end) => void (tag = html.slice(start, end).toLowerCase()),
      onopentagend(end) {
        if (EMPTY.has(tag)) return;
        const ended = IMPLIED_ENDS.get(tag);
        while (ended?.has(open.at(-1) ?? '')) open.pop();
        if (open.push(tag) > MAX_DEPTH) throw tooDeep(html.slice(0, end));
      },
      onclosetag(start, end) {
        const from = open.lastIndexOf(html.slice(start, end).toLowerCase());
        if (from >= 0) open.length = from;
      },
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}

function tooDeep(before: string): TemplateError {
  const line = before.split('\n').length;
  const message = `The html is nested deeper than ${MAX_DEPTH} elements (line ${line}). Close what is open, or simplify it.`;
  return new TemplateError('template.limit_exceeded', message, { line });
}
