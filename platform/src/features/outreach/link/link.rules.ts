import type { LinkKind } from '#features/outreach/tracking';

/** A look at a mail or a click in it, as it came in. */
export interface Visit {
  id: string;
  kind: Exclude<LinkKind, 'unsubscribe'>;
  workspaceId: string;
  deliveryId: string;
  url: string;
  at: Date;
  /** Whether the request itself gives a machine away. */
  machine: boolean;
}

/** Nobody reads a mail within this time of its sending; filters at the receiver's door do. */
const tooSoonMs = 3_000;
/** A person does not follow two different links of one mail within this time. */
export const burstMs = 750;

/** What an Android phone says of itself, its model's name among it; programs that pretend to be one name themselves elsewhere. */
const androidDevice = /\([^()]{0,200}\bAndroid\b[^()]{0,300}\)/g;
const pretends = /compatible;|\+?https?:|\w+bot\/\d/i;
const machineAgent =
  /bot\b|bot\/|crawl|spider|scan|preview|prefetch|monitor|headless|curl|wget|python|java\/|go-http|okhttp|libwww|axios|node-fetch|undici|barracuda|mimecast|proofpoint|symantec|fireeye|trendmicro|forcepoint|sophos|ironport|safelinks|(existence|protocol) discovery|skypeuri|whatsapp|slack|telegram/i;

/**
 * Whether a request comes from a program by its own words: no name, a bare `Mozilla/5.0` (Apple's mail privacy proxy, which
 * loads pictures nobody looks at), or the name of a scanner. Gmail's and Yahoo's picture proxies load when a person opens, so
 * they count as the person.
 */
export function isMachineRequest(method: string | undefined, agent: string | undefined): boolean {
  if (method === 'HEAD' || agent === undefined || agent.length < 12) return true;
  return machineAgent.test(agent.replace(androidDevice, (device) => (pretends.test(device) ? device : '')));
}

/** Whether a visit came before anybody could have read the mail; a mail not known as sent yet was not read either. */
export function isTooSoon(visit: Visit, sentAt: Date | null): boolean {
  return sentAt === null || visit.at.getTime() - sentAt.getTime() < tooSoonMs;
}

/** The clicks that are part of a burst: another link of the same mail was followed at nearly the same moment. */
export function findBursts(clicks: readonly Pick<Visit, 'id' | 'deliveryId' | 'url' | 'at'>[]): Set<string> {
  const found = new Set<string>();
  const byMail = Map.groupBy(clicks, (click) => click.deliveryId);
  for (const ofMail of byMail.values())
    for (const one of ofMail)
      if (ofMail.some((other) => other.url !== one.url && Math.abs(+other.at - +one.at) < burstMs)) found.add(one.id);
  return found;
}
