import type { LeadImportInspection } from '@tabard/contract';

/** What is found in a file of brokers. */
export const inspection: LeadImportInspection = {
  uploadId: 'upl_0',
  fileName: 'brokers.csv',
  size: 180_000,
  encoding: 'utf-8',
  delimiter: ';',
  sheets: [],
  sheet: null,
  headerRow: 1,
  estimatedRows: 2400,
  columns: [
    { name: 'E-Mail', samples: ['lena@brandt.example', 'tomas@puerto.example'], suggestion: 'email' },
    { name: 'Vorname', samples: ['Lena', 'Tomás'], suggestion: 'first_name' },
    { name: 'Nachname', samples: ['Brandt', 'Ortega'], suggestion: 'last_name' },
    { name: 'Firma', samples: ['Brandt Spedition', 'Puerto Sur'], suggestion: 'company' },
    { name: 'Flotte', samples: ['38', '112'], suggestion: null },
  ],
};
