import type { AnyTRPCRouter } from '@trpc/server';
import { proceduresOf, type KnownProcedure } from '#kernel';

/** Verbs after which a thing is no longer there. */
const ending = /\.(?:archive|remove(?:Passkey|Identity)?|revoke|cancel|complete|end|endOthers|suspend|move)$/;
/** After it the caller has no session either. */
const leaving = /\.signOut$/;

const rank = (name: string): number => (leaving.test(name) ? 2 : Number(ending.test(name)));

/** Every procedure of a router, for whoever calls them one after another: what ends a thing comes after what looks at it. */
export const endingLast = (router: AnyTRPCRouter): KnownProcedure[] =>
  proceduresOf(router).toSorted((one, other) => rank(one.name) - rank(other.name));
