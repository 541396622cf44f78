import { defineConfig } from 'drizzle-kit';

/** `drizzle-kit generate --config backend/store/drizzle.config.ts --name <what changes>` */
export default defineConfig({
  dialect: 'postgresql',
  schema: './backend/store/schema.ts',
  out: './backend/store/migrations',
});
