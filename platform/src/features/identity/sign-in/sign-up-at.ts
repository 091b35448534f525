import { readSignUp, type SignUpRules } from '#features/identity/organization';
import type { App, ServedDomain } from '#kernel';

/**
 * How people create an account under a host name; null where nobody can: where no mail can be sent, where no organization above opened
 * it, and under the name of a workspace, which has its people by invitation.
 */
export async function signUpAt(app: App, domain: ServedDomain | null): Promise<SignUpRules | null> {
  if (!app.config.systemMail.server) return null;
  if (domain && domain.scopeId !== domain.organizationId) return null;
  return readSignUp(app, domain?.organizationId ?? null);
}
