import type { Layout } from './layout.ts';

/**
 * How the embedded server runs. Given on its command line, which outranks every file, so that what
 * is read back at start can't have been edited away.
 */
export const SETTINGS: Readonly<Record<string, string>> = {
  // An acknowledged answer is on disk.
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  // A soft limit: measured peaks lie some 40 % above it, and 256 MB is the goal.
  max_wal_size: '192MB',
  // The bundle's OpenSSL and ICU are out of support: never a network endpoint.
  ssl: 'off',
  password_encryption: 'scram-sha-256',
  // Statements and failing rows may hold answers: neither goes to the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  // The log holds server events only.
  log_line_prefix: '%m [%p] ',
  log_timezone: 'UTC',
  timezone: 'UTC',
  // The statements are short: compiling them costs more than it saves.
  jit: 'off',
};

/** Command-line arguments of the server. */
export function serverArguments(
  layout: Layout,
  port: number,
  settings: Readonly<Record<string, string>>,
): readonly string[] {
  const reach =
    process.platform === 'win32'
      ? { listen_addresses: '127.0.0.1' }
      : {
          listen_addresses: '',
          unix_socket_directories: layout.socketFolder,
          unix_socket_permissions: '0700',
        };
  const all = Object.entries({ ...settings, ...reach, port: String(port) });
  return ['-D', layout.pgdata, ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
