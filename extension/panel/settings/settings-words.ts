import type { ServerSettings } from '../../messages/worker.ts';

/** Who set the server's address. */
export const SOURCE_WORDS: Readonly<Record<ServerSettings['source'], string>> = {
  policy: 'your practice (backendAddress). It can’t be changed here.',
  person: 'you, on this page',
  build: 'default of this build; your practice set none (backendAddress: not set)',
};

/** Why an address can't be used now. */
export const PROBLEM_WORDS: Readonly<Record<Exclude<ServerSettings['problem'], null>, string>> = {
  waitingForPractice:
    'Your practice installed Throughline, but its backendAddress has not arrived or was taken away. Until it is here, no server is asked.',
  policyRemoved:
    'Your practice’s settings were taken away. Until they are back, no server is asked.',
  policyRefused:
    'Your practice set a backendAddress that is not an https address without a path. Until it is corrected, no server is asked.',
  accessNotGranted: 'The browser has not allowed Throughline to connect to this server yet.',
};
