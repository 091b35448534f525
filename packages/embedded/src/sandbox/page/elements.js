/**
 * Makes an element. Properties that start with aria, role, data or sandbox become attributes; a function becomes the
 * listener of the event it is named after. Text is only ever set as text.
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (/^(aria|role|data|sandbox)/.test(name)) element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children);
  return element;
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'narrow' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

function ago(time) {
  const seconds = Math.round((time - Date.now()) / 1_000);
  const [unit, size] = UNITS.find((one) => Math.abs(seconds) >= one[1]) ?? ['second', 1];
  return Math.abs(seconds) < 5 ? 'now' : relative.format(Math.round(seconds / size), unit);
}

export const formatTime = (time) => exact.format(time);

export function formatSize(bytes) {
  const small = bytes < 1_000;
  const unit = small ? 'byte' : 'kilobyte';
  const options = { style: 'unit', unit, unitDisplay: small ? 'long' : 'short', maximumFractionDigits: 1 };
  return new Intl.NumberFormat(undefined, options).format(small ? bytes : bytes / 1_000);
}

/** A moment told as people do, with the exact one on hover; `refreshTimes` keeps it true. */
export function makeTime(time, properties = {}) {
  return make('time', { ...properties, title: formatTime(time), 'data-at': time }, ago(time));
}

export function refreshTimes() {
  for (const element of document.querySelectorAll('time[data-at]'))
    element.textContent = ago(Number(element.dataset.at));
}

export function makeNothing(title, text, ...more) {
  const drawing = document.querySelector('#drawing').content.cloneNode(true);
  return make('div', { className: 'nothing' }, drawing, make('strong', {}, title), make('p', {}, text), ...more);
}
