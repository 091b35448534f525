/** What can go wrong with files, in the error vocabulary. */
export const fileErrors = {
  'file_upload.not_found': {
    status: 404,
    message: 'There is no such upload, or it was not finished within a day. Upload the file again.',
  },
  'file_upload.offset_mismatch': {
    status: 409,
    message: 'The upload stands elsewhere by now. Ask for its offset, and go on from there.',
  },
  'file_upload.incomplete': {
    status: 409,
    message: 'Parts of the file are missing. Ask for the offset, send the rest, then finish.',
  },
  'file_upload.finished': {
    status: 409,
    message: 'The upload is finished: there is a file by now. Delete the file instead.',
  },
  'file_upload.too_many': {
    status: 409,
    message: 'You have 20 uploads open. Finish or cancel one of them, then begin another.',
  },
  'file.empty': { status: 422, message: 'The file is empty. Choose one that has something in it.' },
  'file.too_large': { status: 413, message: 'The file is larger than a file may be here. See details for the limit.' },
  'file.quota_exceeded': {
    status: 413,
    message:
      'The files of this workspace have reached what it may keep. Delete what nobody needs, or ask for more room.',
  },
  'file.type_refused': {
    status: 422,
    message: 'Programs and what computers run are not kept here. Send it in an archive with a password if you must.',
  },
  'file.type_mismatch': {
    status: 422,
    message: 'The content of the file is not what its name says. Check the file, or give it the right ending.',
  },
  'file.image_unreadable': {
    status: 422,
    message: 'This image is damaged or cannot be read. Save it anew, and upload it again.',
  },
  'file.image_too_large': {
    status: 422,
    message: 'This image has too many pixels. Make it smaller, and upload it again.',
  },
  'file.not_scanned': {
    status: 409,
    message: 'The file waits to be looked at for harmful content. Try again shortly.',
    retryable: true,
  },
  'file.infected': { status: 403, message: 'Harmful content was found in this file, so nobody can open it.' },
  'file_link.ended': {
    status: 410,
    message: 'This link has expired or was taken back. Ask whoever sent it for another one.',
  },
  'file_link.too_many': {
    status: 409,
    message: 'This file has 50 links that are open. Take back those that nobody needs.',
  },
  'file.preview_gone': { status: 404, message: 'There is no small picture of this file.' },
  'file.range_not_satisfiable': { status: 416, message: 'The file has no bytes in this range.' },
} as const;
