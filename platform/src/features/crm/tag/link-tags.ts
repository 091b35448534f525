/** What is done for words that have no tag yet: written by a release from before there were any, or by hand. */
const makeMissing = (words: string): string => `
    insert into public.tag (workspace_id, id, name)
    select distinct on (m.workspace_id, public.fold_text(m.word)) m.workspace_id, gen_random_uuid(), m.word from (${words}) as m
     where not exists (select from public.tag t where t.workspace_id = m.workspace_id and public.fold_text(t.name) = public.fold_text(m.word))
        on conflict do nothing;`;

/**
 * What keeps `lead_tag` as the words of the leads say, in whatever way those are written. New leads are linked a statement at a time, so
 * that a file costs as little as it can; a changed one when its words differ.
 */
export const tagLinkFunctions: readonly string[] = [
  `create or replace function link_new_leads() returns trigger language plpgsql as $do$
  begin
    if not exists (select from arrived where cardinality(tags) > 0) then return null; end if;
    insert into public.lead_tag (workspace_id, tag_id, lead_id)
    select a.workspace_id, t.id, a.id from arrived a cross join unnest(a.tags) as word
      join public.tag t on t.workspace_id = a.workspace_id and t.name = word
        on conflict do nothing;
    if exists (select from arrived a cross join unnest(a.tags) as word
                where not exists (select from public.tag t where t.workspace_id = a.workspace_id and t.name = word)) then
      ${makeMissing('select distinct a.workspace_id, word from arrived a cross join unnest(a.tags) as word')}
      insert into public.lead_tag (workspace_id, tag_id, lead_id)
      select a.workspace_id, t.id, a.id from arrived a cross join unnest(a.tags) as word
        join public.tag t on t.workspace_id = a.workspace_id and public.fold_text(t.name) = public.fold_text(word)
          on conflict do nothing;
    end if;
    return null;
  end $do$`,
  `create or replace function link_changed_lead() returns trigger language plpgsql as $do$
  declare
    word text;
    added text[] := '{}';
    linked int;
  begin
    if not (old.tags <@ new.tags) then
      delete from public.lead_tag k using public.tag t
       where k.workspace_id = new.workspace_id and k.lead_id = new.id and t.workspace_id = k.workspace_id and t.id = k.tag_id
         and public.fold_text(t.name) in (select public.fold_text(one) from unnest(old.tags) as one)
         and public.fold_text(t.name) not in (select public.fold_text(one) from unnest(new.tags) as one);
    end if;
    foreach word in array new.tags loop
      if word <> all (old.tags) then added := added || word; end if;
    end loop;
    if cardinality(added) = 0 then return null; end if;
    insert into public.lead_tag (workspace_id, tag_id, lead_id)
    select t.workspace_id, t.id, new.id from public.tag t where t.workspace_id = new.workspace_id and t.name = any (added)
        on conflict do nothing;
    get diagnostics linked = row_count;
    if linked < cardinality(added) and exists (select from unnest(added) as one
         where not exists (select from public.tag t where t.workspace_id = new.workspace_id and t.name = one)) then
      ${makeMissing('select new.workspace_id, one as word from unnest(added) as one')}
      insert into public.lead_tag (workspace_id, tag_id, lead_id)
      select t.workspace_id, t.id, new.id from unnest(added) as one
        join public.tag t on t.workspace_id = new.workspace_id and public.fold_text(t.name) = public.fold_text(one)
          on conflict do nothing;
    end if;
    return null;
  end $do$`,
  `create or replace trigger lead_links_new after insert on lead referencing new table as arrived
     for each statement execute function link_new_leads()`,
  `create or replace trigger lead_links_changed after update of tags on lead
     for each row when (new.tags is distinct from old.tags) execute function link_changed_lead()`,
];
