import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from './create-server';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const server = await createServer({ port: Number(values.port) });
const { port, spki } = server;
const authority = join(tmpdir(), `patina-dev-server-${port}.pem`);
await writeFile(authority, server.certificate);

const hosts = ['dev.azure.com', 'vssps.dev.azure.com', 'pkgs.dev.azure.com', '*.vssps.visualstudio.com'];
const rules = hosts.map((host) => `MAP ${host} 127.0.0.1:${port}`).join(', ');

console.log(`A local Azure DevOps Services listens at ${server.url} (loopback only, in memory).
It answers as ${hosts.join(', ')}.

Chromium, with a profile of its own:
  chromium --user-data-dir="$(mktemp -d)" --ignore-certificate-errors-spki-list=${spki} \\
    --host-resolver-rules="${rules}" https://dev.azure.com/fabrikam

curl:
  curl --cacert ${authority} --resolve dev.azure.com:${port}:127.0.0.1 \\
    https://dev.azure.com:${port}/fabrikam/_apis/connectionData

git, with a token made in the browser as the password:
  git -c http.sslCAInfo=${authority} -c http.curloptResolve=dev.azure.com:${port}:127.0.0.1 \\
    clone https://fabrikam@dev.azure.com:${port}/fabrikam/tools/_git/demo

To sign in: open https://dev.azure.com/fabrikam in that browser, choose an account, press "Sign in".`);
