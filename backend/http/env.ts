import type { ErrorCode } from '#shared/contracts/errors.ts';
import type { WhoAmI } from '#shared/contracts/procedures.ts';

/** What middleware leaves on a request for those after it. */
export interface RequestEnv {
  Variables: {
    /** Version 7 UUID made here; never taken from the caller. */
    requestId: string;
    /** The rpc procedure, once it is known to be a listed one. */
    procedure?: string;
    /** Who is signed in at the console's pages, as every page says it. */
    signedIn?: Pick<WhoAmI, 'displayName' | 'practiceName' | 'role'>;
    /** Why the request was refused; `unexpected` for a bug. */
    failure?: ErrorCode | 'unexpected';
    /** What went wrong, where no handler threw it. */
    cause?: unknown;
  };
}
