/**
 * What the database keeps true of companies, whoever writes them. Of two moves that together would close a circle, the second waits for
 * the first and is refused.
 */
export const companyFunctions: readonly string[] = [
  `create or replace function company_keeps_tree() returns trigger language plpgsql set search_path = pg_catalog, public as $do$
   declare above uuid := new.parent_id;
   begin
     perform pg_advisory_xact_lock(hashtextextended('company tree ' || new.workspace_id, 0));
     while above is not null loop
       if above = new.id then
         raise exception 'a company cannot be above itself' using errcode = 'check_violation', constraint = 'company_tree';
       end if;
       above := (select c.parent_id from public.company c where c.workspace_id = new.workspace_id and c.id = above);
     end loop;
     return new;
   end $do$`,
  `create or replace function company_keeps_domains() returns trigger language plpgsql set search_path = pg_catalog, public as $do$
   begin
     if tg_op = 'UPDATE' then
       delete from public.company_domain d where d.workspace_id = new.workspace_id and d.company_id = new.id;
     end if;
     if new.archived_at is null then
       insert into public.company_domain (workspace_id, domain, company_id)
         select distinct new.workspace_id, domain, new.id from unnest(new.domains) as domain;
     end if;
     return null;
   end $do$`,
  `create or replace trigger company_tree before insert or update of parent_id on company for each row
     when (new.parent_id is not null) execute function company_keeps_tree()`,
  `create or replace trigger company_domains after insert or update of domains, archived_at on company for each row
     execute function company_keeps_domains()`,
];
