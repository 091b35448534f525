const counted = ['sent', 'opened', 'clicked', 'replied'] as const;

/** Counts of the first events of mails `e` for a lead, and when the last of some came. */
const contactFigures = `${counted.map((type) => `count(*) filter (where e.type = '${type}') as ${type}`).join(', ')},
           max(e.at) filter (where e.type = 'sent') as contacted_at, max(e.at) filter (where e.type = 'replied') as replied_at`;

/** The events that are counted. */
const countedTypes = counted.map((type) => `'${type}'`).join(', ');

/**
 * Counts what became of mails for their leads, in the statement that writes it down, whoever does: counted if it is written, and never
 * twice. Rows are locked in one order, so that batches that overlap wait for each other and never in a circle.
 */
export const contactTriggers: readonly string[] = [
  `create or replace function count_lead_contacts() returns trigger language plpgsql set search_path = pg_catalog, public as $do$
   begin
     insert into lead_contact as k (workspace_id, lead_id, ${counted.join(', ')}, contacted_at, replied_at)
     select e.workspace_id, e.lead_id, ${contactFigures}
       from changed e where e.first and e.lead_id is not null and e.type in (${countedTypes})
      group by 1, 2 order by 1, 2
         on conflict (workspace_id, lead_id)
         do update set ${counted.map((type) => `${type} = k.${type} + excluded.${type}`).join(', ')},
                       contacted_at = greatest(k.contacted_at, excluded.contacted_at),
                       replied_at = greatest(k.replied_at, excluded.replied_at);
     return null;
   end $do$`,
  `create or replace trigger mail_event_for_contacts after insert on mail_event
     referencing new table as changed for each statement execute function count_lead_contacts()`,
];
