import type { Command } from './command.ts';
import { addClient } from './commands/add-client.ts';
import { addStaff } from './commands/add-staff.ts';
import { createPractice } from './commands/create-practice.ts';
import { list } from './commands/list.ts';
import { send } from './commands/send.ts';
import { switchOff } from './commands/switch-off.ts';

/** Everything that the operator can do, in the order in which a practice is set up. */
export const COMMANDS: readonly Command[] = [
  createPractice,
  addStaff,
  addClient,
  send,
  switchOff,
  list,
];
