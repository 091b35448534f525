import type { LeadExportStart } from '@tabard/contract/crm/lead-export';
import type { Sorting } from '../../kit/table-head.ts';

/** Which leads are to be exported: chosen ones, or all that the list shows, in its order and with its columns. */
export interface ExportAsked extends Pick<LeadExportStart, 'ids' | 'filter' | 'where' | 'except'> {
  sorting?: Sorting;
  /** Ids of the columns that the table shows. */
  columns?: readonly string[];
}
