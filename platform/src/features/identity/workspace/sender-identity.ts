/**
 * SQL of who signs the mails of workspace `$1`, as the law asks for it: a table `sender` of one row, `name` and `postal_address` (null
 * where there is none), for a `with recursive`. It says what `resolveSetting` says. The address of another company is used only where an
 * organization says so, or has locked its own for all below.
 */
export const senderIdentity = `
  sender_chain as (
    select o.parent_id, o.name, o.brand, o.locks, 1 as depth from workspace w join organization o on o.id = w.organization_id where w.id = $1
    union all
    select o.parent_id, o.name, o.brand, o.locks, c.depth + 1 from sender_chain c join organization o on o.id = c.parent_id),
  sender_lock as (
    select max(depth) filter (where 'displayName' = any(locks)) as name, max(depth) filter (where 'postalAddress' = any(locks)) as address
      from sender_chain),
  address_giver as (
    select c.brand, c.depth from sender_chain c, sender_lock l where c.depth = coalesce(l.address, 1)
    union all
    select c.brand, c.depth from address_giver g join sender_chain c on c.depth = g.depth + 1
     where coalesce(trim(g.brand->>'postalAddress'), '') = '' and g.brand->>'inheritPostalAddress' = 'true'),
  sender as (
    select coalesce(case when l.name is null then nullif(w.brand->>'displayName', '') end, nullif(c.brand->>'displayName', ''), c.name) as name,
           coalesce(case when l.address is null then nullif(trim(w.brand->>'postalAddress'), '') end,
                    (select trim(brand->>'postalAddress') from address_giver
                      where trim(brand->>'postalAddress') <> '' order by depth limit 1)) as postal_address
      from workspace w, sender_lock l join sender_chain c on c.depth = coalesce(l.name, 1) where w.id = $1)`;
