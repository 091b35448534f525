/** What can go wrong with files of leads, on their way in and out. */
export const transferErrors = {
  'upload.not_found': { status: 404, message: 'There is no such upload, or it has expired. Upload the file again.' },
  'upload.quota_exceeded': {
    status: 413,
    message: 'The uploads of a day have reached what a workspace may keep. Import or wait for those that are there.',
  },
  'upload.empty': {
    status: 400,
    message: 'There is nothing to import in this file. Choose one with a header and at least one row.',
  },
  'lead_export.too_many_rows': {
    status: 422,
    message: 'A workbook holds at most 1,048,575 leads. Export them as CSV, or choose fewer.',
  },
  'lead_export.too_many': {
    status: 409,
    message: 'Five exports are under way here already. Wait until one is done, or stop one.',
  },
  'lead_export.quota_exceeded': {
    status: 413,
    message:
      'The exports of the last seven days have reached what a workspace may keep. Wait until older ones are gone.',
  },
  'lead_export.not_cancellable': { status: 409, message: 'The export has already ended.' },
  'lead_export.not_ready': { status: 409, message: 'The export has no file yet. Wait until it is completed.' },
  'lead_export.expired': { status: 410, message: 'The file of this export is gone. Export the leads again.' },
  'lead_import.unreadable': {
    status: 422,
    message: 'The file cannot be read as CSV. Save it as CSV (UTF-8) and upload it again.',
  },
  'lead_import.mapping_invalid': {
    status: 400,
    message: 'The mapping names columns that the file does not have, or maps no column to email.',
  },
  'lead_import.not_cancellable': { status: 409, message: 'The import has already ended.' },
} as const;
