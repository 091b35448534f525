import type { DomainPurpose } from '@tabard/contract/identity/domain-words';
import type { Config } from '#config';

/** What an address can be for. */
export type AddressPurpose = Exclude<DomainPurpose, 'mail'>;

/** The installation's own address for a purpose. */
export function ownAddress({ http }: Pick<Config, 'http'>, purpose: AddressPurpose): string {
  return { app: http.hostedUrl, api: http.publicUrl, links: http.linksUrl }[purpose];
}

/** The address of a name for a purpose: by the scheme and the port of the installation's own. */
export function domainUrl(config: Pick<Config, 'http'>, purpose: AddressPurpose, host: string): string {
  const { protocol, port } = new URL(ownAddress(config, purpose));
  return `${protocol}//${host}${port && `:${port}`}`;
}
