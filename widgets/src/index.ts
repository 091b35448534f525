export { followAddress, type FollowAddressOptions } from './app/follow-address.ts';
export { init, type InitOptions, type Instance } from './core/init.ts';
export type { OutreachClient } from './core/client.ts';
export { defineElement } from './core/define-element.ts';
export type { Failure, FailureKind } from './core/failure.ts';
export type { ClientSecret } from './core/keep-token.ts';
export type { FontSource } from './core/load-fonts.ts';
export type { Appearance } from './core/theme-sheet.ts';
export { widgetLoaders } from './core/widget-loaders.ts';
