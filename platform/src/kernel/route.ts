import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import type { Uuid } from '@tabard/contract';
import type { DomainPurpose } from '@tabard/contract/identity/domain-words';
import type { Permission } from '@tabard/contract/permissions';
import type { App } from './app.ts';
import type { CallScope } from './tenancy.ts';

/** A claimed host name that is served now, and whose it is. */
export interface ServedDomain {
  readonly id: Uuid;
  /** The organization or the workspace that has it. */
  readonly scopeId: Uuid;
  readonly organizationId: Uuid;
  readonly purpose: DomainPurpose;
}

/** Where a request came to. */
export interface Host {
  /** The address of its pages, without a slash at the end; from what is stored, never from what the request says. */
  readonly url: string;
  /** Whose name it is; null for the installation's own. */
  readonly domain: ServedDomain | null;
}

/** A request to a plain address, as its handler sees it. */
export interface RouteRequest {
  /** Whether only the headers are asked for. */
  readonly isHead: boolean;
  readonly host: Host;
  /** What the `:name` segments of the path matched, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The raw body; nothing has read it. */
  readonly body: Readable;
  readonly ip: string;
  readonly requestId: string;
  /** Aborted when the caller goes away. */
  readonly signal: AbortSignal;
}

/** What a handler answers. Objects are sent as JSON; a stream is sent as it comes. */
export interface RouteAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array | Readable | object;
}

interface Address {
  readonly method: 'GET' | 'POST';
  /** Segments such as `/imports/:id/rejected.csv`; `:name` matches one segment. */
  readonly path: string;
}
/** An address that anyone may use. */
export interface PublicRoute extends Address {
  readonly auth: 'none';
  /** Under which names it is answered besides the installation's own: those of apps where nothing is said, `all`, or `none`. */
  readonly under?: 'all' | 'none';
  handle(app: App, request: RouteRequest): Promise<RouteAnswer>;
}
/** An address for callers of one workspace who have a permission. */
export interface WorkspaceRoute extends Address {
  readonly auth: 'workspace';
  readonly permission: Permission;
  handle(scope: CallScope, request: RouteRequest): Promise<RouteAnswer>;
}
/** A plain address of a feature, beside its procedures. What it throws is answered as problem+json. */
export type Route = PublicRoute | WorkspaceRoute;

/** Addresses answered straight from node:http, before anything else looks at the request: for tracking. */
export interface FastRoute {
  /** Beginnings of the paths it answers, such as `/o/`. */
  readonly prefixes: readonly string[];
  start(app: App): {
    /** Must not throw. */
    answer(request: IncomingMessage, response: ServerResponse): void;
    stop(): Promise<void>;
  };
}
