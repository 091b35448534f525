import { toPublicId } from '@tabard/contract';
import type { Principal } from '#kernel';

/** Whoever changes something, as the trail of events names them: a user or an API key. */
export function changedBy(principal: Principal): string | null {
  if (principal.kind === 'user') return toPublicId('user', principal.userId);
  return principal.kind === 'api_key' ? toPublicId('apiKey', principal.apiKeyId) : null;
}
