import { escapeHtml, NEEDS_LIQUID, type CompiledTemplate, type MergeValues, type Piece } from '../merge/index.ts';
import { decodeEntities, TAIL, URL_END, URL_START } from './mark-html.ts';
import {
  Base64Writer,
  chooseEncoding,
  encodeSegment,
  QuotedPrintableWriter,
  type Segment,
} from './quoted-printable.ts';

/** What changes in a body from lead to lead beside the merge values. */
interface BodyExtras {
  /** Rewrites the address of link number `index`; links are left alone without it. */
  link?: (url: string, index: number) => string;
  /** Comes at the end of the content. */
  tail?: string;
}

/** One MIME part's content, compiled: only what differs per lead is encoded per lead. */
export interface CompiledBody {
  readonly encoding: 'quoted-printable' | 'base64';
  render(values: MergeValues, extras: BodyExtras): string;
}

type Writer = QuotedPrintableWriter | Base64Writer;
type Step =
  | { kind: 'fixed'; segment: Segment }
  | { kind: 'value'; piece: Exclude<Piece, string>; slot: number }
  | { kind: 'link'; pieces: Piece[]; index: number }
  | { kind: 'tail' };

// oxlint-disable-next-line no-control-regex -- the marks are control characters so that no mail text can hold them
const MARKS = /[\u0002\u0003\u0004]/;
const MARK_SPLIT = new RegExp(`(${MARKS.source})`);

/** Prepares a compiled template for rendering into a MIME part; `isMarked` when `markHtml` made its source. */
export function compileBody(template: CompiledTemplate, source: string, isMarked: boolean): CompiledBody {
  const encoding = chooseEncoding(source);
  const steps = template.pieces && planSteps(template.pieces, isMarked);
  return {
    encoding,
    render(values, extras) {
      const writer = encoding === 'base64' ? new Base64Writer() : new QuotedPrintableWriter();
      if (steps && writeSteps(steps, writer, values, extras)) return writer.finish();
      // Not plain concatenation, or a value only Liquid can write: the whole text is encoded afresh.
      const fresh = encoding === 'base64' ? new Base64Writer() : new QuotedPrintableWriter();
      writeSteps(planSteps([template.render(values)], isMarked), fresh, values, extras);
      return fresh.finish();
    },
  };
}

function planSteps(pieces: readonly Piece[], isMarked: boolean): Step[] {
  const steps: Step[] = [];
  let link: Piece[] | undefined;
  let links = 0;
  const slots = new Map<Piece, number>();
  for (const piece of pieces) {
    for (const part of isMarked && typeof piece === 'string' && MARKS.test(piece) ? piece.split(MARK_SPLIT) : [piece]) {
      if (part === '') continue;
      if (part === URL_START) link = [];
      else if (part === URL_END && link) {
        steps.push({ kind: 'link', pieces: link, index: links++ });
        link = undefined;
      } else if (part === TAIL) steps.push({ kind: 'tail' });
      else if (link) link.push(part);
      else if (typeof part === 'string') steps.push({ kind: 'fixed', segment: encodeSegment(part) });
      else {
        if (!slots.has(part)) slots.set(part, slots.size);
        steps.push({ kind: 'value', piece: part, slot: slots.get(part)! });
      }
    }
  }
  if (!isMarked) steps.push({ kind: 'tail' });
  return steps;
}

function writeSteps(steps: readonly Step[], writer: Writer, values: MergeValues, extras: BodyExtras): boolean {
  // A name stands many times in one mail; it is merged and encoded once.
  const merged: Segment[] = [];
  for (const step of steps) {
    if (step.kind === 'fixed') writer.segment(step.segment);
    else if (step.kind === 'tail') {
      if (extras.tail) writer.segment(encodeSegment(extras.tail));
    } else if (step.kind === 'value') {
      const known = merged[step.slot];
      const text = known ? '' : step.piece(values);
      if (text === NEEDS_LIQUID) return false;
      writer.segment(known ?? (merged[step.slot] = encodeSegment(text)));
    } else {
      const text = linkText(step.pieces, values);
      if (text === NEEDS_LIQUID) return false;
      writer.segment(encodeSegment(extras.link ? rewrite(text, step.index, extras.link) : text));
    }
  }
  return true;
}

function linkText(pieces: readonly Piece[], values: MergeValues): string | typeof NEEDS_LIQUID {
  let url = '';
  for (const piece of pieces) {
    const part = typeof piece === 'string' ? piece : piece(values);
    if (part === NEEDS_LIQUID) return NEEDS_LIQUID;
    url += part;
  }
  return url;
}

function rewrite(attribute: string, index: number, link: NonNullable<BodyExtras['link']>): string {
  const url = decodeEntities(attribute).trim();
  const rewritten = link(url, index);
  return rewritten === url ? attribute : escapeHtml(rewritten);
}
