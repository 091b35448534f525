import type { Widget } from './widget.ts';

/** An element around others that may have addresses for their places. */
type Placed = Element & { addressOf?: ((path: string) => string) | null };

/** The address of a place on an element's page: the host's own, or the app's when it stands in one that has addresses; null without either. */
export function hrefOf(widget: Widget, path: string): string | null {
  const root = widget.getRootNode();
  const isPage = root instanceof ShadowRoot && root.host.localName === `${widget.tagPrefix}-app`;
  const app = isPage ? (root.host as Placed) : null; // the tag was looked at just before
  return widget.session?.linkTo(path) ?? app?.addressOf?.(path) ?? null;
}
