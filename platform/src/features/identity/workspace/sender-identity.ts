/**
 * SQL of who signs the mails of workspace `$1`, as the law asks for it: a table `sender` of one row, `name` and `postal_address` (null
 * where there is none), for a `with recursive`. It says what `inheritBrand` says. The address of another company is used only where an
 * organization says so.
 */
export const senderIdentity = `
  address_giver as (
    select o.parent_id, o.brand, 1 as depth from workspace w join organization o on o.id = w.organization_id where w.id = $1
    union all
    select o.parent_id, o.brand, g.depth + 1 from address_giver g join organization o on o.id = g.parent_id
     where coalesce(trim(g.brand->>'postalAddress'), '') = '' and g.brand->>'inheritPostalAddress' = 'true'),
  sender as (
    select coalesce(nullif(w.brand->>'displayName', ''), nullif(o.brand->>'displayName', ''), o.name) as name,
           coalesce(nullif(trim(w.brand->>'postalAddress'), ''),
                    (select trim(brand->>'postalAddress') from address_giver
                      where trim(brand->>'postalAddress') <> '' order by depth limit 1)) as postal_address
      from workspace w join organization o on o.id = w.organization_id where w.id = $1)`;
