const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** How large a file is, in words of a language. */
export function sizeWords(bytes: number, language: string): string {
  const at = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const unit = units[at]; // within the list
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: at > 0 ? 'short' : 'long', // the short word for bytes has no plural
    maximumFractionDigits: at > 1 ? 1 : 0,
  }).format(bytes / 1000 ** at);
}
