export { createMailTransport } from './mail-transport.ts';
export { createSesTransport, type SesOptions } from './ses-transport.ts';
export { createSmtpTransport, type SmtpOptions } from './smtp-transport.ts';
