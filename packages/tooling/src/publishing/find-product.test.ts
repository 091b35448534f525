import { expect, it } from 'vitest';
import { findProduct, namesProduct } from './find-product.ts';

const file = (path: string, text: string) => ({ path, content: Buffer.from(text) });

it('says in which file of which package the product is named, in its path too and however it is written', () => {
  const found = findProduct('acme-sdk-1.4.0.tgz', [
    file('README.md', 'Made by Tabard.'),
    file('tabard.js', ''),
    file('index.js', `const hidden = '${Buffer.from('the product: tabard').toString('base64')}';`),
    file('LICENSE', 'The authors'),
  ]);
  expect(found.map((line) => line.split(':')[0])).toEqual([
    'acme-sdk-1.4.0.tgz, README.md',
    'acme-sdk-1.4.0.tgz, tabard.js',
    'acme-sdk-1.4.0.tgz, index.js',
  ]);
  expect(found[0]).toContain('Made by Tabard.');
  expect(namesProduct('`tabard start` says which port')).toBe(true);
  expect(namesProduct('lists end')).toBe(false);
});
