const rowsOf = `
       select distinct new.workspace_id, 'email', one ->> 'email', new.id from jsonb_array_elements(new.emails) as one
       union
       select distinct new.workspace_id, 'phone', one ->> 'normal', new.id from jsonb_array_elements(new.phones) as one
        where one ->> 'normal' is not null`;

/** What keeps the further addresses and numbers of leads where an index answers for them, whoever writes leads. */
export const leadFunctions: readonly string[] = [
  `create or replace function lead_keeps_reach() returns trigger language plpgsql set search_path = pg_catalog, public as $do$
   begin
     if tg_op = 'UPDATE' then
       delete from public.lead_reach r where r.workspace_id = new.workspace_id and r.lead_id = new.id;
     end if;
     insert into public.lead_reach (workspace_id, kind, value, lead_id)${rowsOf};
     return null;
   end $do$`,
  `create or replace trigger lead_reach_new after insert on lead for each row
     when (new.emails <> '[]'::jsonb or new.phones <> '[]'::jsonb) execute function lead_keeps_reach()`,
  `create or replace trigger lead_reach_changed after update of emails, phones on lead for each row
     when (new.emails is distinct from old.emails or new.phones is distinct from old.phones) execute function lead_keeps_reach()`,
];
