import type { TRPCError } from '@trpc/server';
import { initTRPC, type TRPC_ERROR_CODE_KEY } from '@trpc/server';
import type { ErrorBody } from '@tabard/contract/errors';
import { detailOf } from '@tabard/contract/issue-detail';
import type { Permission } from '@tabard/contract/permissions';
import type { EventName, EventPayload, Uuid } from '@tabard/contract';
import type { z } from 'zod';
import { ZodError } from 'zod';
import type { App } from './app.ts';
import type { Sql } from './database.ts';
import { allow, audited, notingRefusal } from './audit-act.ts';
import { namedIdsOf, type NamedIds, type PendingEntry } from './audit-entry.ts';
import { withOrganizationIds } from './external-names.ts';
import { Failure, fail, toFailure } from './fail.ts';
import { answer } from './bind-cursor.ts';
import { answerOnce } from './idempotency.ts';
import { pendingEvent } from './outbox.ts';
import { callerOf, requirePermission, type Principal } from './principal.ts';
import type { ServedDomain } from './route.ts';
import { spreadEvents, type SpreadEvent } from './spread-events.ts';
import { openScope, writeIn, type CallScope, type ReadScope, type WriteScope } from './tenancy.ts';

/** What a request carries into its procedure. */
export interface RequestContext {
  app: App;
  requestId: string;
  principal: Principal | null;
  /** The workspace that the credential or the Workspace-Id header names, already known to be the caller's. */
  workspaceId: Uuid | null;
  domain?: ServedDomain | null;
  /** Address of the caller, for rate limits. */
  ip: string;
  /** What the caller says of its program. */
  userAgent?: string | null;
  idempotencyKey: string | null;
  /** Set when the answer is a recorded one. */
  replayed?: boolean;
  signal?: AbortSignal;
}

/** What is known of a procedure without calling it; the audits and the reference read it. */
export interface ProcedureMeta {
  level: 'public' | 'organization' | 'workspace';
  permission?: Permission;
  /** Makes a credential; how many one caller may make is limited. */
  mints?: true;
}

const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    // Two missed pings of the host mean a lost connection.
    sse: { client: { reconnectAfterInactivityMs: 40_000 } },
    errorFormatter({ shape, error, ctx }) {
      const body = failureOf(error).toBody(ctx?.requestId ?? '');
      return {
        code: shape.code,
        message: body.message,
        data: { ...body, httpStatus: body.status } satisfies ErrorBody & { httpStatus: number },
      };
    },
  });

/** Joins procedures and routers into a router. */
export const router = t.router;

/** The failure that a tRPC error stands for; bad input is reported field by field. */
export function failureOf(error: TRPCError): Failure {
  if (error.cause instanceof Failure) return error.cause;
  if (error.cause instanceof ZodError && error.code === 'BAD_REQUEST')
    return new Failure('request.invalid', {
      details: error.cause.issues.map(detailOf),
    });
  const byCode: Partial<Record<TRPC_ERROR_CODE_KEY, Failure>> = {
    BAD_REQUEST: new Failure('request.invalid', { public: 'The request is not one that this address understands.' }),
    PARSE_ERROR: new Failure('request.malformed'),
    NOT_FOUND: new Failure('request.not_found', { internal: error.message }),
    METHOD_NOT_SUPPORTED: new Failure('request.method_not_allowed'),
    UNSUPPORTED_MEDIA_TYPE: new Failure('request.unsupported_media_type'),
    PAYLOAD_TOO_LARGE: new Failure('request.too_large'),
    CLIENT_CLOSED_REQUEST: new Failure('request.aborted'),
  };
  return byCode[error.code] ?? toFailure(error.cause ?? error);
}

function known(ctx: RequestContext): Principal {
  return ctx.principal ?? fail('auth.required');
}

/** `act`: the change that a refusal is noted of; a look is not noted. */
function inWorkspace(
  ctx: RequestContext,
  permission: Permission,
  act?: string,
): { workspaceId: Uuid; principal: Principal } {
  const principal = known(ctx);
  const workspaceId = ctx.workspaceId ?? fail('auth.workspace_required');
  allow(ctx, principal, permission, act);
  return { workspaceId, principal };
}

