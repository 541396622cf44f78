import type { Command } from './command.ts';
import { addClient } from './commands/add-client.ts';
import { addStaff } from './commands/add-staff.ts';
import { contact } from './commands/contact.ts';
import { createPractice } from './commands/create-practice.ts';
import { endCareOf } from './commands/end-care.ts';
import { list } from './commands/list.ts';
import { resumeCareOf } from './commands/resume-care.ts';
import { send } from './commands/send.ts';
import { switchOff } from './commands/switch-off.ts';

/** Everything that the operator can do, in the order in which a practice is set up. */
export const COMMANDS: readonly Command[] = [
  createPractice,
  addStaff,
  addClient,
  contact,
  send,
  endCareOf,
  resumeCareOf,
  switchOff,
  list,
];
