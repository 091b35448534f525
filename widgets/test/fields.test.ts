import { expect } from '@open-wc/testing';
import { Checkbox } from '../src/kit/checkbox.ts';
import { CodeField } from '../src/kit/code-field.ts';
import { Combobox } from '../src/kit/combobox.ts';
import { DateField } from '../src/kit/date-field.ts';
import { DateRangeField } from '../src/kit/date-range-field.ts';
import type { FormControl } from '../src/kit/form-control.ts';
import { Input } from '../src/kit/input.ts';
import { MergeInput } from '../src/kit/merge-input.ts';
import { NumberField } from '../src/kit/number-field.ts';
import { RadioGroup } from '../src/kit/radio-group.ts';
import { reportForm } from '../src/kit/report-form.ts';
import { RichText } from '../src/kit/rich-text.ts';
import { Select } from '../src/kit/select.ts';
import { Switch } from '../src/kit/switch.ts';
import { TagInput } from '../src/kit/tag-input.ts';
import { TextArea } from '../src/kit/text-area.ts';
import { TimeField } from '../src/kit/time-field.ts';
import { ToggleGroup } from '../src/kit/toggle-group.ts';
import { formOf, settled, inner, press, sent, add, type, leave, OPTIONS } from './field-stage.ts';

describe('a field in a form', () => {
  const filled: [new () => FormControl, object, string[][]][] = [
    [Input, { value: 'a' }, [['field', 'a']]],
    [TextArea, { value: 'a\nb' }, [['field', 'a\nb']]],
    [CodeField, { value: '<p>' }, [['field', '<p>']]],
    [Select, { options: OPTIONS, placeholder: 'Choose', value: 'pe' }, [['field', 'pe']]],
    [RadioGroup, { options: OPTIONS, value: 'pe' }, [['field', 'pe']]],
    [Combobox, { options: OPTIONS, value: 'pe' }, [['field', 'pe']]],
    [Checkbox, { checked: true }, [['field', 'on']]],
    [Switch, { checked: true, value: 'yes' }, [['field', 'yes']]],
    [NumberField, { value: '1234.5' }, [['field', '1234.5']]],
    [DateField, { value: '2026-11-21' }, [['field', '2026-11-21']]],
    [DateRangeField, { value: '2026-11-01/2026-11-21' }, [['field', '2026-11-01/2026-11-21']]],
    [TimeField, { value: '09:30' }, [['field', '09:30']]],
    [RichText, { value: '<p>Hi</p>' }, [['field', '<p>Hi</p>']]],
    [MergeInput, { value: 'For {{ company }}' }, [['field', 'For {{ company }}']]],
    [
      ToggleGroup,
      { options: OPTIONS, value: 'nl,us' },
      [
        ['field', 'nl'],
        ['field', 'us'],
      ],
    ],
    [
      TagInput,
      { value: 'a,b' },
      [
        ['field', 'a'],
        ['field', 'b'],
      ],
    ],
  ];
  for (const [element, values, entries] of filled) {
    it(`${element.name} is sent, reset, restored, kept out by a fieldset and told so in its states`, async () => {
      const fieldset = formOf().appendChild(document.createElement('fieldset'));
      const field = await add(element, values as Partial<FormControl>, fieldset);
      expect(sent()).to.deep.equal(entries);
      expect(field.matches(':state(filled)')).to.equal(true);
      if (field instanceof Checkbox) field.checked = false;
      else field.value = '';
      await settled(field);
      expect(sent().filter(([, value]) => value !== '')).to.deep.equal([]);
      formOf().reset();
      await settled(field);
      expect(sent()).to.deep.equal(entries);
      fieldset.disabled = true;
      await settled(field);
      expect(sent()).to.deep.equal([]);
      expect(field.matches(':state(disabled)')).to.equal(true);
      expect(field.disabled).to.equal(false);
      fieldset.disabled = false;
      await settled(field);
      expect(sent()).to.deep.equal(entries);
      field.formStateRestoreCallback('');
      await settled(field);
      expect(sent().filter(([, value]) => value !== '')).to.deep.equal([]);
    });

    it(`${element.name} refuses to be sent empty when required, in words, and only then`, async () => {
      const field = await add(element, { required: true, label: 'Field' });
      if (field instanceof Select) Object.assign(field, { options: OPTIONS, placeholder: 'Choose' });
      if (field instanceof RadioGroup) field.options = OPTIONS;
      await settled(field);
      expect(formOf().checkValidity(), 'empty').to.equal(false);
      expect(field.validationMessage).not.to.equal('');
      await settled(field);
      expect(field.matches(':state(invalid)')).to.equal(true);
      expect(inner(field, '#error').textContent).to.equal(field.validationMessage);
      Object.assign(field, values);
      await settled(field);
      expect(formOf().checkValidity(), 'filled').to.equal(true);
      await settled(field);
      expect(field.shadowRoot?.querySelector('#error')).to.equal(null);
      field.error = 'Taken by another lead.';
      await settled(field);
      expect(field.validationMessage).to.equal('Taken by another lead.');
      expect(formOf().checkValidity(), "the host's words").to.equal(false);
    });
  }

  it('says nothing is wrong before it was left or the form was checked', async () => {
    const field = await add(Input, { required: true });
    expect(field.shadowRoot?.querySelector('#error')).to.equal(null);
    await type(field, 'x');
    await type(field, '');
    expect(field.shadowRoot?.querySelector('#error')).to.equal(null);
    await leave(field);
    expect(field.shadowRoot?.querySelector('#error')).not.to.equal(null);
  });

  it('is sent by Enter through the button of the form, once', async () => {
    const field = await add(Input, { value: 'a' });
    const button = formOf().appendChild(document.createElement('button'));
    const submits: (HTMLElement | null)[] = [];
    formOf().addEventListener('submit', (event) => submits.push(event.submitter));
    await press(inner(field), 'Enter');
    expect(submits).to.deep.equal([button]);
  });

  it('takes the reader to the first that is wrong', async () => {
    await add(Input, { value: 'fine' });
    const wrong = await add(Input, { type: 'email', value: 'mara' });
    const empty = await add(DateField, { required: true });
    expect(reportForm(formOf())).to.equal(false);
    await settled(empty);
    expect(document.activeElement).to.equal(wrong);
    expect(empty.matches(':state(invalid)')).to.equal(true);
  });

  it('keeps one group of radios apart from another', async () => {
    const one = await add(RadioGroup, { options: OPTIONS, value: 'nl' });
    const two = await add(RadioGroup, { options: OPTIONS, value: 'pe' });
    inner(two, 'input[value=us]').click();
    await settled(two);
    expect([one.value, two.value]).to.deep.equal(['nl', 'us']);
  });
});
