import { scenes as kitChip } from './kit-chip.scenes.ts';
import { scenes as kitCodeField } from './kit-code-field.scenes.ts';
import { scenes as kitCombobox } from './kit-combobox.scenes.ts';
import { scenes as kitDateField } from './kit-date-field.scenes.ts';
import { scenes as kitField } from './kit-field.scenes.ts';
import { scenes as kitNumberField } from './kit-number-field.scenes.ts';
import { scenes as kitRadioGroup } from './kit-radio-group.scenes.ts';
import { scenes as kitRichText } from './kit-rich-text.scenes.ts';
import { scenes as kitSwitch } from './kit-switch.scenes.ts';
import { scenes as kitTagInput } from './kit-tag-input.scenes.ts';
import { scenes as kitTimeField } from './kit-time-field.scenes.ts';
import type { Scene } from './scene.ts';

/** Every state of everything, by file; each file is added here in alphabetical order. */
export const scenes: readonly Scene[] = [
  ...kitChip,
  ...kitCodeField,
  ...kitCombobox,
  ...kitDateField,
  ...kitField,
  ...kitNumberField,
  ...kitRadioGroup,
  ...kitRichText,
  ...kitSwitch,
  ...kitTagInput,
  ...kitTimeField,
];
