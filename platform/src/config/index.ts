export { ConfigError, loadConfig, type Config } from './load-config.ts';
export {
  ensureHome,
  LocalEnvironmentError,
  localEnvironment,
  localPlaces,
  type LocalPlaces,
} from './local-environment.ts';
