import { html } from '../../src/base/html.ts';
import { AvatarGroup } from '../../src/kit/avatar-group.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-avatar-group';
const uses = [AvatarGroup];
const PEOPLE = ['Lena Brandt', 'Tomás Ortega', 'Noor de Vries', 'Jules Haugen', 'Priya Kapoor', 'Bram Conti'].map(
  (name) => ({ name }),
);

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'filled',
    uses,
    content: () => [
      html`<x-avatar-group .people=${PEOPLE.slice(0, 2)}></x-avatar-group>`,
      html`<x-avatar-group .people=${PEOPLE}></x-avatar-group>`,
    ],
  }),
];
