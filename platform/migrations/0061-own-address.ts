import { Migration } from '@mikro-orm/migrations';

/** An organization that signed with the address of one above it says so from now on, so that its mails stay as they are. */
export class OwnAddress extends Migration {
  override up(): void {
    this.addSql(`
      with recursive above as (
        select o.id as of, o.parent_id as next from organization o where coalesce(trim(o.brand->>'postalAddress'), '') = ''
        union all
        select a.of, o.parent_id from above a join organization o on o.id = a.next
         where coalesce(trim(o.brand->>'postalAddress'), '') = '')
      update organization set brand = brand || '{"inheritPostalAddress": true}'
       where id in (select a.of from above a join organization o on o.id = a.next where trim(o.brand->>'postalAddress') <> '');`);
  }
}
