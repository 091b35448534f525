export { ConfigError, loadConfig, type Config } from './load-config.ts';
export { LocalEnvironmentError, localEnvironment, localPlaces, type LocalPlaces } from './local-environment.ts';
