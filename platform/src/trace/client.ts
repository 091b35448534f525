import type { AnyTRPCRouter } from '@trpc/server';
import type { Uuid } from '@tabard/contract';
import type { FastRoute, Route } from '#kernel';
import type { Ask } from './ask.ts';
import type { Mark } from './find-traces.ts';
import type { Inspection, Viewer } from './inspection.ts';
import type { Installation } from './start-installation.ts';
import type { Agency } from './two-agencies.ts';

/** An agency with one client, and everybody who looks at its workspace. */
export interface Client {
  readonly agency: Agency;
  /** What its people must not see: the product's name, and all that is the other agency's. */
  readonly viewer: Viewer;
  readonly organizationId: Uuid;
  readonly workspaceId: Uuid;
  /** As the API says it. */
  readonly publicId: string;
  /** Everybody's credential, by what they are. */
  readonly tokens: Readonly<Record<'administrator' | 'client' | 'page' | 'key', string>>;
  /** The browser in which the administrator is signed in, and what they sign in with in another. */
  readonly cookie: string;
  readonly person: { email: string; password: string };
  /** The origin of the agency's own pages. */
  readonly portal: string;
}

/** All that the surfaces are walked with. */
export interface Walk {
  readonly installation: Installation;
  readonly inspection: Inspection;
  readonly ask: Ask;
  readonly clients: readonly [Client, Client];
  /** Somebody who belongs to neither agency. */
  readonly stranger: Viewer;
  /** Every procedure of the installation. */
  readonly router: AnyTRPCRouter;
  /** Every address beside them. */
  readonly routes: readonly Route[];
  readonly fastRoutes: readonly FastRoute[];
  /** Folder of the elements as they are served. */
  readonly embedRoot: string;
  /** Addresses in the app that the browser opens. */
  readonly places: readonly string[];
  /** Folders of what is published as packages. */
  readonly packages: readonly string[];
  readonly signal: AbortSignal;
}

/** By what an agency is known: its word, its colour, and its ids however they are written. */
export function marksOf({ word, color }: Agency, ids: readonly Uuid[]): Mark[] {
  const written = ids.flatMap((id) => [id, id.replaceAll('-', '')]);
  return [{ name: `the other brand (${word})`, pattern: new RegExp([word, color, ...written].join('|'), 'i') }];
}
