import { msg, str } from '@lit/localize';
import type { FileKind } from '@tabard/contract/crm/file-words';
import { addCodeWords } from '../../base/code-words.ts';
import type { Format } from '../../core/format.ts';

/** Learns what is said where the platform refuses a file. */
export const learnRefusals = (): void =>
  addCodeWords({
    'file.too_large': () => msg('This file is larger than a file may be here.'),
    'file.empty': () => msg('This file is empty. Choose one that has something in it.'),
    'file.quota_exceeded': () =>
      msg('There is no room left for this file. Delete what nobody needs, or ask for more room.'),
    'file.type_refused': () => msg('Programs and what computers run are not kept here.'),
    'file.type_mismatch': () => msg('The content of this file is not what its name says.'),
    'file.image_unreadable': () => msg('This image is damaged or cannot be read. Save it anew, and upload it again.'),
    'file.image_too_large': () => msg('This image has too many pixels. Make it smaller, and upload it again.'),
    'file.not_scanned': () => msg('This file is being looked at for harmful content. Try again shortly.'),
    'file.infected': () => msg('Harmful content was found in this file, so nobody can open it.'),
    'file_link.too_many': () => msg('This file has 50 links that are open. Take back those that nobody needs.'),
    'file_upload.too_many': () => msg('You have 20 uploads open. Finish or cancel one of them, then try again.'),
    'file_upload.not_found': () => msg('This upload was not finished within a day. Upload the file again.'),
  });

/** What kinds of files are called. */
export const kindWords = (): Record<FileKind, string> => ({
  image: msg('Image'),
  pdf: msg('PDF'),
  text: msg('Text'),
  document: msg('Document'),
  sheet: msg('Spreadsheet'),
  slides: msg('Presentation'),
  audio: msg('Sound'),
  video: msg('Video'),
  archive: msg('Archive of files'),
  other: msg('Other file'),
});

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** How large a file is, in the unit in which it is short. */
export function sizeText({ locale }: Format, bytes: number): string {
  const at = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** at;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[at],
    unitDisplay: at > 0 ? 'short' : 'long', // the short word for bytes has no plural
    maximumFractionDigits: at > 1 && value < 10 ? 1 : 0,
  }).format(value);
}

/** How much of one's room is used. */
export const usedText = (format: Format, used: number, quota: number): string =>
  msg(
    str`${sizeText(format, used)} of ${sizeText(format, quota)} are used. Deleted files count until they are erased.`,
  );
