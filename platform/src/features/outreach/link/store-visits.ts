import { toPublicId, type Uuid } from '@tabard/contract';
import { settleDelivery } from '#features/outreach/delivery';
import { recordMailEvents, type MailEvent } from '#features/outreach/tracking';
import { jobPrincipal, writeIn, type App } from '#kernel';
import { burstMs, findBursts, isTooSoon, type Visit } from './link.rules.ts';

interface VisitedRow {
  id: Uuid;
  campaign_id: Uuid | null;
  step_id: Uuid | null;
  lead_id: Uuid | null;
  sent_at: Date | null;
  state: string;
}

/**
 * Other clicks of the same mails at nearly the same time that another process, or this one earlier, has stored. What was sent is ruled
 * out once more in the words of the index by lead, which leaves it out.
 */
const nearbyClicks = `
  select id, delivery_id, detail, at from mail_event
   where workspace_id = $1 and type in ('clicked', 'machine_opened') and type <> 'sent' and detail is not null
     and lead_id = any($2) and at between $3 and $4`;

/**
 * Stores visits of one workspace: people's opens and clicks, and machines' looks apart from them. Storing the same visits
 * again changes nothing; visits of mails that are gone are dropped. A visit also proves that the mail was received.
 * Clicks in `after` wait for a later call and are only looked at: they may make a burst of a click that is stored now.
 */
export async function storeVisits(
  app: App,
  workspaceId: Uuid,
  visits: readonly Visit[],
  after: readonly Visit[] = [],
): Promise<void> {
  await writeIn({ app, workspaceId, principal: jobPrincipal('tracking', workspaceId) }, async (scope) => {
    const rows = await scope.sql<VisitedRow>(
      `select d.id, d.campaign_id, d.step_id, d.lead_id, d.state,
              coalesce(d.sent_at, d.opened_at, (select c.opened_at from claim c where c.workspace_id = $1 and c.id = d.fence)) as sent_at
         from delivery d where d.workspace_id = $1 and d.id = any($2)`,
      [workspaceId, [...new Set(visits.map((visit) => visit.deliveryId))]],
    );
    const mails = new Map(rows.map((row) => [row.id, row]));
    const known = visits.filter((visit) => mails.has(visit.deliveryId));
    for (const row of rows.filter(({ state }) => state === 'unknown'))
      await settleDelivery(scope, { deliveryId: row.id, evidence: 'accepted', reply: 'The recipient opened it.' });

    const clicks = known.filter((visit) => visit.kind === 'click');
    const times = clicks.map((click) => click.at.getTime());
    const nearby =
      clicks.length === 0
        ? []
        : await scope.sql<{ id: Uuid; delivery_id: Uuid; detail: string; at: Date }>(nearbyClicks, [
            workspaceId,
            clicks.map((click) => mails.get(click.deliveryId)?.lead_id),
            new Date(Math.min(...times) - burstMs),
            new Date(Math.max(...times) + burstMs),
          ]);
    const bursts = findBursts([
      ...clicks,
      ...after,
      ...nearby.map((row) => ({ id: row.id, deliveryId: row.delivery_id, url: row.detail, at: row.at })),
    ]);
    const events = known.map((visit): MailEvent => {
      const mail = mails.get(visit.deliveryId)!; // `known` are the visits with a mail
      const machine = visit.machine || isTooSoon(visit, mail.sent_at) || bursts.has(visit.id);
      return {
        id: visit.id,
        type: machine ? 'machine_opened' : visit.kind === 'click' ? 'clicked' : 'opened',
        deliveryId: mail.id,
        campaignId: mail.campaign_id,
        stepId: mail.step_id,
        leadId: mail.lead_id,
        detail: visit.url || null,
        at: visit.at,
      };
    });
    for (const { type, deliveryId } of await recordMailEvents(scope.sql, workspaceId, events)) {
      const mail = mails.get(deliveryId!)!; // every event above has a mail
      scope.emit(type === 'clicked' ? 'mail.clicked' : 'mail.opened', {
        campaignId: mail.campaign_id && toPublicId('campaign', mail.campaign_id),
        deliveryId: toPublicId('delivery', mail.id),
        machine: type === 'machine_opened',
      });
    }
  });
}
