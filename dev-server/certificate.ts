import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** What the listener needs to prove it is Azure DevOps, and what a client needs to believe it. All PEM, except `spki`. */
export type Certificate = {
  /** The authority: for `--cacert`, `http.sslCAInfo` and browser policies. */
  authority: string;
  /** The leaf that the listener serves, and its key. */
  leaf: string;
  key: string;
  /** Base64 SHA-256 of the leaf's public key, for Chromium's `--ignore-certificate-errors-spki-list`. */
  spki: string;
};

const names = [
  'dev.azure.com',
  '*.dev.azure.com',
  '*.visualstudio.com',
  '*.vssps.visualstudio.com',
  '*.pkgs.visualstudio.com',
];

/** Where tests load this module anew, what it has made is still there. */
const process = globalThis as { patinaCertificate?: Promise<Certificate> };

/** One for all servers of a process: it takes longer to make than all the rest of a server. */
export function certificate(): Promise<Certificate> {
  process.patinaCertificate ??= makeCertificate();
  return process.patinaCertificate;
}

async function makeCertificate(): Promise<Certificate> {
  const shape = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;
  // Two tiers, since Firefox refuses an authority that is used as a server's own certificate.
  const root = await generate([{ name: 'commonName', value: 'Patina dev-server authority' }], {
    ...shape,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const leaf = await generate([{ name: 'commonName', value: 'dev.azure.com' }], {
    ...shape,
    ca: { key: root.private, cert: root.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [...names.map((value) => ({ type: 2 as const, value })), { type: 7, ip: '127.0.0.1' }],
      },
    ],
  });
  const publicKey = new X509Certificate(leaf.cert).publicKey.export({ type: 'spki', format: 'der' });
  const spki = createHash('sha256').update(publicKey).digest('base64');
  return { authority: root.cert, leaf: leaf.cert, key: leaf.private, spki };
}
