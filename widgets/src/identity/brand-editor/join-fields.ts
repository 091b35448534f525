import { msg } from '@lit/localize';
import { html } from '../../base/html.ts';
import { holds } from './brand-draft.ts';
import { around, problem, text, toggle, typed, type Section } from './brand-fields.ts';
import { isOpen, type Editing } from './setting-line.ts';
import { settingHint, settingLabel } from './setting-words.ts';

/** How people come to workspaces by themselves: said by organizations alone, which are the places that can lock something. */
export const joinSections = (editing: Editing): readonly Section[] =>
  editing.locks ? [{ heading: msg('New accounts'), fields: joining(editing) }] : [];

function joining(editing: Editing): unknown {
  return [
    toggle(editing, 'signUp'),
    domains(editing, 'signUpDomains'),
    domains(editing, 'signUpBlockedDomains'),
    text(editing, 'termsUrl', { type: 'url' }),
    text(editing, 'termsVersion', { max: 60 }),
  ];
}

/** Several domains, each in a chip. */
function domains(editing: Editing, name: 'signUpDomains' | 'signUpBlockedDomains'): unknown {
  return around(
    editing,
    name,
    html`<x-tag-input
      name=${name}
      label=${settingLabel(name)}
      hint=${settingHint(name)}
      placeholder="client.example"
      max="200"
      .value=${holds(editing.settings, editing.draft, name).join(',')}
      .validate=${(tag: string) => (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(tag) ? '' : msg('This is not a domain.'))}
      error=${problem(editing, name)}
      ?disabled=${!isOpen(editing, name)}
      @change=${(event: Event) => editing.say(name, typed(event).split(',').filter(Boolean))}
    ></x-tag-input>`,
  );
}
