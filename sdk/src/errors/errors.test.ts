import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ConnectionError, isSdkError, TimeoutError } from './errors.ts';
import { toApiError } from './to-api-error.ts';

const data = {
  code: 'request.invalid',
  status: 400,
  message: 'Some fields are missing or wrong.',
  requestId: 'req_1',
  docs: '/errors/request-invalid',
  retryable: false,
  details: [{ path: 'steps.0.subject', message: 'Give the first mail a subject.', reason: 'too_small' }],
};
const error = toApiError(400, { error: { message: data.message, data } });

describe('an error of the SDK', () => {
  it('keeps message, code and details as JSON, in logs too', () => {
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ name: 'BadRequestError', ...data });
    expect(JSON.parse(JSON.stringify({ err: new TimeoutError(5) }))).toEqual({
      err: { name: 'TimeoutError', message: expect.stringContaining('5 ms'), retryable: true },
    });
  });

  it('keeps them through a structured clone', () => {
    const copy = structuredClone(error);
    expect(copy).toBeInstanceOf(Error);
    expect(copy.message).toBe(data.message);
    expect(copy.cause).toMatchObject({ code: data.code, details: data.details });
    const inner = new ConnectionError('Not reached.', { cause: new Error('ECONNREFUSED') });
    expect(structuredClone(inner)).toMatchObject({ message: 'Not reached.', cause: { message: 'ECONNREFUSED' } });
  });

  it('shows them to whoever prints it', () => {
    expect(inspect(error)).toMatch(/^BadRequestError: Some fields[^]+code: 'request.invalid'[^]+steps\.0\.subject/);
  });

  it('is known as one of ours, and is an Error whose message is its message', () => {
    expect([isSdkError(error), error.message]).toEqual([true, data.message]);
  });
});
