import { createPublicKey, createVerify } from 'node:crypto';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { extensionIdOf, idInLetters } from './extension-id.ts';
import { type Manifest, manifestIn } from './manifest.ts';
import { bytesFields } from './protobuf.ts';
import { type ArchivedFile, filesIn } from './zip.ts';

/**
 * Why a file is not served as a release. `notCrx`: not a CRX of version 3. `noProof`: no signature by
 * the key that its id comes from. `signatureDiffers`: signed, but not with these contents.
 * `notAnExtension`: it holds no manifest that can be used.
 */
export type CrxRefusal = 'notCrx' | 'noProof' | 'signatureDiffers' | 'notAnExtension';

/** A packed extension whose signature is good. */
export interface Crx {
  /** The id that its key makes. */
  readonly extensionId: string;
  readonly manifest: Manifest;
  readonly files: readonly ArchivedFile[];
}

const MAGIC = 'Cr24';
const FORMAT = 3;
const HEADER_AT = 12;

/** Field numbers of `CrxFileHeader`, `AsymmetricKeyProof` and `SignedData` (crx3.proto of Chromium). */
const FIELD = { rsaProof: 2, signedData: 10_000, publicKey: 1, signature: 2, crxId: 1 } as const;

/** What stands before the data that is signed, with a zero behind it (crx3.proto). */
const SIGNATURE_CONTEXT = Buffer.from('CRX3 SignedData\0', 'latin1');

/**
 * Reads a CRX and checks it as the browser does: the key makes the id that the file names, and has
 * signed that id and every byte of the archive.
 */
export function readCrx(file: Uint8Array): Result<Crx, CrxRefusal> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const isCrx = bytes.length > HEADER_AT && bytes.toString('latin1', 0, 4) === MAGIC;
  if (!isCrx || bytes.readUInt32LE(4) !== FORMAT) return refuse('notCrx');
  const archiveAt = HEADER_AT + bytes.readUInt32LE(8);
  if (archiveAt > bytes.length) return refuse('notCrx');
  const archive = bytes.subarray(archiveAt);
  const signer = signerOf(bytes.subarray(HEADER_AT, archiveAt), archive);
  return signer.ok ? contentsOf(signer.value, archive) : signer;
}

function signerOf(header: Uint8Array, archive: Uint8Array): Result<string, CrxRefusal> {
  const fields = bytesFields(header);
  const signedData = fields?.find(({ number }) => number === FIELD.signedData)?.bytes;
  if (fields === null || signedData === undefined) return refuse('notCrx');
  const named = fieldOf(signedData, FIELD.crxId);
  if (named === undefined) return refuse('notCrx');
  const extensionId = idInLetters(named);
  const proof = fields
    .filter(({ number }) => number === FIELD.rsaProof)
    .find(({ bytes }) => extensionIdOf(fieldOf(bytes, FIELD.publicKey) ?? bytes) === extensionId);
  if (proof === undefined) return refuse('noProof');
  return isSigned(proof.bytes, signedData, archive) ? ok(extensionId) : refuse('signatureDiffers');
}

function isSigned(proof: Uint8Array, signedData: Uint8Array, archive: Uint8Array): boolean {
  const key = fieldOf(proof, FIELD.publicKey);
  const signature = fieldOf(proof, FIELD.signature);
  if (key === undefined || signature === undefined) return false;
  const length = Buffer.alloc(4);
  length.writeUInt32LE(signedData.length);
  const verify = createVerify('RSA-SHA256');
  for (const part of [SIGNATURE_CONTEXT, length, signedData, archive]) verify.update(part);
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key), format: 'der', type: 'spki' });
    return verify.verify(publicKey, signature);
  } catch {
    // Bytes that hash to the id but are no key: nobody can have signed with them.
    return false;
  }
}

function contentsOf(extensionId: string, archive: Uint8Array): Result<Crx, CrxRefusal> {
  const files = filesIn(archive);
  const manifestFile = files?.find(({ name }) => name === 'manifest.json');
  if (files === null || manifestFile === undefined) return refuse('notAnExtension');
  const manifest = manifestIn(Buffer.from(manifestFile.content).toString('utf8'));
  return manifest === null ? refuse('notAnExtension') : ok({ extensionId, manifest, files });
}

function fieldOf(message: Uint8Array, wanted: number): Uint8Array | undefined {
  return bytesFields(message)?.find(({ number }) => number === wanted)?.bytes;
}
