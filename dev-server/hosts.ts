import type { Ctx } from './world';

/** Host names are case-insensitive, and the tests and curl add a port. */
export function hostOf(host: string | undefined | null): string {
  return (host ?? '').toLowerCase().replace(/:\d+$/, '');
}

/** `https://{host}`, with the port that the caller used: curl and git have one, a browser with mapped names has none. */
export function originOf(c: Ctx, host: string): string {
  const port = /:\d+$/.exec(c.req.header('host') ?? '')?.[0] ?? '';
  return `https://${host}${port}`;
}
