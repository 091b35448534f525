import type { SecondFactorSetUp } from '@tabard/contract/identity/account';
import { pictureOf } from '#features/identity/second-factor';
import { issueToken, newId, type App, type ServedDomain, type Sql } from '#kernel';
import { goodSeconds, hashCode, newCode, newNumber, requestPrefix } from './sign-in-request.rules.ts';

/** A browser that asks, and where. */
export interface AskingBrowser {
  ip: string;
  userAgent: string | null;
  domain: ServedDomain | null;
}

/** What the browser keeps to itself, and what it shows. */
export interface BegunRequest {
  token: string;
  code: string;
  picture: SecondFactorSetUp['picture'];
  seconds: number;
}

/** Makes a request; `addressOf` says where a phone opens its code. */
export async function beginRequest(
  app: App,
  sql: Sql,
  { ip, userAgent, domain }: AskingBrowser,
  addressOf: (code: string) => string,
): Promise<BegunRequest> {
  const [token, code] = [issueToken(requestPrefix), newCode()];
  await sql(
    `insert into sign_in_request (id, token_hash, code_hash, number, domain_id, ip, user_agent, expires_at)
     values ($1, $2, $3, $4, $5, left($6, 64), left($7, 300), now() + make_interval(secs => $8))`,
    [newId(), token.hash, hashCode(app, code), newNumber(), domain?.id ?? null, ip, userAgent, goodSeconds],
  );
  return { token: token.secret, code, picture: pictureOf(addressOf(code)), seconds: goodSeconds };
}
