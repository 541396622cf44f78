import { generate } from 'selfsigned';

const HOSTS = [
  'secure.simplepractice.com',
  'account.simplepractice.com',
  'www.therapynotes.com',
  'localhost',
];

let made: Promise<{ key: string; cert: string }> | null = null;

/** A key and certificate for the stand-ins' host names, made once per process, never stored. */
export function certificate(): Promise<{ key: string; cert: string }> {
  made ??= makeCertificate();
  return made;
}

async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const pem = await generate([{ name: 'commonName', value: 'Stand-in for tests' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...HOSTS.map((host) => ({ type: 2 as const, value: host })),
          { type: 7 as const, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: pem.private, cert: pem.cert };
}
