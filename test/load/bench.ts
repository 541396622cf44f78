import process from 'node:process';
import { measureBrief } from './brief/measure.ts';

process.stdout.write(`${JSON.stringify({ brief: await measureBrief() }, null, 2)}\n`);
