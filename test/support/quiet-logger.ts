const nothing = () => undefined;

/** A logger of the extension's build tool that says nothing; a build that fails throws anyway. */
export const QUIET_LOGGER = {
  debug: nothing,
  log: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
  success: nothing,
  level: 0,
};
