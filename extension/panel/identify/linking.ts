/** What links a record, and says that a linked one differs: one file, loaded where it is wanted. */
export { LinkFlow } from './link-flow.tsx';
export { Mismatch } from './mismatch.tsx';
