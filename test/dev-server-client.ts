import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import type { DevServer } from '../dev-server/create-server';

export type Reply = { status: number; headers: IncomingHttpHeaders; text: string; body: unknown };

export type Question = {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
  bodyText?: string | undefined;
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One request on a connection of its own, to the real address, which is found at the dev-server. Follows no redirect. */
export function ask(server: DevServer, address: string, question: Question = {}): Promise<Reply> {
  const url = new URL(address);
  const { method = 'GET', headers = {}, body, bodyText = body === undefined ? '' : JSON.stringify(body) } = question;
  const json = bodyText && { 'Content-Type': 'application/json' };
  return new Promise((resolve, reject) => {
    const sent = request({
      method,
      host: '127.0.0.1',
      port: server.port,
      servername: url.hostname,
      path: url.pathname + url.search,
      ca: server.certificate,
      agent: false,
      headers: { Host: url.host, ...json, ...headers },
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, body: parsed(text) });
      });
    });
    sent.end(bodyText);
  });
}
