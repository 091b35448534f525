/**
 * How a text is compared in a search, stored and asked alike: without case, accents and compatibility forms, and with the letters
 * that no decomposition takes apart written as people type them. Text of ASCII alone costs no more than `lower`.
 */
export const foldTextFunction = String.raw`create or replace function fold_text(words text) returns text language sql immutable parallel safe as $fold$
  select case when octet_length(words) = length(words) then lower(words)
         else replace(replace(replace(replace(
                translate(
                  lower(regexp_replace(normalize(words, nfkd), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g')),
                  'ıøđðħłŧς', 'ioddhltσ'),
                'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') end
$fold$`;
