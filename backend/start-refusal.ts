import { type DatabaseRefusal, refusalText } from './database/refusal.ts';
import type { ListenRefusal } from './listen.ts';
import type { SecretRefusal } from './secret-file.ts';

/** Why the backend does not start. */
export type StartRefusal = DatabaseRefusal | ListenRefusal | SecretRefusal;

/** A refusal as the person at the console reads it: what is wrong, and what to do. */
export function startRefusalText(refusal: StartRefusal): string {
  if (refusal.reason === 'portTaken') {
    return `Port ${refusal.port} is taken. Set THROUGHLINE_PORT to another one.`;
  }
  if (refusal.reason === 'cannotListen') {
    return `This machine does not let it listen on ${refusal.host}, port ${refusal.port} (${refusal.code}). Set THROUGHLINE_HOST to an address of this machine and THROUGHLINE_PORT to a port from 1024 up.`;
  }
  if (refusal.reason === 'shortSecret') {
    return `The file ${refusal.file} holds no usable secret. Restore it, or remove it and start again: staff then sign in anew.`;
  }
  return refusalText(refusal);
}