/** What a recorded answer belongs to: the scope it is kept in, and the call it answers. */
interface Call {
  sql: Sql;
  scopeId: Uuid;
  procedure: string;
  input: unknown;
}

async function once<T>(ctx: RequestContext, { sql, ...call }: Call, work: () => Promise<T>): Promise<T> {
  if (ctx.idempotencyKey === null) return work();
  const request = { app: ctx.app, key: ctx.idempotencyKey, caller: callerOf(known(ctx)), ...call };
  const { value, replayed } = await answerOnce(sql, request, work);
  ctx.replayed = replayed;
  return value;
}

interface Shape<I extends z.ZodType, O extends z.ZodType> {
  input: I;
  output: O;
}
interface Guarded<I extends z.ZodType, O extends z.ZodType> extends Shape<I, O> {
  permission: Permission;
}

/** A procedure that anyone may call. */
export function publicMutation<I extends z.ZodType, O extends z.ZodType>(
  spec: Shape<I, O> & { handler(ctx: RequestContext, input: z.output<I>): Promise<z.input<O>> },
) {
  return t.procedure
    .meta({ level: 'public' })
    .input(spec.input)
    .output(spec.output)
    .mutation(({ ctx, input }) => spec.handler(ctx, input as z.output<I>) as never);
}

/** Who acts above workspaces, and the organization whose branch they may touch. */
export interface OrganizationScope {
  readonly app: App;
  readonly principal: Principal;
  /** The workspace of the request, if it has one. */
  readonly workspaceId: Uuid | null;
}
/** A control scope inside one open transaction. */
export interface OrganizationWriteScope extends OrganizationScope {
  readonly sql: Sql;
  /** Writes an event into each of these workspaces with the change; it is relayed after the commit. */
  readonly emitIn: <N extends EventName>(workspaceIds: readonly Uuid[], name: N, data: EventPayload<N>) => void;
}

/** Lets a caller name an organization as their own system does, wherever its id is asked for. */
const namingOrganizations = (ids: NamedIds) =>
  t.middleware(({ ctx, next, getRawInput }) =>
    next({ getRawInput: async () => withOrganizationIds(ctx.app, ctx.principal, ids, await getRawInput()) }),
  );

/** A look at the tree of organizations, at users or credentials. Without a permission any signed-in caller may. */
export function organizationQuery<I extends z.ZodType, O extends z.ZodType>(
  spec: Shape<I, O> & {
    permission?: Permission;
    handler(scope: OrganizationScope, input: z.output<I>): Promise<z.input<O>>;
  },
) {
  return t.procedure
    .meta({ level: 'organization', permission: spec.permission })
    .use(namingOrganizations(namedIdsOf(spec.input)))
    .input(spec.input)
    .output(spec.output)
    .query(({ ctx, input, path }) => {
      const principal = known(ctx);
      if (spec.permission) requirePermission(principal, spec.permission);
      const scope = { app: ctx.app, principal, workspaceId: ctx.workspaceId };
      return answer(spec, path, input, (asked) => spec.handler(scope, asked)) as never;
    });
}

/** A change to the tree of organizations, to users or credentials, in one transaction. Without a permission any signed-in caller may. */
export function organizationMutation<I extends z.ZodType, O extends z.ZodType>(
  spec: Shape<I, O> & {
    permission?: Permission;
    mints?: true;
    handler(scope: OrganizationWriteScope, input: z.output<I>): Promise<z.input<O>>;
  },
) {
  const ids = namedIdsOf(spec.input);
  return t.procedure
    .meta({ level: 'organization', permission: spec.permission, mints: spec.mints })
    .use(namingOrganizations(ids))
    .input(spec.input)
    .output(spec.output)
    .mutation(({ ctx, input, path }) => {
      const principal = known(ctx);
      if (spec.permission) allow(ctx, principal, spec.permission, path);
      // The organization stands where a workspace does, so the record of the answer is guarded by the same policy.
      const { organizationId: home } = principal;
      return notingRefusal(ctx, principal, { act: path, ids, input, above: true }, () =>
        ctx.app.database.write(home, (_em, sql) =>
          once(ctx, { sql, scopeId: home, procedure: path, input }, async () => {
            const events: SpreadEvent[] = [];
            const emitIn: OrganizationWriteScope['emitIn'] = (workspaceIds, type, data) =>
              void events.push({ workspaceIds, ...pendingEvent(type, data) });
            const scope = { app: ctx.app, principal, workspaceId: ctx.workspaceId, sql, emitIn };
            const note = await audited(ctx, principal, { sql, scopeId: home, act: path, ids, input });
            const value = await spec.handler(scope, input as z.output<I>);
            await spreadEvents(sql, home, principal, events);
            const { text, values } = note(value)(2);
            await sql(text, [home, ...values]);
            return value;
          }),
        ),
      ) as never;
    });
}

