import type { WidgetName } from '@tabard/contract';
import type { Failure } from '../base/failure.ts';
import type { Widget } from './widget.ts';

/** What every element tells the host, by the name behind the prefix: `acme-load-error`. */
export interface WidgetEvents {
  /** The element has a session and begins to load. */
  'load-start': null;
  /** Who is signed in is known, and the element shows its own content. */
  load: null;
  /** Everything the element shows at first is there. */
  ready: { milliseconds: number };
  /** What the element shows could not be loaded. */
  'load-error': Failure;
  /** The session is over: renew it on your side, or sign the person in again. */
  'session-expired': Failure;
  /** The element's box changed; px. */
  resize: { inlineSize: number; blockSize: number };
  /** Somebody wants to go to a path; cancel it to take over. `href` is your own address for it, from `links`. */
  navigate: { path: string; href: string | null };
}

/** The tags of a prefix, for your own declarations: `interface HTMLElementTagNameMap extends WidgetTags<'acme'> {}`. */
export type WidgetTags<Prefix extends string> = { [Name in WidgetName as `${Prefix}-${Name}`]: Widget };
