/** Every table of the store. `directory` is shared; `care` is fenced by practice. */
export * from './schema/alerts.ts';
export * from './schema/by-hand.ts';
export { care, directory, fleet } from './schema/columns.ts';
export * from './schema/course.ts';
export * from './schema/directory.ts';
export * from './schema/fleet.ts';
export * from './schema/forms.ts';
export * from './schema/measures.ts';
export * from './schema/own-answers.ts';
export * from './schema/people.ts';
export * from './schema/phrases.ts';
export * from './schema/records.ts';
export * from './schema/settings.ts';
