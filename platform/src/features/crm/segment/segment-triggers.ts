/**
 * What notes which leads have changed, in the statement that changes them: no writer can forget it, and a batch costs one statement more.
 * Run with the rights of whoever writes, so the walls between workspaces hold; a workspace without segments notes nothing.
 */
export const segmentTriggers: readonly string[] = [
  `create or replace function note_lead_change() returns trigger language plpgsql set search_path = pg_catalog, public as $do$
   begin
     insert into segment_change (workspace_id, lead_id)
     select c.workspace_id, c.id from changed c
      where exists (select from segment s where s.workspace_id = c.workspace_id and s.archived_at is null);
     return null;
   end $do$`,
  `create or replace function note_mail_event() returns trigger language plpgsql set search_path = pg_catalog, public as $do$
   begin
     insert into segment_change (workspace_id, lead_id)
     select c.workspace_id, c.lead_id from changed c
      where c.first and c.lead_id is not null
        and exists (select from segment s where s.workspace_id = c.workspace_id and s.archived_at is null and s.asks_related);
     return null;
   end $do$`,
  `create or replace function note_list_change() returns trigger language plpgsql set search_path = pg_catalog, public as $do$
   begin
     insert into segment_change (workspace_id, lead_id)
     select c.workspace_id, c.lead_id from changed c
      where exists (select from segment s where s.workspace_id = c.workspace_id and s.archived_at is null);
     return null;
   end $do$`,
  `create or replace trigger lead_created_for_segments after insert on lead
     referencing new table as changed for each statement execute function note_lead_change()`,
  `create or replace trigger lead_changed_for_segments after update on lead
     referencing new table as changed for each statement execute function note_lead_change()`,
  `create or replace trigger mail_event_for_segments after insert on mail_event
     referencing new table as changed for each statement execute function note_mail_event()`,
  `create or replace trigger list_member_added_for_segments after insert on list_member
     referencing new table as changed for each statement execute function note_list_change()`,
  `create or replace trigger list_member_removed_for_segments after delete on list_member
     referencing old table as changed for each statement execute function note_list_change()`,
];
