import { countSql } from './record-mail-events.ts';

/**
 * Two common table expressions that write one `sent` event for each row of `source` (event_id, id, month, campaign_id, step_id, lead_id)
 * and count them. A mail is sent once: a second event of it is not written.
 */
export const sentEventsSql = (source: string): string => `written as (
    insert into mail_event (workspace_id, id, type, delivery_id, campaign_id, step_id, lead_id, month, day, first)
    select $1, s.event_id, 'sent', s.id, s.campaign_id, s.step_id, s.lead_id, s.month,
           (now() at time zone (select w.time_zone from workspace w where w.id = $1))::date, true
      from ${source} s
        on conflict do nothing
    returning type, campaign_id, step_id, day
  ), counted as (${countSql('select day, campaign_id, step_id, type, 1 as first from written')})`;