/** A look at one workspace: no transaction of its own, one round trip a read. */
export function workspaceQuery<I extends z.ZodType, O extends z.ZodType>(
  spec: Guarded<I, O> & { handler(scope: ReadScope, input: z.output<I>): Promise<z.input<O>> },
) {
  return t.procedure
    .meta({ level: 'workspace', permission: spec.permission })
    .input(spec.input)
    .output(spec.output)
    .query(({ ctx, input, path }) => {
      const { workspaceId, principal } = inWorkspace(ctx, spec.permission);
      const scope = openScope(ctx.app, workspaceId, principal);
      return answer(spec, path, input, (asked) => spec.handler(scope, asked)) as never;
    });
}

/** A change to one workspace: one transaction for the action, its events, its entry in the audit log and its recorded answer. */
export function workspaceMutation<I extends z.ZodType, O extends z.ZodType>(
  spec: Guarded<I, O> & { handler(scope: WriteScope, input: z.output<I>): Promise<z.input<O>> },
) {
  const ids = namedIdsOf(spec.input);
  return t.procedure
    .meta({ level: 'workspace', permission: spec.permission })
    .input(spec.input)
    .output(spec.output)
    .mutation(({ ctx, input, path }) => {
      const { workspaceId, principal } = inWorkspace(ctx, spec.permission, path);
      let entry: PendingEntry | undefined;
      return notingRefusal(ctx, principal, { act: path, ids, input, above: false }, () =>
        writeIn(
          { app: ctx.app, workspaceId, principal },
          (scope) =>
            once(ctx, { sql: scope.sql, scopeId: workspaceId, procedure: path, input }, async () => {
              const note = await audited(ctx, principal, {
                sql: scope.sql,
                scopeId: workspaceId,
                act: path,
                ids,
                input,
              });
              const value = await spec.handler(scope, input as z.output<I>);
              entry = note(value);
              return value;
            }),
          () => entry,
        ),
      ) as never;
    });
}

/** An action on one workspace that waits for the outside world; it opens its own short transactions and changes nothing by itself. */
export function workspaceCall<I extends z.ZodType, O extends z.ZodType>(
  spec: Guarded<I, O> & { handler(scope: CallScope, input: z.output<I>): Promise<z.input<O>> },
) {
  return t.procedure
    .meta({ level: 'workspace', permission: spec.permission })
    .input(spec.input)
    .output(spec.output)
    .mutation(({ ctx, input, path }) => {
      const { workspaceId, principal } = inWorkspace(ctx, spec.permission, path);
      return spec.handler(openScope(ctx.app, workspaceId, principal), input as z.output<I>) as never;
    });
}

/** A stream of one workspace, open until the caller or the signal ends it. */
export function workspaceSubscription<I extends z.ZodType, T>(spec: {
  permission: Permission;
  input: I;
  handler(scope: ReadScope, input: z.output<I>, signal: AbortSignal): AsyncIterable<T>;
}) {
  return t.procedure
    .meta({ level: 'workspace', permission: spec.permission })
    .input(spec.input)
    .subscription(({ ctx, input, signal }) => {
      const { workspaceId, principal } = inWorkspace(ctx, spec.permission);
      return spec.handler(
        openScope(ctx.app, workspaceId, principal),
        input as z.output<I>,
        signal ?? new AbortController().signal,
      );
    });
}
